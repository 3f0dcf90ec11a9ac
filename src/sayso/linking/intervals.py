"""The days an event may have covered, and how two such stretches stand to each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.model import Claim, Duration, Episode, When

# Longest stretch that claims may stretch an event to: beyond it one of the dates is of something else, or a slip.
_LONGEST = timedelta(days=800)
# Two calendars, or a month told for its last days: so far apart the same days are told of.
_SEASON = 31
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.4, "year": 365.2}


@dataclass(frozen=True, slots=True, order=True)
class Reach:
    """Whole days, both included; `start` is the first day told, `end` the last."""

    start: date
    end: date

    @property
    def days(self) -> int:
        """How many days it covers.

        >>> Reach(date(2020, 1, 1), date(2020, 1, 3)).days
        3
        """
        return (self.end - self.start).days + 1


def gap(one: Reach, other: Reach) -> int:
    """Days between two stretches; 0 where they share a day.

    >>> gap(Reach(date(2020, 1, 1), date(2020, 1, 3)), Reach(date(2020, 1, 5), date(2020, 1, 9)))
    2
    """
    return max(0, (other.start - one.end).days, (one.start - other.end).days)


def is_slipped(one: Reach, other: Reach) -> bool:
    """Whether the years of two stretches of one season differ by two neighbouring digits swapped: likelier a slip than chance.

    >>> is_slipped(Reach(date(1950, 10, 1), date(1950, 10, 31)), Reach(date(1905, 11, 1), date(1905, 11, 3)))
    True
    """
    first, second = f"{one.start.year}", f"{other.start.year}"
    swaps = (first[:n] + first[n + 1] + first[n] + first[n + 2 :] for n in range(len(first) - 1))
    near = abs(one.start.timetuple().tm_yday - other.start.timetuple().tm_yday) <= _SEASON
    return first != second and near and second in swaps


def reach_of(told: Sequence[Episode], claims: Iterable[Claim], published: date | None) -> Reach | None:
    """The days that a document gives an event: its own when, its parts' and its dates'.

    A date after the publication, or one that would stretch the event past two years, is left out: it is of something
    else, or a slip.
    """
    claims = list(claims)
    own = [reach for episode in told if episode.part is None and (reach := reach_from(episode.when, published))]
    parts = [reach for episode in told if episode.part is not None and (reach := reach_from(episode.when, published))]
    dated = [
        reach
        for claim in claims
        if claim.slot in ("date_start", "date_end")
        and isinstance(claim.value, When)
        and (reach := reach_from(claim.value, published))
    ]
    found = own or sorted(dated)[:1] or parts
    if not found:
        return None
    base = Reach(min(reach.start for reach in found), max(reach.end for reach in found))
    for other in [*parts, *dated]:
        base = _hull(base, other)
    return base


def reach_from(when: When | None, published: date | None = None) -> Reach | None:
    """The days of a When, or None where either end is open or lies after the publication."""
    if when is None or when.earliest is None or when.latest is None:
        return None
    if published is not None and when.earliest > published:
        return None
    if not 1000 <= when.earliest.year <= when.latest.year <= 2100:
        return None
    latest = min(when.latest, published) if published is not None else when.latest
    return Reach(when.earliest, max(when.earliest, latest))


def _hull(one: Reach, other: Reach) -> Reach:
    """Both together; where a wide date holds a narrow one, the narrow one (`1996` and `17 December 1996`)."""
    if one.start <= other.start and other.end <= one.end and is_calendar(one):
        return other if one.days <= 366 else one
    if other.start <= one.start and one.end <= other.end:
        return one
    hull = Reach(min(one.start, other.start), max(one.end, other.end))
    return hull if hull.end - hull.start <= _LONGEST else one


def lasted(claims: Iterable[Claim], wholes: frozenset[int]) -> int:
    """The longest stretch, in days, that a document says the whole lasted; 0 where it says nothing usable."""
    lengths = [
        claim.value.low * _DAYS[claim.value.unit]
        for claim in claims
        if claim.episode in wholes
        and claim.slot == "duration"
        and isinstance(claim.value, Duration)
        and claim.value.unit in _DAYS
        and claim.value.low is not None
    ]
    return round(max((length for length in lengths if length <= _LONGEST.days), default=0))


def is_year(reach: Reach) -> bool:
    """One whole year."""
    return are_years(reach) and reach.start.year == reach.end.year


def are_years(reach: Reach) -> bool:
    """Whole years."""
    return (reach.start.month, reach.start.day, reach.end.month, reach.end.day) == (1, 1, 12, 31)


def is_month(reach: Reach) -> bool:
    """One whole month."""
    return reach.start.day == 1 and (reach.end + timedelta(days=1)).day == 1 and 27 < reach.days < 32


def is_calendar(reach: Reach) -> bool:
    """A month or years as a calendar has them: what is said where no day is known."""
    return is_month(reach) or are_years(reach)
