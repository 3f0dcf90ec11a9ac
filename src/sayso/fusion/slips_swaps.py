"""Years with two digits swapped: what an account tells as another event of the same kind and season is the event itself.

"The march of October 1950", in an account of the march of October 1905, is a slip only if nobody else tells of that year,
it stands there once, and the kind of event and the time of the year are the same: two marches may be. Where it is told of the
event itself, others must tell the year that was meant: two origins, or one, if an account was public before the year that is said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from sayso.fusion.scene import Scene
from sayso.fusion.slips import Slip, is_swapped
from sayso.model import Claim, Document, Event, Role, When

_SLOTS = frozenset({"date_start", "date_end", "date"})
# A swap that two origins speak against is a slip; one alone may have slipped itself.
_ORIGINS = 2
# Two calendars, a month told for its last days: so far apart the same days are told of.
_SEASON = 31
_YEAR = 365
_HOW = "two digits swapped"


def swap_slips(claims: Sequence[Claim], documents: Sequence[Document], scene: Scene) -> Iterator[Slip]:
    """Find the dates that are those of the account's own event with the year's digits swapped."""
    dated = [claim for claim in claims if _year(claim) is not None]
    mains = [event for event in scene.events.values() if event.role is Role.MAIN and event.when is not None]
    texts = {document.id: document.text for document in documents}
    years = _tellers(claims)
    for claim in claims:
        told = scene.events.get(claim.event or "")
        year = _year(claim)
        if told is None or year is None or claim.id in scene.judged.accepted:
            continue
        if texts.get(claim.document, "").count(str(year)) != 1 or years[year] != {claim.document}:
            continue
        if told.role is not Role.MENTIONED:
            said_by_others = _meant_by_others(claim, dated, scene)
            if said_by_others is not None:
                yield Slip(claim.document, claim.event, (claim.id,), str(year), str(said_by_others), _HOW)
            continue
        meant = next((event for event in mains if _is_meant(claim, told, event)), None)
        if meant is not None:
            yield Slip(claim.document, meant.id, (claim.id,), str(year), str(_first(meant).year), _HOW)


def _meant_by_others(claim: Claim, dated: Sequence[Claim], scene: Scene) -> int | None:
    """The year that others give the same event in the same season, one swap away; None where too little speaks for it."""
    year = _year(claim) or 0
    of_event = [one for one in dated if _whole(one, scene) == _whole(claim, scene) and one.document != claim.document]
    found: defaultdict[int, list[Claim]] = defaultdict(list)
    for one in of_event:
        other = _year(one) or 0
        if is_swapped(str(other), str(year)) and _days_apart(_day(one), _day(claim)) <= _SEASON:
            found[other].append(one)
    if len(found) != 1 or any(abs((_year(one) or 0) - year) <= 1 for one in of_event):
        return None
    ((meant, told),) = found.items()
    known = len(scene.witnesses.origins(told)) >= _ORIGINS or _is_public_before(claim, year, scene)
    return meant if known else None


def _whole(claim: Claim, scene: Scene) -> str:
    event = scene.events.get(claim.event or "")
    return "" if event is None else event.part_of or event.id


def _day(claim: Claim) -> date:
    return claim.value.earliest or date.min if isinstance(claim.value, When) else date.min


def _is_public_before(claim: Claim, year: int, scene: Scene) -> bool:
    """Whether another account of the same event was public before the year that is said."""
    event = scene.events.get(_whole(claim, scene))
    days = [scene.published(one) for one in (event.documents if event is not None else ()) if one != claim.document]
    return any(day is not None and day.year < year for day in days)


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
