"""The page on which documents are dropped, and what came of it."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException

from sayso.reading import endings
from sayso.web.adding import MOST_AT_ONCE, MOST_BYTES, MOST_FILES, Adding, Dropped
from sayso.web.deeds import meant
from sayso.web.pages import desk_of
from sayso.web.problems import Problem
from sayso.web.templating import page

router = APIRouter()

_MEGA = 1024**2


@router.get("/documents")
def documents(request: Request) -> HTMLResponse:
    """Where documents are added."""
    adding: Adding = request.app.state.adding
    return page(
        request,
        "room/documents.html",
        desk_of(request),
        told=adding.told,
        endings=sorted(endings()),
        most_files=MOST_FILES,
        most_mega=MOST_BYTES // _MEGA,
    )


@router.post("/documents")
async def add(request: Request) -> Response:
    """Take files in; they are read and weighed in the background."""
    if int(request.headers["content-length"]) > MOST_AT_ONCE:
        raise Problem(413, f"That is more than {MOST_AT_ONCE // _MEGA} MB at once", "Send fewer files at a time.")
    try:
        async with request.form(max_files=MOST_FILES, max_fields=4) as form:
            dropped = await _taken(request, form)
    except HTTPException as error:
        raise Problem(
            413, "That cannot be taken in", f"{error.detail} At most {MOST_FILES} files at a time."
        ) from error
    adding: Adding = request.app.state.adding
    if not adding.start(dropped):
        raise Problem(409, "Other documents are being added", "Wait until they are in, then send these again.")
    if "application/json" in request.headers.get("accept", ""):
        return JSONResponse({"started": len(dropped)}, status_code=202)
    return RedirectResponse("/documents", status_code=303)


async def _taken(request: Request, form: FormData) -> list[Dropped]:
    """The files of a form.

    Raises:
        Problem: the form is not one of this room, holds no file, or one that is too large.
    """
    token = form.get("token")
    meant(request, token if isinstance(token, str) else "")
    files = [one for one in form.getlist("files") if isinstance(one, UploadFile) and one.filename]
    if not files:
        raise Problem(422, "No file was sent", "Choose or drop one or more files.")
    if any((one.size or 0) > MOST_BYTES for one in files):
        raise Problem(413, f"A file is larger than {MOST_BYTES // _MEGA} MB", "Split it, or give its text alone.")
    return [Dropped(one.filename or "", await one.read()) for one in files]


@router.get("/api/adding")
def progress(request: Request) -> JSONResponse:
    """How far the adding is."""
    adding: Adding = request.app.state.adding
    return JSONResponse({"words": adding.told.words, "busy": adding.told.is_busy, "done": adding.told.is_done})
