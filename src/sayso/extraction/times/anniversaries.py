"""Anniversaries: "thirty years ago on Tuesday", "a century ago this week", "25 years ago today", "40 years ago, on April 17".

A feature of the day tells its event so. The two expressions are one time: the day, week or month by the calendar of the
publication, in the year that the first one leads to. Read apart the second would be a day of the telling.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from sayso.model import When
from sayso.normalisation import times
from sayso.normalisation.time_meaning import Calendar, Length, Meaning, Moment, Offset, Shift

_JOINED = re.compile(r",? (?:on |in )?(?:the |that )?", re.IGNORECASE)
_APPOSED = re.compile(r", (?:it was )?(?:a|the) | \(a ", re.IGNORECASE)
_YEARS = {"year": 1, "decade": 10, "century": 100}
_UNITS = frozenset({"day", "week", "month"})


def joined(found: Sequence[times.TimeExpression], text: str) -> list[tuple[times.TimeExpression, int]]:
    """The expressions of a sentence, each with the years that it goes back; the two of an anniversary as one."""
    told: list[tuple[times.TimeExpression, int]] = []
    for one in found:
        before = told[-1][0] if told and not told[-1][1] else None
        if before is not None and _names_its_weekday(before, one, text):
            continue
        if before is not None and _JOINED.fullmatch(text, before.end, one.start):
            years = (_back(before) if _is_of_the_calendar(one) else 0) or (
                _back(one) if _is_of_the_calendar(before) else 0
            )
            if years:
                day = one if _back(before) else before
                told[-1] = (replace(day, start=before.start, end=one.end, text=text[before.start : one.end]), years)
                continue
        told.append((one, 0))
    return told


def _names_its_weekday(day: times.TimeExpression, one: times.TimeExpression, text: str) -> bool:
    """ "April 17, the Saturday after Easter": which weekday the day was, and no other day."""
    meaning = one.meaning
    is_weekday = isinstance(meaning, Calendar) and meaning.weekday is not None and meaning.day is None
    return is_weekday and _is_a_day(day.meaning) and _APPOSED.fullmatch(text, day.end, one.start) is not None


def _is_a_day(meaning: Meaning | None) -> bool:
    if isinstance(meaning, Moment):
        return _is_a_day(meaning.day)
    return isinstance(meaning, Calendar) and meaning.day is not None


def _back(one: times.TimeExpression) -> int:
    """The whole years that "thirty years ago" goes back; 0 for other times."""
    meaning = one.meaning
    if not isinstance(meaning, Offset) or meaning.direction != -1 or not isinstance(meaning.length, Length):
        return 0
    length = meaning.length
    if length.low is None or length.low != length.high or length.words:
        return 0
    return int(length.low) * _YEARS.get(length.unit, 0)


def _is_of_the_calendar(one: times.TimeExpression) -> bool:
    """Is it a day, a week or a month of any year: "Tuesday", "this week", "April 17", "today"?"""
    meaning = one.meaning
    if isinstance(meaning, Shift):
        return meaning.unit in _UNITS and abs(meaning.step) <= 1
    return isinstance(meaning, Calendar) and meaning.year is None and bool(meaning.weekday is not None or meaning.month)


def anniversary(one: times.TimeExpression, years: int, published: When | None) -> When | None:
    """The time that an anniversary tells; None where the day of publication is not known.

    Args:
        one: the expression of the day.
        years: how many years ago it was.
        published: when the text came out.
    """
    if published is None or published.earliest is None or published.earliest != published.latest:
        return None
    today, meaning = published.earliest, one.meaning
    if isinstance(meaning, Calendar) and meaning.weekday is not None and meaning.month is None:
        ahead = (meaning.weekday - today.weekday()) % 7
        first = last = today + timedelta(days=ahead if ahead <= 3 else ahead - 7)
    else:
        this_year = times.resolve(
            one, times.Anchor(published=today, published_latest=today, narrative=None, tense="past")
        )
        if this_year is None or this_year.earliest is None or this_year.latest is None:
            return None
        first, last = this_year.earliest, this_year.latest
        years += first.year - today.year if isinstance(meaning, Calendar) else 0
    try:
        first, last = _earlier(first, years), _earlier(last, years)
    except ValueError:
        return None
    edtf = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    if (first.day, last.month) == (1, first.month) and (last + timedelta(days=1)).day == 1:
        edtf = f"{first:%Y-%m}"
    return When(edtf, first, last, None, one.text)


def _earlier(day: date, years: int) -> date:
    if (day.month, day.day) == (2, 29):
        day = day - timedelta(days=1)
    return day.replace(year=day.year - years)
