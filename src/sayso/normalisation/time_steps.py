"""Calendar arithmetic: the unit so many steps away, a day moved by a length, a name of the calendar within a year."""

from __future__ import annotations

from datetime import date, timedelta

from sayso.normalisation.edtf import Period, day, month, months, season, week, years
from sayso.normalisation.holidays import holiday
from sayso.normalisation.time_meaning import Calendar

MONTHS_OF = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
DAYS_OF = {"day": 1, "week": 7, "weekend": 7}
# Days of a mean month, for parts of one.
_MONTH = 30.44


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
        size = MONTHS_OF[unit]
        index = (of.year * 12 + of.month - 1) // size + count
        year, number = divmod(index * size, 12)
        return months(year, number + 1, size, unit)
    if unit in ("year", "decade", "century"):
        size = MONTHS_OF[unit] // 12
        return years((of.year // size + count) * size, size)
    return None


def _weekend(of: date, count: int) -> Period:
    """The weekend nearest before, or of this week from Friday on."""
    saturday = of + timedelta(days=5 - of.weekday()) + timedelta(weeks=count)
    if count == 0 and of.weekday() < 3:
        saturday -= timedelta(weeks=1)
    return Period(saturday, saturday + timedelta(days=1), "weekend")


def plus(of: date, unit: str, amount: float) -> date:
    """A day moved by a length.

    >>> plus(date(1996, 12, 17), "month", 4)
    datetime.date(1997, 4, 17)
    """
    if unit in DAYS_OF or amount % 1:
        days = DAYS_OF[unit] if unit in DAYS_OF else MONTHS_OF[unit] * _MONTH
        return of + timedelta(days=round(days * amount))
    year, number = divmod(of.year * 12 + of.month - 1 + round(MONTHS_OF[unit] * amount), 12)
    ends = month(year, number + 1).last
    return date(year, number + 1, min(of.day, ends.day if ends else 28))


def in_year(meaning: Calendar, year: int) -> Period | None:
    """A calendar meaning within one year; None for a day that the month has not."""
    if not 1 <= year <= date.max.year:
        return None
    if meaning.month is not None:
        return _month_or_day(year, meaning.month, meaning.day)
    if meaning.holiday is not None:
        found = holiday(meaning.holiday, year)
        return day(found) if found is not None else None
    if meaning.season is not None:
        return season(year, meaning.season)
    return _part_of_year(meaning, year)


def _part_of_year(meaning: Calendar, year: int) -> Period | None:
    if meaning.quarter is not None:
        return months(year, 3 * meaning.quarter - 2, 3, "quarter")
    if meaning.half is not None:
        return months(year, 6 * meaning.half - 5, 6, "half")
    return years(year, 1)


def _month_or_day(year: int, number: int, of: int | None) -> Period | None:
    if not 1 <= number <= 12:
        return None
    whole = month(year, number)
    if of is None:
        return whole
    is_day = whole.last is not None and 1 <= of <= whole.last.day
    return day(date(year, number, of)) if is_day else None
