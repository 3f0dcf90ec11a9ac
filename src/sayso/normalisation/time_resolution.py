"""From what is said to when that was: a meaning and an anchor give a period of days.

Nothing is guessed: a meaning whose base the anchor does not hold comes back partial (`XXXX-12-17`) or as None.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from sayso.model.values import When
from sayso.normalisation.edtf import Period, day, month, months, narrowed, season, week, years
from sayso.normalisation.holidays import holiday
from sayso.normalisation.time_meaning import (
    NARRATIVE,
    Bounded,
    Calendar,
    Either,
    Meaning,
    Moment,
    Offset,
    Range,
    Recent,
    Shaded,
    Shift,
    Years,
)

_MONTHS_OF = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_DAYS_OF = {"day": 1, "week": 7, "weekend": 7}
# A day ahead counts half as far again as one behind: news tells of what has been more than of what will be.
# A tense tips the scale and does not decide: "the offer was extended to Nov. 16" looks ahead in the past tense.
_WEIGHTS: dict[str | None, tuple[float, float]] = {
    None: (1.5, 1.0),
    "present": (1.5, 1.0),
    "past": (3.0, 1.0),
    "future": (1.0, 3.0),
}
# An account whose own time lies this far from its publication is read against its own time.
_FAR = timedelta(days=60)


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


@dataclass(frozen=True, slots=True)
class _Base:
    """One day to read against, with the account's own time beside."""

    speech: date | None
    narrative: Period | None
    tense: str | None


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
        one = _locate(meaning, _Base(first, told, anchor.tense))
        if last == first or one is None:
            return one
        return _hull(one, _locate(meaning, _Base(last, told, anchor.tense)))
    except (ValueError, OverflowError):
        return None


def _hull(one: Period, other: Period | None) -> Period | None:
    if one == other or other is None:
        return one if other is not None else None
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return None
    return Period(min(one.first, other.first), max(one.last, other.last), "span")


def _locate(meaning: Meaning, base: _Base) -> Period | None:
    locator = _LOCATORS.get(type(meaning))
    return locator(meaning, base) if locator is not None else None


def _reference(name: str, base: _Base) -> Period | None:
    if name == NARRATIVE:
        return base.narrative
    return day(base.speech) if base.speech is not None else None


def _shift(meaning: Shift, base: _Base) -> Period | None:
    reference = _reference(meaning.base, base)
    if reference is None or reference.first is None or reference.last is None:
        return None
    if reference.first == reference.last:
        return step(reference.first, meaning.unit, meaning.step)
    if meaning.step > 0 and meaning.unit in _DAYS_OF:
        return step(reference.last, meaning.unit, meaning.step)
    one, other = step(reference.first, meaning.unit, meaning.step), step(reference.last, meaning.unit, meaning.step)
    return one if one == other or meaning.unit == reference.grain else None


def step(of: date, unit: str, count: int) -> Period | None:
    """The calendar unit so many steps from that of a day.

    >>> step(date(1989, 11, 2), "quarter", -1).first
    datetime.date(1989, 7, 1)
    """
    if unit == "day":
        return day(of + timedelta(days=count))
    if unit == "week":
        return week(of + timedelta(weeks=count))
    if unit == "weekend":
        return _weekend(of, count)
    if unit in ("month", "quarter"):
        size = _MONTHS_OF[unit]
        index = (of.year * 12 + of.month - 1) // size + count
        year, number = divmod(index * size, 12)
        return months(year, number + 1, size, unit)
    if unit in ("year", "decade", "century"):
        size = _MONTHS_OF[unit] // 12
        return years((of.year // size + count) * size, size)
    return None


def _weekend(of: date, count: int) -> Period:
    """The weekend nearest before, or of this week from Friday on."""
    saturday = of + timedelta(days=5 - of.weekday()) + timedelta(weeks=count)
    if count == 0 and of.weekday() < 3:
        saturday -= timedelta(weeks=1)
    return Period(saturday, saturday + timedelta(days=1), "weekend")


def _offset(meaning: Offset, base: _Base) -> Period | None:
    reference = _reference(meaning.base, base)
    low, high, unit = meaning.length.low, meaning.length.high, meaning.length.unit
    if reference is None or reference.first is None or reference.last is None or low is None or high is None:
        return None
    if unit in ("hour", "minute", "second"):
        return reference if unit == "hour" and max(low, high) >= 24 and reference.first is None else None
    if high > 10_000:
        return None
    if unit in ("decade", "century"):
        return _round_offset(meaning, reference)
    edges = [_moved(reference, unit, meaning.direction * amount) for amount in {low, high}]
    if any(edge is None for edge in edges):
        return None
    found = [edge for edge in edges if edge is not None]
    if len(found) == 1:
        return found[0]
    first = min(edge.first for edge in found if edge.first)
    return Period(first, max(edge.last for edge in found if edge.last), "span")


def _round_offset(meaning: Offset, reference: Period) -> Period | None:
    """A decade ago names no year: a fifth of the length either side, as wide as "about ten years" reaches twice over."""
    if reference.first is None or reference.last is None or meaning.length.low is None:
        return None
    amount = meaning.direction * meaning.length.low
    slack = abs(amount) / 5
    first = step(_plus(reference.first, meaning.length.unit, amount - slack), "year", 0)
    last = step(_plus(reference.last, meaning.length.unit, amount + slack), "year", 0)
    return Period(first.first, last.last, "span") if first is not None and last is not None else None


def _moved(reference: Period, unit: str, amount: float) -> Period | None:
    """A period moved by a length; the answer is as coarse as the unit, for "four months later" names no day."""
    if reference.first is None or reference.last is None:
        return None
    first, last = _plus(reference.first, unit, amount), _plus(reference.last, unit, amount)
    if unit == "day" or (unit == "week" and reference.grain == "span"):
        return Period(first, last, "day" if first == last else reference.grain)
    if reference.grain in ("quarter", "month") and unit == "year":
        return step(first, reference.grain, 0)
    one, other = step(first, unit, 0), step(last, unit, 0)
    if one is None or other is None or one == other:
        return one
    return Period(one.first, other.last, "span")


def _plus(of: date, unit: str, amount: float) -> date:
    """A day moved by a length.

    >>> _plus(date(1996, 12, 17), "month", 4)
    datetime.date(1997, 4, 17)
    """
    if unit in _DAYS_OF:
        return of + timedelta(days=round(_DAYS_OF[unit] * amount))
    year, number = divmod(of.year * 12 + of.month - 1 + round(_MONTHS_OF[unit] * amount), 12)
    ends = month(year, number + 1).last
    return date(year, number + 1, min(of.day, ends.day if ends else 28))


def _recent(meaning: Recent, base: _Base) -> Period | None:
    length = meaning.length
    if base.speech is None or length.low is None or length.unit not in (*_DAYS_OF, *_MONTHS_OF):
        return None
    edge = _plus(base.speech, length.unit, meaning.direction * length.low)
    return Period(min(edge, base.speech), max(edge, base.speech), "span")


def _calendar(meaning: Calendar, base: _Base) -> Period | None:
    if isinstance(meaning.year, Shift):
        year = _shift(meaning.year, base)
        if year is None or year.first is None:
            return _partial(meaning)
        return in_year(meaning, year.first.year)
    if meaning.year is not None:
        return in_year(meaning, meaning.year)
    if meaning.month is None and meaning.day is not None:
        return _bare_day(meaning, base)
    if meaning.weekday is not None and meaning.month is None:
        return _weekday(meaning, base)
    return _nearest(meaning, base) or _partial(meaning)


def in_year(meaning: Calendar, year: int) -> Period | None:
    """A calendar meaning within one year; None for a day that the month has not."""
    if not 1 <= year <= date.max.year:
        return None
    if meaning.holiday is not None:
        found = holiday(meaning.holiday, year)
        return day(found) if found is not None else None
    if meaning.season is not None:
        return season(year, meaning.season)
    if meaning.quarter is not None:
        return months(year, 3 * meaning.quarter - 2, 3, "quarter")
    if meaning.half is not None:
        return months(year, 6 * meaning.half - 5, 6, "half")
    if meaning.month is None:
        return years(year, 1)
    if not 1 <= meaning.month <= 12:
        return None
    if meaning.day is None:
        return month(year, meaning.month)
    whole = month(year, meaning.month)
    if whole.last is None or not 1 <= meaning.day <= whole.last.day:
        return None
    return day(date(year, meaning.month, meaning.day))


def _partial(meaning: Calendar) -> Period | None:
    """What stays where the year is not known: XXXX-12-17."""
    if meaning.month is None or meaning.step is not None or in_year(replace(meaning, year=2000), 2000) is None:
        return None
    tail = "" if meaning.day is None else f"-{meaning.day:02}"
    return Period(None, None, "day" if tail else "month", partial=f"XXXX-{meaning.month:02}{tail}")


def _nearest(meaning: Calendar, base: _Base) -> Period | None:
    """A name of the calendar without its year: the one that fits step and tense, else the nearest."""
    reference = base.speech
    told = base.narrative if meaning.step is None or meaning.base == NARRATIVE else None
    if told is not None and told.first is not None and told.last is not None:
        reference = told.first
    elif meaning.base == NARRATIVE and meaning.step is not None:
        return None
    if reference is None:
        return None
    found = [in_year(meaning, reference.year + more) for more in (-1, 0, 1)]
    candidates = [period for period in found if period is not None and period.first and period.last]
    if meaning.step is not None:
        return _stepped(candidates, reference, meaning.step)
    tense = base.tense if told is None else None
    return min(candidates, key=lambda period: _distance(period, told or day(reference), tense), default=None)


def _distance(period: Period, reference: Period, tense: str | None) -> float:
    if period.first is None or period.last is None or reference.first is None or reference.last is None:
        return 0
    ahead, behind = (period.first - reference.last).days, (reference.first - period.last).days
    forward, backward = _WEIGHTS[tense]
    return max(0, ahead * forward, behind * backward)


def _stepped(candidates: list[Period], reference: date, count: int) -> Period | None:
    if count < 0:
        return next((period for period in reversed(candidates) if period.last and period.last < reference), None)
    if count > 0:
        return next((period for period in candidates if period.first and period.first > reference), None)
    same = [period for period in candidates if period.first and period.first.year == reference.year]
    holding = [period for period in candidates if period.first and period.last and period.first <= reference <= period.last]
    return next(iter(holding or same), None)


def _weekday(meaning: Calendar, base: _Base) -> Period | None:
    """The last such day not after the publication, or the next one where the clause looks ahead."""
    reference = base.speech
    told = base.narrative
    if meaning.weekday is None:
        return None
    if told is not None and told.last is not None and (reference is None or abs(reference - told.last) > _FAR):
        return None
    if meaning.base == NARRATIVE and told is not None:
        reference = told.last
    if reference is None:
        return None
    behind = (reference.weekday() - meaning.weekday) % 7
    if meaning.step == -1:
        return day(reference - timedelta(days=behind or 7))
    if meaning.step == 1 or (base.tense == "future" and behind):
        return day(reference + timedelta(days=7 - behind))
    if meaning.step == 0 and behind:
        return day(reference + timedelta(days=7 - behind))
    return day(reference - timedelta(days=behind))


def _bare_day(meaning: Calendar, base: _Base) -> Period | None:
    """The 17th: of the narrative's month, else of the last month that had it."""
    told = base.narrative
    if told is not None and told.first and told.last and (told.first.year, told.first.month) == (told.last.year, told.last.month):
        return in_year(replace(meaning, month=told.first.month), told.first.year)
    if base.speech is None or meaning.day is None:
        return None
    for back in (0, 1, 2):
        found = step(base.speech, "month", -back)
        if found is None or found.first is None:
            continue
        period = in_year(replace(meaning, month=found.first.month), found.first.year)
        if period is not None and period.first is not None and period.first <= base.speech:
            return period
    return None


def _years(meaning: Years, base: _Base) -> Period | None:
    if meaning.first >= 100 or meaning.count == 100:
        return years(meaning.first, meaning.count)
    reference = base.speech or date(2000, 1, 1)
    first = reference.year // 100 * 100 + meaning.first
    return years(first if first <= reference.year else first - 100, meaning.count)


def _moment(meaning: Moment, base: _Base) -> Period | None:
    if meaning.day is None:
        return None
    found = _locate(meaning.day, base)
    return replace(found, clock=meaning.clock, part=meaning.part) if found is not None else None


def _shaded(meaning: Shaded, base: _Base) -> Period | None:
    found = _locate(meaning.of, base)
    if found is None or meaning.shade not in ("earlier", "later"):
        return narrowed(found, meaning.shade) if found is not None else None
    is_told = isinstance(meaning.of, Shift) and meaning.of.base == NARRATIVE
    reference = base.narrative if is_told else day(base.speech) if base.speech is not None else None
    return _on_one_side(found, reference, meaning.shade)


def _on_one_side(period: Period, reference: Period | None, shade: str) -> Period:
    """Earlier this year ends with today, later that year starts with the day the account has reached."""
    if period.first is None or period.last is None or reference is None or reference.first is None or reference.last is None:
        return period
    if shade == "earlier" and period.first <= reference.last <= period.last:
        return replace(period, last=reference.last, shade=shade)
    if shade == "later" and period.first <= reference.first <= period.last:
        return replace(period, first=reference.first, shade=shade)
    return period


def _range(meaning: Range, base: _Base) -> Period | None:
    one, other = _locate(meaning.first, base), _locate(meaning.last, base)
    if one is None or other is None or one.partial or other.partial:
        return None
    if one.first is None or other.last is None or one.first > other.last:
        return None
    return Period(one.first, other.last, "span", is_about=one.is_about or other.is_about)


def _either(meaning: Either, base: _Base) -> Period | None:
    found = [period for of in (meaning.one, meaning.other) if (period := _locate(of, base)) is not None]
    firsts = sorted(period.first for period in found if period.first is not None)
    return Period(firsts[0], firsts[-1], "day" if len(firsts) == 1 else "span") if firsts else None


def _bounded(meaning: Bounded, base: _Base) -> Period | None:
    found = _locate(meaning.of, base)
    if found is None or found.partial:
        return None
    day_long = timedelta(days=1)
    if meaning.bound == "since":
        return Period(found.first, None, "span")
    if meaning.bound == "after":
        return Period(found.last + day_long, None, "span") if found.last else None
    if meaning.bound == "before":
        return Period(None, found.first - day_long, "span") if found.first else None
    return Period(None, found.last, "span")


_LOCATORS: dict[type, Callable[[Any, _Base], Period | None]] = {
    Shift: _shift,
    Offset: _offset,
    Recent: _recent,
    Calendar: _calendar,
    Years: _years,
    Moment: _moment,
    Shaded: _shaded,
    Range: _range,
    Either: _either,
    Bounded: _bounded,
}
