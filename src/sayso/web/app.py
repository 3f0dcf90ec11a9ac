"""The application: what every request passes on its way in and out, and a page for everything that goes wrong."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable
from importlib import resources
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import PlainTextResponse
from starlette.exceptions import HTTPException

from sayso.errors import SaysoError
from sayso.web import deeds, documents, many, pages, reading_pages
from sayso.web.adding import Adding
from sayso.web.foresight import Foresight
from sayso.web.guard import HEADERS, KEY, SESSION, Guard, is_same_site
from sayso.web.problems import Problem, answered, problem_of
from sayso.web.room import Room

_STATIC = {
    "style.css": ("sayso.dossier", "text/css"),
    "room.css": ("sayso.web", "text/css"),
    "twins.js": ("sayso.dossier", "text/javascript"),
    "room.js": ("sayso.web", "text/javascript"),
    "icon.svg": ("sayso.web", "image/svg+xml"),
}
_FILES = {"twins.js": "dossier.js"}
_CHANGING = ("POST", "PUT", "PATCH", "DELETE")
# A judgement's form with the longest reason, twice over; uploads have a bound of their own.
_LONGEST_FORM = 64 * 1024

Next = Callable[[Request], Awaitable[Response]]


def make_app(room: Room, guard: Guard | None = None) -> FastAPI:
    """The reading room of a case as an ASGI application.

    Args:
        room: the case.
        guard: who is let in; by default the loopback alone.
    """
    app = FastAPI(title="sayso", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.room, app.state.guard = room, guard or Guard()
    app.state.adding, app.state.foresight = Adding(room), Foresight()
    app.include_router(pages.router)
    app.include_router(documents.router)
    app.include_router(deeds.router)
    app.include_router(many.router)
    app.include_router(reading_pages.router)
    app.get("/static/{name}", include_in_schema=False)(_static)
    app.middleware("http")(_guarded)
    app.add_exception_handler(SaysoError, _refused)
    app.add_exception_handler(Problem, _refused)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _refused)
    app.add_exception_handler(Exception, _refused)
    return app


async def _guarded(request: Request, go_on: Next) -> Response:
    """Let a request in, or say why not; then set the headers that keep the page to itself."""
    session = request.cookies.get(SESSION, "")
    request.state.session = session or secrets.token_urlsafe(24)
    problem = _kept_out(request)
    response = answered(request, problem) if problem is not None else await go_on(request)
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if not session:
        response.set_cookie(SESSION, request.state.session, httponly=True, samesite="strict")
    return response


def _kept_out(request: Request) -> Problem | None:
    """Why a request is not let in, or None."""
    guard: Guard = request.app.state.guard
    if not guard.knows_host(request.headers.get("host", "")):
        return Problem(421, "This room is not served under that name", "Open it by the address that sayso printed.")
    if not guard.is_let_in(request.cookies.get(KEY, "")) and request.url.path not in (
        "/key",
        "/static/style.css",
        "/static/room.css",
    ):
        return Problem(401, "This room needs its token", "Enter the token that whoever serves it gave you.", asks="key")
    return _unmeant(request) if request.method in _CHANGING else None


def _unmeant(request: Request) -> Problem | None:
    """Why a change is not taken, or None."""
    if not is_same_site(request.headers):
        return Problem(
            403, "This change came from another site", "Nothing was changed. Make it from a page of this room."
        )
    length = request.headers.get("content-length", "")
    if not length.isdigit():
        return Problem(411, "The length of what was sent is not told", "Send it with a Content-Length.")
    if int(length) > _LONGEST_FORM and request.url.path != "/documents":
        return Problem(413, "That is more than a form holds", "Shorten the reason and send it again.")
    return None


async def _refused(request: Request, error: Exception) -> Response:
    return answered(request, problem_of(error))


def _static(name: str) -> Response:
    """A file of ours; nothing else can be asked for."""
    if name not in _STATIC:
        return PlainTextResponse("there is no such file", status_code=404)
    package, kind = _STATIC[name]
    text = (resources.files(package) / "static" / _FILES.get(name, name)).read_text(encoding="utf-8")
    headers: dict[str, Any] = {"Cache-Control": "private, max-age=300"}
    return Response(text, media_type=kind, headers=headers)
