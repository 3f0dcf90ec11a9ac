"""Values as stretches of one scale: people, days, dates, minutes of the day; closed intervals, None an open end.

Every kind of value that can be measured compares in the same way: two stretches of one scale leave room for each other
where they share a point.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from sayso.model import Duration, Figure, Place, Qualifier, Truth, Value, When
from sayso.normalisation.durations import DAYS, to_days

# A tenth either way ("about 500") is a fifth in all; a quarter lets "between 45 and 60" through and stops "dozens".
_NARROW = 0.25
# A week: a date told by its week still places an event; a month does not.
_NARROW_DAYS = 7
# Times of day are commonly rounded to the next ten minutes; one told to the minute is as good as the clock it was read from.
_TENS, _FIVES, _TO_THE_MINUTE = 7.0, 5.0, 0.9
# "About three" may be a quarter of an hour off; "shortly before three" is within the half hour.
_ABOUT, _SHORTLY, _DAY = 15.0, 30.0, 24 * 60
_HEDGED = re.compile(
    r"\b(?:about|around|approximately|roughly|some|close to|near|nearly|almost|towards?|or so)\b", re.IGNORECASE
)
_BOUND = re.compile(
    r"\W*(?P<near>shortly |just |soon |a little )?(?:(?P<over>by|before|until|till)|(?P<under>after|past|since|from)) (?!past )",
    re.IGNORECASE,
)


class Sharpness(IntEnum):
    """How sharply a value is told; exact and narrow values make readings, coarse ones only fit them."""

    EXACT = 0
    NARROW = 1
    COARSE = 2


# Precision of a place as UCDP counts it: a point or its near surroundings; a district or town; a region or country.
_PLACED = {1: Sharpness.EXACT, 2: Sharpness.EXACT, 3: Sharpness.NARROW, 4: Sharpness.NARROW}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A closed interval on a named scale; None is an open end."""

    scale: str
    low: float | None
    high: float | None

    def meets(self, other: Stretch) -> bool:
        """Whether both share a point.

        >>> Stretch("people", 450, 499).meets(Stretch("people", 401, None))
        True
        """
        if self.scale == "minutes" and float("inf") not in (self.width, other.width):
            return any(_touch(self, other, by) for by in (-_DAY, 0, _DAY))
        return _touch(self, other)

    def common(self, other: Stretch) -> Stretch:
        """The points of both; only where they meet."""
        lows = [low for low in (self.low, other.low) if low is not None]
        highs = [high for high in (self.high, other.high) if high is not None]
        return Stretch(self.scale, max(lows, default=None), min(highs, default=None))

    @property
    def width(self) -> float:
        """How wide it is; infinite where an end is open."""
        if self.low is None or self.high is None:
            return float("inf")
        return self.high - self.low


def _touch(one: Stretch, other: Stretch, by: float = 0) -> bool:
    """Whether two stretches share a point once the first is moved."""
    under = one.high is not None and other.low is not None and one.high + by < other.low
    over = other.high is not None and one.low is not None and other.high < one.low + by
    return not under and not over


@lru_cache(maxsize=1 << 14)
def stretch(value: Value) -> Stretch | None:
    """The stretch a value covers, or None where it cannot be measured."""
    if isinstance(value, Figure):
        return Stretch(value.unit, value.low, value.high)
    if isinstance(value, Truth):
        return Stretch("people", 1, None) if value.holds else Stretch("people", 0, 0)
    if isinstance(value, Duration):
        return Stretch("days", *to_days(value)) if value.unit in DAYS else Stretch(value.unit, value.low, value.high)
    if isinstance(value, When):
        return _dated(value)
    return None


@lru_cache(maxsize=1 << 14)
def sharpness(value: Value) -> Sharpness:
    """How sharply a value is told; names and texts are told exactly.

    >>> sharpness(Figure(14, 14, "people", Qualifier.EXACT, "14")).name
    'EXACT'
    >>> sharpness(Figure(200, 999, "people", Qualifier.VAGUE, "hundreds")).name
    'COARSE'
    """
    if isinstance(value, Place):
        return _PLACED.get(value.precision or 6, Sharpness.COARSE)
    told = stretch(value)
    if told is None or (told.scale == "minutes" and told.width <= 2 * _ABOUT):
        return Sharpness.EXACT
    if getattr(value, "qualifier", None) is Qualifier.VAGUE or told.width == float("inf"):
        return Sharpness.COARSE
    if told.width == 0:
        return Sharpness.EXACT
    narrow = told.width < _NARROW_DAYS if isinstance(value, When) else told.width <= _NARROW * (told.high or 0.0)
    return Sharpness.NARROW if narrow else Sharpness.COARSE


def is_exact(value: Value) -> bool:
    """Whether a value leaves no room at all."""
    return stretch(value) is not None and sharpness(value) is Sharpness.EXACT


def is_point(value: When) -> bool:
    """Whether an hour is told without a hedge or a bound ("18.15", not "by 18.15")."""
    return _BOUND.match(value.text) is None and _HEDGED.search(value.text) is None


def _dated(value: When) -> Stretch | None:
    if value.earliest is None and value.latest is None:
        if value.time is None:
            return None
        return _of_the_clock(value.time, value.text)
    low = None if value.earliest is None else value.earliest.toordinal()
    high = None if value.latest is None else value.latest.toordinal()
    return Stretch("dates", low, high)


def _of_the_clock(time: str, text: str) -> Stretch:
    """The minutes of the day that an hour covers, by how it is told: "4.05", "about four", "shortly before four", "by four"."""
    hour, minute = (int(part) for part in time.split(":")[:2])
    told = float(hour * 60 + minute)
    bound = _BOUND.match(text)
    if bound is not None:
        away = _SHORTLY if bound["near"] else None
        if bound["over"]:
            return Stretch("minutes", None if away is None else told - away, told)
        return Stretch("minutes", told, None if away is None else told + away)
    round_to = _TENS if minute % 10 == 0 else _FIVES if minute % 5 == 0 else _TO_THE_MINUTE
    slack = _ABOUT if _HEDGED.search(text) else round_to
    return Stretch("minutes", told - slack, told + slack)
