"""Low and high of some readings, in the unit of the best one; dates for dates, nothing for names and texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date

from sayso.fusion.readings import Draft
from sayso.fusion.stretch import Sharpness, stretch
from sayso.model import Bound, Duration, Figure, Qualifier, Truth, Value, When
from sayso.normalisation.durations import DAYS

Range = tuple[Bound, Bound]


def spread(drafts: Sequence[Draft]) -> Range:
    """Low and high of readings that compete: of the sharp ones where there are any, for what is vague widens nothing.

    "At least five" that contradicts "three" reaches to five: that far it is told, and no further.
    """
    sharp = [draft.value for draft in drafts if draft.sharpness < Sharpness.COARSE]
    if not sharp:
        return span_of(draft.value for draft in drafts)
    return span_of([*sharp, *(value for draft in drafts if (value := _told_end(draft.value)) is not None)])


def _told_end(value: Value) -> Figure | None:
    """The end that an open figure tells ("at least 5", "fewer than 9"), as a point."""
    if (
        not isinstance(value, Figure)
        or value.qualifier is Qualifier.VAGUE
        or (value.low is None) == (value.high is None)
    ):
        return None
    end = value.low if value.high is None else value.high
    return replace(value, low=end, high=end)


def span_of(values: Iterable[Value]) -> Range:
    """The lowest low and the highest high of some values; an open end stays open.

    >>> from sayso.model import Qualifier
    >>> span_of([Figure(450, 499, "people", Qualifier.NEARLY, "nearly 500"), Figure(610, 610, "people", Qualifier.EXACT, "610")])
    (450, 610)
    """
    told = list(values)
    if told and all(isinstance(value, When) for value in told):
        return _dates([value for value in told if isinstance(value, When)])
    if not told or not all(isinstance(value, (Figure, Duration, Truth)) for value in told):
        return None, None
    scales = {extent.scale for value in told if (extent := stretch(value)) is not None}
    if len(scales) != 1:
        return None, None
    size = _size(told)
    extents = [extent for value in told if (extent := stretch(value)) is not None]
    lows, highs = [extent.low for extent in extents], [extent.high for extent in extents]
    return _end(min, lows, size), _end(max, highs, size)


def _size(values: Sequence[Value]) -> float:
    """How many days the one unit of durations holds; 1 for all else, and where units differ (days)."""
    units = {value.unit for value in values if isinstance(value, Duration)}
    return DAYS.get(units.pop(), 1) if len(units) == 1 else 1


def _end(choose: Callable[[list[float]], float], ends: Sequence[float | None], size: float) -> float | None:
    told = [end for end in ends if end is not None]
    if len(told) < len(ends):
        return None
    scaled = round(choose(told) / size, 4)
    return int(scaled) if float(scaled).is_integer() else scaled


def _dates(values: Sequence[When]) -> Range:
    lows: list[date | None] = [value.earliest for value in values]
    highs: list[date | None] = [value.latest for value in values]
    low = None if None in lows else min(day for day in lows if day is not None)
    high = None if None in highs else max(day for day in highs if day is not None)
    return low, high


def said_number(value: Figure) -> float | None:
    """The number that a hedge stands beside, as a house counts it that takes one number; the lower one of two.

    >>> from sayso.model import Qualifier
    >>> about = Figure(45, 55, "people", Qualifier.ABOUT, "about 50")
    >>> over = Figure(51, None, "people", Qualifier.MORE_THAN, "over 50")
    >>> up_to = Figure(0, 50, "people", Qualifier.AT_MOST, "up to 50")
    >>> [said_number(value) for value in (about, over, up_to)]
    [50, 51, 50]
    """
    if value.qualifier is Qualifier.ABOUT and value.low is not None and value.high is not None:
        middle = (value.low + value.high) / 2
        return round(middle) if value.unit == "people" else middle
    if value.qualifier in (Qualifier.NEARLY, Qualifier.LESS_THAN) and value.high is not None:
        return value.high + 1
    if value.qualifier is Qualifier.AT_MOST and value.high is not None:
        return value.high
    return value.low
