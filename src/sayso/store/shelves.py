"""The derived tables: one row a domain object, as JSON, beside the columns it is looked up by, in the contract's order.

Each row bears the mark of what it came from: a neighbourhood, or the hash of what it was made of. A build takes out what
came from what has changed, and puts in what is new; the rest stays as it stands. Nothing here is kept for its own sake: all of it can be thrown away and built again from claims, judgements and codebook.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Any

from sayso.model import (
    FINDING_KINDS,
    Claim,
    Document,
    Entity,
    Estimate,
    Event,
    Finding,
    Label,
    Lineage,
    Refusal,
    Role,
    Source,
    Unread,
    to_row,
)
from sayso.store.keys import as_json
from sayso.store.places import parted, place

Place = Callable[[Any, Mapping[str, Any]], bytes]
"""Where a thing stands, given the things that come with it, by id."""

# The columns that few rows share, those that leave fewest first. Left to itself, SQLite may look an event's dates up among
# the dates of all: seven milliseconds a time in a case of 5,000 documents.
_NARROW = ("id", "document", "event", "part_of")


@dataclass(frozen=True, slots=True)
class Shelf:
    """One derived table.

    Args:
        name: of the table.
        shape: the domain type of its rows.
        place: where a thing stands in the order of the case form.
        columns: beside `id`, the attributes it is looked up by (column -> attribute).
        id: the attribute that names a row.
    """

    name: str
    shape: type
    place: Place
    columns: Mapping[str, str] = field(default_factory=dict)
    id: str = "id"

    def arrange(self, things: Iterable[Any]) -> list[Any]:
        """Things in the order of the case form."""
        return [thing for _, thing in self._placed(things)]

    def rows(self, things: Iterable[Any]) -> list[Row]:
        """Things as they are kept: place, id, columns and the thing itself as JSON."""
        placed = self._placed(things)
        return [
            (
                at,
                getattr(thing, self.id),
                *(_plain(getattr(thing, attribute)) for attribute in self.columns.values()),
                as_json(to_row(thing)),
            )
            for at, (_, thing) in zip(parted(at for at, _ in placed), placed, strict=True)
        ]

    def _placed(self, things: Iterable[Any]) -> list[tuple[bytes, Any]]:
        held = list(things)
        known = {getattr(thing, self.id): thing for thing in held}
        return sorted(((self.place(thing, known), thing) for thing in held), key=_first)


Row = tuple[Any, ...]


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, Enum) else value


def _first(pair: tuple[bytes, Any]) -> bytes:
    return pair[0]


def _by(*names: str) -> Place:
    """By attributes; an absent one comes first."""
    return lambda thing, _: place(*(getattr(thing, name) for name in names))


_KINDS = {kind: number for number, kind in enumerate(FINDING_KINDS)}


def _finding(finding: Finding, _: Mapping[str, Any]) -> bytes:
    """By kind in the order of the case form, then by what it is about."""
    kind = _KINDS.get(finding.kind, len(_KINDS))
    return place(kind, finding.event or "", finding.documents, finding.claims, finding.id)


def _event(event: Event, known: Mapping[str, Event]) -> bytes:
    """Each main event with its parts by date, then those only mentioned by date."""
    if event.role is not Role.PART:
        return place(0 if event.role is Role.MAIN else 2, *_date(event))
    whole = known.get(event.part_of or "")
    above = _event(whole, known) if whole is not None and whole.role is not Role.PART else place(1)
    return above + place(*_date(event))


def _date(event: Event) -> tuple[date, date, str]:
    """An event of unknown date comes last."""
    when = event.when
    first = when.earliest if when is not None and when.earliest is not None else date.max
    last = when.latest if when is not None and when.latest is not None else date.max
    return first, last, event.id


SHELVES: Mapping[str, Shelf] = {
    shelf.name: shelf
    for shelf in (
        Shelf("sources", Source, _by("id")),
        Shelf("documents", Document, _by("id"), {"sha256": "sha256", "language": "language", "title": "title"}),
        Shelf("entities", Entity, _by("name", "id"), {"kind": "kind"}),
        Shelf("events", Event, _event, {"role": "role", "part_of": "part_of"}),
        Shelf(
            "claims",
            Claim,
            _by("document", "start", "end", "slot", "group", "id"),
            {"document": "document", "event": "event", "slot": "slot", "grp": "group"},
        ),
        Shelf(
            "estimates",
            Estimate,
            _by("event", "slot", "group", "about"),
            {"event": "event", "slot": "slot", "grp": "group", "status": "status"},
        ),
        Shelf("findings", Finding, _finding, {"event": "event", "kind": "kind"}),
        Shelf("lineage", Lineage, _by("document", "from_document", "from_source", "kind", "id"), {"kind": "kind"}),
        Shelf(
            "labels",
            Label,
            _by("document", "start", "end", "term", "entity", "group"),
            {"document": "document"},
            id="term",
        ),
        Shelf(
            "refusals",
            Refusal,
            _by("document", "start", "end", "slot", "reason"),
            {"document": "document"},
            id="reason",
        ),
        Shelf("unread", Unread, _by("name", "reason"), id="name"),
    )
}


def which(asked: Iterable[str]) -> str:
    """What rows must hold; one is looked up by the column that leaves fewest, a slot or a kind being that of thousands.

    >>> which(["event", "slot"]), which(["slot"]), which([])
    ('event = ? AND +slot = ?', 'slot = ?', '1')
    """
    asked = tuple(asked)
    first = next((column for column in _NARROW if column in asked), None)
    return " AND ".join(f"{'' if first in (None, column) else '+'}{column} = ?" for column in asked) or "1"
