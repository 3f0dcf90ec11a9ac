"""The main events of a case as a list: searched, and filtered by type, place, time, size and disagreement."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from sayso.dossier.phrases import value_words, when
from sayso.model import Place, Status, Value, When, from_row

if TYPE_CHECKING:
    from sayso.store import Brief, View

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

    id: str
    title: str
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
    """The main events that are wanted, in the order of the case (by date); no row but those of the index is read."""
    asked = wanted or Wanted()
    disputed = _disputed(view)
    tolls = _tolls(view)
    types = view.codebook.fusion.event_types
    for brief in view.briefs():
        killed, injured = (tolls[slot].get(brief.id) for slot in ("killed", "injured"))
        if asked.killed > _least(killed) or brief.accounts < asked.accounts:
            continue
        if asked.is_disputed and not disputed[brief.id]:
            continue
        day = from_row(When, json.loads(brief.day)) if brief.day else None
        place = from_row(Place, json.loads(brief.place)) if brief.place else None
        kind = types.get(brief.type, brief.type.replace("_", " "))
        if not _is_wanted(brief, asked, kind, day, place):
            continue
        yield Listed(
            id=brief.id,
            title=brief.title,
            kind=kind,
            when="" if day is None else when(day),
            where="" if place is None else ", ".join((place.name, *place.inside[:1])),
            accounts=brief.accounts,
            killed=_words(killed),
            injured=_words(injured),
            disputed=disputed[brief.id],
        )


def _is_wanted(brief: Brief, asked: Wanted, kind: str, day: When | None, place: Place | None) -> bool:
    names = (place.name, *place.inside, place.country or "") if place is not None else ()
    first, last = (day.earliest, day.latest) if day is not None else (None, None)
    said = "" if day is None or not asked.words else when(day)
    told = " ".join((brief.id, brief.title, kind, brief.type, said, *names)).casefold()
    return (
        (asked.kind is None or asked.kind.casefold() in (brief.type, kind.casefold()))
        and (asked.place is None or _names(asked.place, names))
        and (asked.since is None or (last or date.min) >= asked.since)
        and (asked.until is None or (first or date.max) <= asked.until)
        and all(word in told for word in asked.words.casefold().split())
    )


def _names(asked: str, names: tuple[str, ...]) -> bool:
    """Whether a place is one of these: a code of two letters is a country's, all else may be part of a name."""
    wanted = asked.casefold()
    return any(wanted == name.casefold() or (len(wanted) > 2 and wanted in name.casefold()) for name in names)


def _disputed(view: View) -> Counter[str]:
    """For each main event how many questions are answered differently, on it and on its parts."""
    found = view.disputed(DISPUTED)
    wholes = view.wholes()
    rolled: Counter[str] = Counter()
    for event, count in found.items():
        rolled[wholes.get(event, event)] += count
    return rolled


def _tolls(view: View) -> Mapping[str, Mapping[str, Any]]:
    """For each slot and event the best value of all people, as a row; that of a group where there is none."""
    found: dict[str, dict[str, Any]] = {"killed": {}, "injured": {}}
    for toll in sorted(view.tolls(), key=lambda one: one.group in (None, "total")):
        found[toll.slot][toll.event] = toll.best
    return found


def _least(best: str | None) -> float:
    """The lowest number that a value leaves room for, 0 where there is none."""
    low = json.loads(best).get("low") if best else None
    return float(low) if isinstance(low, int | float) else 0.0


def _words(best: str | None) -> str:
    shape: Any = Value
    return value_words(from_row(shape, json.loads(best))) if best else ""
