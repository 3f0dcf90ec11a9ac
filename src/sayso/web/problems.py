"""What goes wrong, as a page with a way on, or as JSON of one shape for whoever asks for JSON."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse
from starlette.exceptions import HTTPException

from sayso.errors import BusyCaseError, CaseError, InputError, SaysoError, UnknownNameError
from sayso.web.templating import environment


class Problem(Exception):  # noqa: N818 - it is shown as a page, not raised past the room
    """Something that the room refuses.

    Args:
        status: of HTTP.
        title: what happened, in a line.
        remedy: what to do about it.
        asks: a form that the page shows (`key`), or nothing.
        more: what the page shows beside; `template` names another page than the usual one.
    """

    def __init__(
        self, status: int, title: str, remedy: str = "", *, asks: str = "", more: Mapping[str, Any] | None = None
    ) -> None:
        super().__init__(title)
        self.status = status
        self.title = title
        self.remedy = remedy
        self.asks = asks
        self.more = dict(more or {})


def problem_of(error: Exception) -> Problem:
    """How an error is told."""
    if isinstance(error, Problem):
        return error
    for kind, tell in _TELLING:
        if isinstance(error, kind):
            return tell(error)
    logging.getLogger(__name__).error("a page failed", exc_info=error)
    return Problem(500, "Something went wrong inside sayso", f"{type(error).__name__}: {error}. Nothing was lost.")


def _busy(error: Any) -> Problem:
    remedy = f"{error}. Nothing of yours is lost: go back and send it again."
    return Problem(503, "The case is being changed elsewhere", remedy)


def _lacking(error: Any) -> Problem:
    missing = ", ".join(str(fault["loc"][-1]) for fault in error.errors())
    return Problem(422, "Something is missing or cannot be read", f"Look at: {missing}.")


def _of_http(error: Any) -> Problem:
    title = "There is no such page" if error.status_code == 404 else str(error.detail)
    return Problem(error.status_code, title)


# The first that fits: a child stands before its parent.
_TELLING: tuple[tuple[type[Exception], Callable[[Any], Problem]], ...] = (
    (BusyCaseError, _busy),
    (
        CaseError,
        lambda error: Problem(503, "The case cannot be used", f"{error}. Put it back, then load this page again."),
    ),
    (InputError, lambda error: Problem(422, "That cannot be done", str(error))),
    (UnknownNameError, lambda error: Problem(422, "That cannot be done", str(error))),
    (SaysoError, lambda error: Problem(500, "That could not be done", str(error))),
    (RequestValidationError, _lacking),
    (HTTPException, _of_http),
)


def answered(request: Request, problem: Problem) -> Response:
    """The problem as whoever asked can read it."""
    if request.url.path.startswith("/api/") or "application/json" in request.headers.get("accept", ""):
        told = {"error": {"status": problem.status, "message": problem.title, "remedy": problem.remedy}}
        return JSONResponse(told, status_code=problem.status)
    template = environment().get_template(problem.more.get("template", "room/problem.html"))
    page = template.render(problem=problem, **problem.more)
    return HTMLResponse(page, status_code=problem.status)
