"""Years with two digits swapped: what an account tells as another event of the same kind and season is the event itself.

"The march of October 1950", in an account of the march of October 1905, is a slip only if nobody else tells of that year,
it stands there once, and the kind of event and the time of the year are the same: two marches may be.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from sayso.fusion.scene import Scene
from sayso.fusion.slips import Slip, is_swapped
from sayso.model import Claim, Document, Event, Role, When

_SLOTS = frozenset({"date_start", "date_end", "date"})
# Two calendars, a month told for its last days: so far apart the same days are told of.
_SEASON = 31
_YEAR = 365


def swap_slips(claims: Sequence[Claim], documents: Sequence[Document], scene: Scene) -> Iterator[Slip]:
    """Find the dates of events only mentioned that are the account's own event with its year's digits swapped."""
    mains = [event for event in scene.events.values() if event.role is Role.MAIN and event.when is not None]
    texts = {document.id: document.text for document in documents}
    years = _tellers(claims)
    for claim in claims:
        told = scene.events.get(claim.event or "")
        year = _year(claim)
        if told is None or told.role is not Role.MENTIONED or year is None or claim.id in scene.judged.accepted:
            continue
        if texts.get(claim.document, "").count(str(year)) != 1 or years[year] != {claim.document}:
            continue
        meant = next((event for event in mains if _is_meant(claim, told, event)), None)
        if meant is not None:
            yield Slip(claim.document, meant.id, (claim.id,), str(year), str(_first(meant).year))


def _tellers(claims: Sequence[Claim]) -> Mapping[int, set[str]]:
    """Which documents tell of a year."""
    found: defaultdict[int, set[str]] = defaultdict(set)
    for claim in claims:
        year = _year(claim)
        if year is not None:
            found[year].add(claim.document)
    return found


def _year(claim: Claim) -> int | None:
    """The year of a date that is told to the month or closer; None where it is told less sharply."""
    value = claim.value
    if claim.slot not in _SLOTS or not isinstance(value, When) or value.earliest is None or value.latest is None:
        return None
    return value.earliest.year if (value.latest - value.earliest).days <= _SEASON else None


def _is_meant(claim: Claim, told: Event, event: Event) -> bool:
    """Whether the same kind of event, in the same season, is told by the same account of a year one swap away."""
    value = claim.value
    if claim.document not in event.documents or told.type != event.type or not isinstance(value, When):
        return False
    said, meant = value.earliest or date.min, _first(event)
    return is_swapped(str(said.year), str(meant.year)) and _days_apart(said, meant) <= _SEASON


def _first(event: Event) -> date:
    return event.when.earliest if event.when is not None and event.when.earliest is not None else date.min


def _days_apart(one: date, other: date) -> int:
    """Days between two dates as if they were of one year.

    >>> _days_apart(date(1950, 12, 28), date(1905, 1, 3))
    7
    """
    apart = abs(one.timetuple().tm_yday - other.timetuple().tm_yday)
    return min(apart, _YEAR + 1 - apart)
