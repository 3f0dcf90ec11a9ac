"""From what is said to when that was: a meaning and an anchor give a period of days.

Nothing is guessed: a meaning whose base the anchor does not hold comes back partial (`XXXX-12-17`) or as None.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from sayso.model.values import When
from sayso.normalisation import vagueness
from sayso.normalisation.edtf import Period, day, narrowed, years
from sayso.normalisation.time_meaning import (
    NARRATIVE,
    Bounded,
    Calendar,
    Either,
    Length,
    Meaning,
    Moment,
    Offset,
    Range,
    Recent,
    Shaded,
    Shift,
    Years,
)
from sayso.normalisation.time_names import Base, calendar, reference_of, shift
from sayso.normalisation.time_steps import DAYS_OF, MONTHS_OF, plus, step

_VAGUE_KEYS = {"few": "a few", "couple": "a couple"}
# Longer offsets are slips or geology, and leave the calendar.
_LONGEST = 10_000


@dataclass(frozen=True, slots=True)
class Anchor:
    """What relative expressions are read against.

    Args:
        published: first day on which the text may have been published.
        published_latest: last such day; None is the same day.
        narrative: the time the account has reached; None where it has none of its own.
        tense: `past`, `present` or `future` of the clause; None is not known.
    """

    published: date | None = None
    published_latest: date | None = None
    narrative: When | None = None
    tense: str | None = None


def locate(meaning: Meaning, anchor: Anchor, *, told: Period | None = None) -> Period | None:
    """The days of a meaning.

    Args:
        meaning: what is said.
        anchor: what it is read against.
        told: the account's own time as a period; else `anchor.narrative`.

    >>> locate(Shift("month", -1), Anchor(date(1997, 1, 5))).first
    datetime.date(1996, 12, 1)
    >>> locate(Shift("month", -1), Anchor()) is None
    True
    """
    if told is None and anchor.narrative is not None and anchor.narrative.earliest and anchor.narrative.latest:
        told = Period(anchor.narrative.earliest, anchor.narrative.latest, "span")
    first = anchor.published
    last = anchor.published_latest or first
    try:
        one = _locate(meaning, Base(first, told, anchor.tense))
        if last == first or one is None:
            return one
        return _hull(one, _locate(meaning, Base(last, told, anchor.tense)))
    except (ValueError, OverflowError):
        return None


def _hull(one: Period, other: Period | None) -> Period | None:
    if one == other or other is None:
        return one if other is not None else None
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return None
    return Period(min(one.first, other.first), max(one.last, other.last), "span")


def _locate(meaning: Meaning, base: Base) -> Period | None:
    locator = _LOCATORS.get(type(meaning))
    return locator(meaning, base) if locator is not None else None


def _offset(meaning: Offset, base: Base) -> Period | None:
    reference, unit = reference_of(meaning.base, base), meaning.length.unit
    low, high = _widened(meaning.length)
    if reference is None or low is None or unit not in (*DAYS_OF, *MONTHS_OF) or max(low, high or 0) > _LONGEST:
        return None
    if unit in ("decade", "century"):
        return _round_offset(meaning, reference)
    near = _moved(reference, unit, meaning.direction * low)
    if high is None:
        return _beyond(near, meaning.direction)
    return _hull(near, _moved(reference, unit, meaning.direction * high)) if near is not None else None


def _widened(length: Length) -> vagueness.Bounds:
    """The length as wide as its words: nearly five months, several years."""
    word = vagueness.VAGUE.get(_VAGUE_KEYS.get(length.words, length.words))
    if word is not None:
        return word.low, word.high
    return vagueness.widen(length.low, length.high, vagueness.hedge(length.words), whole=False)


def _beyond(near: Period | None, direction: int) -> Period | None:
    """More than a year ago: an open end on the far side."""
    if near is None:
        return None
    return Period(None, near.last, "span") if direction < 0 else Period(near.first, None, "span")


def _round_offset(meaning: Offset, reference: Period) -> Period | None:
    """A decade ago names no year: a fifth of the length either side, as wide as "about ten years" reaches twice over."""
    if reference.first is None or reference.last is None or meaning.length.low is None:
        return None
    amount = meaning.direction * meaning.length.low
    slack = abs(amount) / 5
    first = step(plus(reference.first, meaning.length.unit, amount - slack), "year", 0)
    last = step(plus(reference.last, meaning.length.unit, amount + slack), "year", 0)
    return Period(first.first, last.last, "span") if first is not None and last is not None else None


def _moved(reference: Period, unit: str, amount: float) -> Period | None:
    """A period moved by a length; the answer is as coarse as the unit, for "four months later" names no day."""
    if reference.first is None or reference.last is None:
        return None
    first, last = plus(reference.first, unit, amount), plus(reference.last, unit, amount)
    if unit == "day" or (unit == "week" and reference.grain == "span"):
        return Period(first, last, "day" if first == last else reference.grain)
    if reference.grain in ("quarter", "month") and unit == "year":
        return step(first, reference.grain, 0)
    one, other = step(first, unit, 0), step(last, unit, 0)
    if one is None or other is None or one == other:
        return one
    return Period(one.first, other.last, "span")


def _recent(meaning: Recent, base: Base) -> Period | None:
    length, reference = meaning.length, reference_of(meaning.base, base)
    if reference is None or length.low is None or length.unit not in (*DAYS_OF, *MONTHS_OF):
        return None
    start = reference.last if meaning.direction > 0 else reference.first
    if start is None:
        return None
    edge = plus(start, length.unit, meaning.direction * length.low)
    return Period(min(edge, start), max(edge, start), "span")


def _years(meaning: Years, base: Base) -> Period | None:
    if meaning.first >= 100 or meaning.count == 100:
        return years(meaning.first, meaning.count)
    reference = base.speech or date(2000, 1, 1)
    first = reference.year // 100 * 100 + meaning.first
    return years(first if first <= reference.year else first - 100, meaning.count)


def _moment(meaning: Moment, base: Base) -> Period | None:
    found = _locate(meaning.day or Shift("day", 0, NARRATIVE), base)
    return replace(found, clock=meaning.clock, part=meaning.part) if found is not None else None


def _shaded(meaning: Shaded, base: Base) -> Period | None:
    found = _locate(meaning.of, base)
    if found is None or meaning.shade not in ("earlier", "later"):
        return narrowed(found, meaning.shade) if found is not None else None
    is_told = isinstance(meaning.of, Shift) and meaning.of.base == NARRATIVE
    reference = base.narrative if is_told else day(base.speech) if base.speech is not None else None
    return _on_one_side(found, reference, meaning.shade)


def _on_one_side(period: Period, reference: Period | None, shade: str) -> Period:
    """Earlier this year ends with today, later that year starts with the day the account has reached."""
    if (
        period.first is None
        or period.last is None
        or reference is None
        or reference.first is None
        or reference.last is None
    ):
        return period
    if shade == "earlier" and period.first <= reference.last <= period.last:
        return replace(period, last=reference.last, shade=shade)
    if shade == "later" and period.first <= reference.first <= period.last:
        return replace(period, first=reference.first, shade=shade)
    return period


def _range(meaning: Range, base: Base) -> Period | None:
    one, other = _locate(meaning.first, base), _locate(meaning.last, base)
    if one is None or other is None or one.partial or other.partial:
        return None
    if one.first is None or other.last is None or one.first > other.last:
        return None
    return Period(one.first, other.last, "span", is_about=one.is_about or other.is_about)


def _either(meaning: Either, base: Base) -> Period | None:
    found = [period for of in (meaning.one, meaning.other) if (period := _locate(of, base)) is not None]
    firsts = sorted({period.first for period in found if period.first is not None})
    if len(firsts) < 2:
        return day(firsts[0]) if firsts else None
    one_of = "[" + ",".join(first.isoformat() for first in firsts) + "]"
    return Period(firsts[0], firsts[-1], "span", partial=one_of)


def _is_hour_of_day(meaning: Meaning) -> bool:
    """ "Dawn on Tuesday": before it is still on that Tuesday."""
    return isinstance(meaning, Moment) and meaning.day is not None and meaning.part == "DN"


def _bounded(meaning: Bounded, base: Base) -> Period | None:
    found = _locate(meaning.of, base)
    if found is None or found.partial:
        return None
    if (found.clock is not None or _is_hour_of_day(meaning.of)) and meaning.bound in ("before", "after"):
        # "Shortly before 2 a.m. Sunday" is on that Sunday or its eve, and no clock is right.
        return replace(found, clock=None)
    day_long = timedelta(days=1)
    if meaning.bound == "since":
        return Period(found.first, None, "span")
    if meaning.bound == "after":
        return Period(found.last + day_long, None, "span") if found.last else None
    if meaning.bound == "before":
        return Period(None, found.first - day_long, "span") if found.first else None
    return Period(None, found.last, "span")


_LOCATORS: dict[type, Callable[[Any, Base], Period | None]] = {
    Shift: shift,
    Offset: _offset,
    Recent: _recent,
    Calendar: calendar,
    Years: _years,
    Moment: _moment,
    Shaded: _shaded,
    Range: _range,
    Either: _either,
    Bounded: _bounded,
}
