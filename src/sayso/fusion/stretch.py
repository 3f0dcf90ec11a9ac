"""Values as stretches of one scale: people, days, dates, minutes of the day; closed intervals, None an open end.

Every kind of value that can be measured compares in the same way: two stretches of one scale leave room for each other
where they share a point.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from sayso.model import Duration, Figure, Place, Qualifier, Truth, Value, When
from sayso.normalisation.durations import DAYS, to_days

# A tenth either way ("about 500") is a fifth in all; a quarter lets "between 45 and 60" through and stops "dozens".
_NARROW = 0.25
# A week: a date told by its week still places an event; a month does not.
_NARROW_DAYS = 7
# Times of day are commonly rounded to the next ten minutes.
_MINUTES = 10


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
        under = self.high is not None and other.low is not None and self.high < other.low
        over = other.high is not None and self.low is not None and other.high < self.low
        return not under and not over

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
    if told is None or told.scale == "minutes":
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


def _dated(value: When) -> Stretch | None:
    if value.earliest is None and value.latest is None:
        if value.time is None:
            return None
        hour, minute = value.time.split(":")[:2]
        told = int(hour) * 60 + int(minute)
        return Stretch("minutes", told - _MINUTES / 2, told + _MINUTES / 2)
    low = None if value.earliest is None else value.earliest.toordinal()
    high = None if value.latest is None else value.latest.toordinal()
    return Stretch("dates", low, high)
