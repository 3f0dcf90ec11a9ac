"""The main events of a case as a list: searched, and filtered by type, place, time, size and disagreement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sayso.dossier.phrases import value_words, when
from sayso.model import Estimate, Event, Role, Status

if TYPE_CHECKING:
    from sayso.store import View

#: Statuses in which accounts disagree.
DISPUTED = (Status.CONTESTED, Status.DENIED, Status.OUTLIER)


@dataclass(frozen=True, slots=True)
class Listed:
    """One main event with its parts, in short.

    Args:
        kind: its type in the codebook's words; when, where: as words, empty where unknown.
        accounts: how many tell of it; killed, injured: the best values as words, empty where nobody says.
        disputed: how many questions its accounts answer differently.
    """

    event: Event
    kind: str
    when: str
    where: str
    accounts: int
    killed: str
    injured: str
    disputed: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which events are asked for; what is None asks nothing.

    Args:
        kind: a type, or words of how it is shown; place: words of its place, a country's code too.
        since, until: days that it touches, both within; accounts: at least so many tell of it; killed: at least so many.
        is_disputed: accounts answer some question differently; words: all stand in its title, type, place or day.
    """

    kind: str | None = None
    place: str | None = None
    since: date | None = None
    until: date | None = None
    accounts: int = 0
    killed: int = 0
    is_disputed: bool = False
    words: str = ""


def listed(view: View, wanted: Wanted | None = None) -> Iterator[Listed]:
    """The main events that are wanted, in the order of the case (by date)."""
    asked = wanted or Wanted()
    events = view.events()
    root = {event.id: event.part_of or event.id for event in events}
    disputed: Counter[str] = Counter()
    for name, standing in view.standings().items():
        disputed[root.get(name, name)] += sum(standing[status] for status in DISPUTED)
    killed, injured = ({**_tolls(view, slot)} for slot in ("killed", "injured"))
    types = view.codebook.fusion.event_types
    for event in events:
        if event.role is not Role.MAIN or asked.killed > _least(killed.get(event.id)):
            continue
        one = Listed(
            event=event,
            kind=types.get(event.type, event.type.replace("_", " ")),
            when="" if event.when is None else when(event.when),
            where="" if event.where is None else ", ".join((event.where.name, *event.where.inside[:1])),
            accounts=len(event.documents),
            killed=_words(killed.get(event.id)),
            injured=_words(injured.get(event.id)),
            disputed=disputed[event.id],
        )
        if _is_wanted(one, asked):
            yield one


def _is_wanted(one: Listed, asked: Wanted) -> bool:
    event = one.event
    place = event.where
    names = (place.name, *place.inside, place.country or "") if place is not None else ()
    told = " ".join((event.id, event.title, one.kind, event.type, one.when, *names)).casefold()
    return (
        (asked.kind is None or asked.kind.casefold() in (event.type, one.kind.casefold()))
        and (asked.place is None or _names(asked.place, names))
        and (asked.since is None or (_last(event) or date.min) >= asked.since)
        and (asked.until is None or (_first(event) or date.max) <= asked.until)
        and one.accounts >= asked.accounts
        and (one.disputed > 0 or not asked.is_disputed)
        and all(word in told for word in asked.words.casefold().split())
    )


def _names(asked: str, names: tuple[str, ...]) -> bool:
    """Whether a place is one of these: a code of two letters is a country's, all else may be part of a name."""
    wanted = asked.casefold()
    return any(wanted == name.casefold() or (len(wanted) > 2 and wanted in name.casefold()) for name in names)


def _first(event: Event) -> date | None:
    return event.when.earliest if event.when is not None else None


def _last(event: Event) -> date | None:
    return event.when.latest if event.when is not None else None


def _tolls(view: View, slot: str) -> Mapping[str, Estimate]:
    """For each event its estimate of all people, where there is one."""
    found = (one for one in view.estimates(slot=slot) if one.about is None and one.best is not None)
    return {one.event: one for one in sorted(found, key=lambda one: one.group in (None, "total"))}


def _least(estimate: Estimate | None) -> float:
    """The lowest number that an estimate leaves room for, 0 where there is none."""
    best = None if estimate is None else estimate.best
    low = getattr(best, "low", None)
    return float(low) if isinstance(low, int | float) else 0.0


def _words(estimate: Estimate | None) -> str:
    return "" if estimate is None or estimate.best is None else value_words(estimate.best)
