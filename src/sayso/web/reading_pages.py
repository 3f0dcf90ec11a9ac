"""The dossier, live: its sections as pages, the accounts, search, what was decided, and the exports."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from sayso import registry
from sayso.dossier import write as write_dossier
from sayso.errors import UnknownNameError
from sayso.export.writing import is_binary
from sayso.web.comparing import compare
from sayso.web.desk import Desk
from sayso.web.pages import desk_of, with_undoing
from sayso.web.paging import PAGED, cut, leaves, paged
from sayso.web.problems import Problem
from sayso.web.room import Room
from sayso.web.templating import SECTIONS, kept_page, page

router = APIRouter()

_LONGEST_QUERY = 200
#: What one page of search shows.
_HITS = 50


@router.get("/overview")
def overview(request: Request) -> HTMLResponse:
    """The first screen."""
    desk = desk_of(request)
    return kept_page(request, "room/overview.html", desk, dict)


@router.get("/accounts")
def accounts(request: Request, at: int = 1) -> HTMLResponse:
    """The accounts, a hundred a page."""
    desk = desk_of(request)
    told = desk.shown.dossier.accounts
    at, pages = paged(len(told), PAGED, at)
    return page(request, "room/accounts.html", desk, accounts=told[(at - 1) * PAGED : at * PAGED], at=at, pages=pages)


@router.get("/accounts/{number}")
def account(request: Request, number: int, at: int = 1) -> HTMLResponse:
    """One account in full, every claim marked."""
    desk = desk_of(request)
    found = next((one for one in desk.shown.dossier.accounts if one.number == number), None)
    if found is None:
        raise Problem(404, f"There is no account {number}", "The accounts are numbered anew when documents come or go.")
    told = leaves(found.paragraphs)
    at, pages = paged(len(told), 1, at)
    here = replace(found, paragraphs=told[at - 1])
    return kept_page(request, "room/account.html", desk, lambda: {"account": here, "at": at, "pages": pages})


@router.get("/compare")
def compared(request: Request, a: int = 1, b: int = 2) -> HTMLResponse:
    """Two accounts side by side."""
    desk = desk_of(request)
    numbers = [one.number for one in desk.shown.dossier.accounts]
    if len(numbers) < 2:
        raise Problem(422, "There are no two accounts to compare", "Add documents, then come back.")
    a = a if a in numbers else numbers[0]
    b = b if b in numbers and b != a else next(one for one in numbers if one != a)
    return kept_page(request, "room/compare.html", desk, lambda: {"pair": compare(desk.shown, a, b)})


@router.get("/search")
def search(request: Request, q: str = "", at: int = 1) -> HTMLResponse:
    """Blocks that hold all words, with the hits in their context."""
    room: Room = request.app.state.room
    desk = desk_of(request)
    asked = q[:_LONGEST_QUERY]
    return kept_page(request, "room/search.html", desk, lambda: _found(room, desk, asked, at))


def _found(room: Room, desk: Desk, asked: str, at: int) -> dict[str, Any]:
    """One page of hits; only those that are shown are set in their context."""
    with room.read() as view:
        places = [one for one in view.places(asked) if one.document in desk.shown.gathered.number]
        at, pages = paged(len(places), _HITS, at)
        hits = [_hit(desk, one) for one in view.passages(asked, places[(at - 1) * _HITS : at * _HITS])]
    return {
        "asked_for": asked,
        "address": quote(asked),
        "hits": hits,
        "found": len(places),
        "at": at,
        "pages": pages,
    }


@router.get("/history")
def history(request: Request, at: int = 1) -> HTMLResponse:
    """All that was decided, newest first."""
    desk = desk_of(request)
    told = with_undoing(desk.shown, desk.shown.judgements)
    at, pages = paged(len(told), PAGED, at)
    return page(request, "room/history.html", desk, told=told[(at - 1) * PAGED : at * PAGED], at=at, pages=pages)


@router.get("/to/{anchor}")
def lead(request: Request, anchor: str) -> RedirectResponse:
    """Lead to the page on which a place of the dossier stands: a row, an account, a claim's words, a section."""
    desk = desk_of(request)
    return RedirectResponse(_address(desk, anchor), status_code=303)


@router.get("/export/{name}")
def export(request: Request, name: str, quotes_only: bool = False) -> Response:
    """The case in another form, as a download; the dossier is that of the event that is read."""
    room: Room = request.app.state.room
    main = desk_of(request).shown.gathered.main
    with room.read() as view:
        if name == "dossier":
            text = io.StringIO()
            write_dossier(view, text, event=main.id if main is not None else None, quotes_only=quotes_only)
            return _download(text.getvalue().encode(), "dossier.html", "text/html; charset=utf-8")
        try:
            write = registry.find("sayso.exporters", name)
        except UnknownNameError as error:
            raise Problem(404, "There is no such form", str(error)) from error
        out: Any = io.BytesIO() if is_binary(write) else io.StringIO()
        write(view, out)
        raw = out.getvalue()
        return _download(raw if isinstance(raw, bytes) else raw.encode(), f"case.{name}", "application/octet-stream")


@router.get("/{section}")
def section(request: Request, section: str, at: int = 1) -> HTMLResponse:
    """Any other section of the dossier, long ones a page at a time."""
    known = dict(SECTIONS)
    if section not in known or section == "overview":
        raise Problem(404, "There is no such page", "")
    desk = desk_of(request)
    there = section not in _NEEDS or _NEEDS[section](desk.shown.dossier)
    return kept_page(request, "room/section.html", desk, lambda: _section(desk, section if there else "", section, at))


def _section(desk: Desk, section: str, name: str, at: int) -> dict[str, Any]:
    here = cut(desk, name, at)
    return {
        "dossier": here.dossier,
        "section": section,
        "heading": dict(SECTIONS)[name],
        "at": here.at,
        "pages": here.pages,
    }


_NEEDS = {
    "time": lambda dossier: dossier.timeline is not None,
    "map": lambda dossier: dossier.chart is not None,
    "lineage": lambda dossier: dossier.lineage is not None,
}


def _download(raw: bytes, name: str, kind: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(raw, media_type=kind, headers=headers)


def _address(desk: Desk, anchor: str) -> str:
    """Where a place of the dossier stands in the room."""
    kind, rest = anchor[:1], anchor[1:]
    if anchor.startswith("m-"):
        return _of_claim(desk, anchor)
    if kind == "s" and rest.isdigit():
        return f"/record?at={(int(rest) - 1) // PAGED + 1}#{anchor}"
    if kind == "a" and rest.isdigit():
        return f"/accounts/{rest}"
    if kind == "a" and "b" in rest and rest.partition("b")[0].isdigit():
        return _of_paragraph(desk, int(rest.partition("b")[0]), anchor)
    return f"/{anchor}" if anchor in dict(SECTIONS) or anchor == "accounts" else "/overview"


def _of_claim(desk: Desk, anchor: str) -> str:
    claim = desk.shown.gathered.claims.get(anchor[2:])
    if claim is None:
        raise Problem(404, "These words are not in the case any more", "Their text may have changed.")
    number = desk.shown.gathered.number[claim.document]
    return _of_paragraph(desk, number, anchor)


def _of_paragraph(desk: Desk, number: int, anchor: str) -> str:
    """The page of an account on which a paragraph, or a mark within one, stands."""
    accounts = desk.shown.dossier.accounts
    told = leaves(accounts[number - 1].paragraphs) if 0 < number <= len(accounts) else ()
    ids = ({name for one in leaf for name in (one.anchor, *(i for s in one.stretches for i in s.ids))} for leaf in told)
    at = next((at for at, held in enumerate(ids, start=1) if anchor in held), 1)
    return f"/accounts/{number}?at={at}#{anchor}"


def _hit(desk: Desk, passage: Any) -> dict[str, Any]:
    """A hit with its account; the words found stand between the marks that the index sets."""
    number = desk.shown.gathered.number[passage.document]
    document = desk.shown.gathered.document(passage.document)
    at = next((at for at, block in enumerate(document.blocks) if block.start == passage.start), 0)
    return {
        "number": number,
        "outlet": desk.shown.gathered.outlets[passage.document],
        "anchor": f"a{number}b{at}",
        "paragraph": document.blocks[at].paragraph if document.blocks else 1,
        "pieces": _pieces(passage.shown),
    }


def _pieces(shown: str) -> list[tuple[str, bool]]:
    """The snippet parted at the index's brackets: words, and whether they were looked for."""
    pieces: list[tuple[str, bool]] = []
    for part in shown.split("["):
        inside, bracket, after = part.partition("]")
        if bracket and pieces:
            pieces += [(inside, True), (after, False)]
        else:
            pieces.append((part, False))
    return [piece for piece in pieces if piece[0]]
