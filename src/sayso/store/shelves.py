"""The derived tables: one row a domain object, as JSON, beside the columns it is looked up by, in the contract's order.

Nothing here is kept for its own sake: all of it can be thrown away and built again from claims, judgements and codebook.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
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
)


@dataclass(frozen=True, slots=True)
class Shelf:
    """One derived table.

    Args:
        name: of the table.
        shape: the domain type of its rows.
        arrange: puts objects into the order of the case form.
        columns: beside `id`, the attributes it is looked up by (column -> attribute).
        id: the attribute that names a row.
    """

    name: str
    shape: type
    arrange: Callable[[Iterable[Any]], Sequence[Any]]
    columns: Mapping[str, str] = field(default_factory=dict)
    id: str = "id"


def _sorted_by(*names: str) -> Callable[[Iterable[Any]], Sequence[Any]]:
    """Order by attributes; an absent one comes first."""
    return lambda things: sorted(things, key=lambda one: tuple(_plain(getattr(one, name)) for name in names))


def _plain(part: object) -> tuple[bool, Any]:
    return (part is not None, part if part is not None else "")


def _findings(findings: Iterable[Finding]) -> Sequence[Finding]:
    """By kind in the order of the case form, then by what they are about."""
    kinds = {kind: number for number, kind in enumerate(FINDING_KINDS)}
    return sorted(
        findings, key=lambda one: (kinds.get(one.kind, len(kinds)), one.event or "", one.documents, one.claims, one.id)
    )


def _events(events: Iterable[Event]) -> Sequence[Event]:
    """Each main event with its parts by date, then those only mentioned by date."""
    dated = sorted(events, key=_date)
    by_whole: dict[str | None, list[Event]] = {}
    for event in dated:
        by_whole.setdefault(event.part_of if event.role is Role.PART else None, []).append(event)
    known = {event.id for event in dated}
    tops = by_whole.get(None, [])
    mains = [event for event in tops if event.role is Role.MAIN]
    rest = [event for event in tops if event.role is not Role.MAIN]
    lost = [event for event in dated if event.role is Role.PART and event.part_of not in known]
    return [*_with_parts(mains, by_whole), *lost, *_with_parts(rest, by_whole)]


def _with_parts(events: Sequence[Event], by_whole: Mapping[str | None, list[Event]]) -> Iterable[Event]:
    for event in events:
        yield event
        yield from _with_parts(by_whole.get(event.id, []), by_whole)


def _date(event: Event) -> tuple[date, date, str]:
    """An event of unknown date comes last."""
    when = event.when
    first = when.earliest if when is not None and when.earliest is not None else date.max
    last = when.latest if when is not None and when.latest is not None else date.max
    return first, last, event.id


SHELVES: Mapping[str, Shelf] = {
    shelf.name: shelf
    for shelf in (
        Shelf("sources", Source, _sorted_by("id")),
        Shelf("documents", Document, _sorted_by("id"), {"sha256": "sha256", "language": "language", "title": "title"}),
        Shelf("entities", Entity, _sorted_by("name", "id"), {"kind": "kind"}),
        Shelf("events", Event, _events, {"role": "role", "part_of": "part_of"}),
        Shelf(
            "claims",
            Claim,
            _sorted_by("document", "start", "end", "slot", "group", "id"),
            {"document": "document", "event": "event", "slot": "slot", "grp": "group"},
        ),
        Shelf(
            "estimates",
            Estimate,
            _sorted_by("event", "slot", "group", "about"),
            {"event": "event", "slot": "slot", "grp": "group", "status": "status"},
        ),
        Shelf("findings", Finding, _findings, {"event": "event", "kind": "kind"}),
        Shelf(
            "lineage", Lineage, _sorted_by("document", "from_document", "from_source", "kind", "id"), {"kind": "kind"}
        ),
        Shelf(
            "labels",
            Label,
            _sorted_by("document", "start", "end", "term", "entity", "group"),
            {"document": "document"},
            id="term",
        ),
        Shelf(
            "refusals",
            Refusal,
            _sorted_by("document", "start", "end", "slot", "reason"),
            {"document": "document"},
            id="reason",
        ),
        Shelf("unread", Unread, _sorted_by("name", "reason"), id="name"),
    )
}
