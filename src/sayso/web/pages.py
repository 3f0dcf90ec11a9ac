"""The desk: the queue, what is open, and one claim."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from sayso.dossier.accounts import Paragraph
from sayso.dossier.quotes import quote
from sayso.model import Claim, Judgement
from sayso.web import asking
from sayso.web.desk import Desk
from sayso.web.paging import PAGED
from sayso.web.problems import Problem
from sayso.web.queue import Entry, row_entry
from sayso.web.room import Room
from sayso.web.scale import draw
from sayso.web.shown import Shown
from sayso.web.templating import kept_page, page

router = APIRouter()

EVENT = "sayso_event"
_PLACES = 6


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph in which words that are judged stand."""

    account: int
    paragraph: Paragraph


def desk_of(request: Request, *, current: bool = False) -> Desk:
    """The case at the event that this browser reads; `current` where a decision is to be set beside it."""
    room: Room = request.app.state.room
    return room.desk(request.cookies.get(EVENT, ""), current=current)


def entry_of(desk: Desk, key: str) -> Entry | None:
    """An entry of the queue, or any row of the record by the id of its estimate."""
    found = desk.queue.entry(key)
    row = desk.shown.rows.by_estimate.get(key)
    return found or (row_entry(desk.shown, row) if row is not None else None)


@router.get("/")
def home() -> RedirectResponse:
    """The room opens at the queue."""
    return RedirectResponse("/queue", status_code=303)


@router.get("/queue")
def queue(request: Request, at: int = 1) -> HTMLResponse:
    """The queue, its first entry open."""
    desk = desk_of(request)
    return _opened(request, desk, next(iter(desk.queue.all), None), at)


@router.get("/queue/{key}")
def entry(request: Request, key: str, at: int = 1) -> HTMLResponse:
    """One entry open."""
    desk = desk_of(request)
    found = entry_of(desk, key)
    if found is None:
        raise Problem(
            404,
            "This question is not in the case any more",
            "New documents or a decision changed it. Go on in the queue.",
        )
    return _opened(request, desk, found, at)


@router.get("/claims/{name}")
def claim(request: Request, name: str) -> HTMLResponse:
    """One claim, and what can be decided on it."""
    desk = desk_of(request)
    return claim_page(request, desk, name)


def claim_page(request: Request, desk: Desk, name: str) -> HTMLResponse:
    """The page of a claim."""
    shown = desk.shown
    found = shown.gathered.claims.get(name)
    if found is None:
        raise Problem(
            404,
            "This claim is not in the case any more",
            "Its text may have changed; decisions on it are kept in the history.",
        )
    row = shown.rows.by_claim.get(name)
    return page(
        request,
        "room/claim.html",
        desk,
        claim=found,
        quote=quote(shown.gathered, found),
        row=row,
        choices=asking.claim_choices(),
        events=asking.other_events(shown, found),
        names=asking.other_names(shown, found),
        places=places(shown, (found,)),
        history=told(shown, (name,)),
        seen=asking.seen(shown, None, (name,)),
    )


def _opened(request: Request, desk: Desk, found: Entry | None, at: int) -> HTMLResponse:
    return kept_page(request, "room/queue.html", desk, lambda: _telling(desk, found, at))


def _telling(desk: Desk, found: Entry | None, at: int) -> dict[str, Any]:
    """What the desk shows."""
    shown = desk.shown
    names = found.claims if found is not None else ()
    claims = [shown.gathered.claims[one] for one in names if one in shown.gathered.claims]
    keys = [one.key for one in desk.queue.all]
    position = keys.index(found.key) if found is not None and found.key in keys else -1
    where = position // PAGED + 1 if position >= 0 and at == 1 else max(1, at)
    return {
        "entry": found,
        "position": position,
        "before": keys[position - 1] if position > 0 else "",
        "next": keys[position + 1] if 0 <= position < len(keys) - 1 else "",
        "listed": listed(desk, where),
        "at": where,
        "pages": (len(keys) + PAGED - 1) // PAGED,
        "choices": asking.choices(shown, found) if found is not None else (),
        "quotes": [quote(shown.gathered, one) for one in claims] if found is not None and found.row is None else [],
        "figure": draw(shown.gathered, found.row) if found is not None and found.row is not None else None,
        "places": places(shown, claims),
        "history": told(shown, names),
        "seen": asking.seen(shown, found, names) if found is not None else "",
        "compared": _compared(shown, claims),
    }


def listed(desk: Desk, at: int) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
    """One page of the queue under its headings."""
    here = {one.key for one in desk.queue.all[(at - 1) * PAGED : at * PAGED]}
    parts = (
        ("", desk.queue.waiting),
        ("For another look", desk.queue.look),
        ("Being worked in", desk.queue.working),
        ("Decided", desk.queue.decided),
    )
    found = ((name, tuple(one for one in entries if one.key in here)) for name, entries in parts)
    return tuple((name, entries) for name, entries in found if entries)


def places(shown: Shown, claims: Iterable[Claim]) -> tuple[Place, ...]:
    """The paragraphs in which claims stand, each once."""
    marks = {asking.mark_of(shown, claim.id) for claim in claims}
    numbers = {shown.gathered.number[claim.document] for claim in claims}
    found = [
        Place(account.number, paragraph)
        for account in shown.dossier.accounts
        if account.number in numbers
        for paragraph in account.paragraphs
        if any(marks.intersection(stretch.ids) for stretch in paragraph.stretches)
    ]
    return tuple(found[:_PLACES])


def told(shown: Shown, claims: Iterable[str]) -> tuple[tuple[Judgement, bool, Judgement | None], ...]:
    """What was decided on claims, newest first: each, whether it holds, and what took it back."""
    return with_undoing(shown, shown.touching(claims))


def with_undoing(shown: Shown, judgements: Iterable[Judgement]) -> tuple[tuple[Judgement, bool, Judgement | None], ...]:
    """Judgements newest first, each with whether it holds and what took it back."""
    undoing = {one.undoes: one for one in shown.judgements if one.undoes is not None and one.id in shown.held}
    return tuple((one, one.id in shown.held, undoing.get(one.id)) for one in reversed(tuple(judgements)))


def _compared(shown: Shown, claims: Iterable[Claim]) -> tuple[int, ...]:
    """The first two accounts that tell of a question."""
    numbers = sorted({shown.gathered.number[claim.document] for claim in claims})
    return tuple(numbers[:2]) if len(numbers) > 1 else ()
