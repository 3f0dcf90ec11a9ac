"""The events of a case of many: listed, searched, filtered by type, place, time, size and disagreement; one is chosen to read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse

from sayso.dossier.listing import Listed, Wanted, listed
from sayso.web.desk import Desk
from sayso.web.pages import desk_of
from sayso.web.paging import PAGED, paged
from sayso.web.room import Room
from sayso.web.templating import kept_page

router = APIRouter()

_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Asked:
    """The filters as they were typed; what cannot be read asks nothing."""

    kind: str = ""
    place: str = ""
    since: str = ""
    until: str = ""
    accounts: str = ""
    killed: str = ""
    disputed: str = ""
    q: str = ""
    by: str = ""

    @property
    def wanted(self) -> Wanted:
        """Which events they ask for."""
        return Wanted(
            self.kind[:_LONGEST] or None,
            self.place[:_LONGEST].strip() or None,
            _day(self.since),
            _day(self.until),
            _number(self.accounts),
            _number(self.killed),
            bool(self.disputed),
            self.q[:_LONGEST],
        )

    @property
    def unread(self) -> str:
        """What was typed and is no day or number, or empty."""
        days = [one for one in (self.since, self.until) if one and _day(one) is None]
        numbers = [one for one in (self.accounts, self.killed) if one and not _number(one) and one.strip() != "0"]
        told = [f"“{one[:20]}” is no day such as 2019-03-01" for one in days]
        return "; ".join((*told, *(f"“{one[:20]}” is no number" for one in numbers)))

    @property
    def address(self) -> str:
        """The filters as part of an address."""
        return urlencode({name: getattr(self, name) for name in self.__dataclass_fields__ if getattr(self, name)})


@router.get("/events")
def events(request: Request, asked: Annotated[Asked, Depends()], at: int = 1) -> HTMLResponse:
    """The main events that are asked for, a hundred a page, the biggest first or by date."""
    desk, room = desk_of(request), request.app.state.room
    return kept_page(request, "room/events.html", desk, lambda: _telling(room, desk, asked, at))


def _telling(room: Room, desk: Desk, asked: Asked, at: int) -> dict[str, Any]:
    with room.read() as view:
        found = list(listed(view, asked.wanted))
    if asked.by != "day":
        found.sort(key=_bigness)
    at, pages = paged(len(found), PAGED, at)
    codebook = desk.shown.gathered.codebook
    types = {
        name: codebook.fusion.event_types.get(name, name.replace("_", " ")) for name in codebook.extraction.event_types
    }
    return {
        "events": found[(at - 1) * PAGED : at * PAGED],
        "found": len(found),
        "asked": asked,
        "types": sorted(types.items(), key=lambda one: one[1]),
        "at": at,
        "pages": pages,
    }


def _bigness(one: Listed) -> int:
    return -one.accounts


def _day(told: str) -> date | None:
    try:
        return date.fromisoformat(told)
    except ValueError:
        return None


def _number(told: str) -> int:
    return int(told) if told.strip().isascii() and told.strip().isdigit() and len(told) < len("1000000000") else 0
