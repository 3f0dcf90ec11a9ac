"""The `value` attribute of TIMEX3, as TimeBank 1.2 writes it: 1998-W12, 1998-Q1, P3M, PAST_REF, XXXX-WXX-1."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from sayso.normalisation.edtf import Period
from sayso.normalisation.time_meaning import (
    Calendar,
    Every,
    Length,
    Meaning,
    Moment,
    Offset,
    Recent,
    Shaded,
    Shift,
    Vague,
    Years,
)

_LETTERS = {
    "year": "Y",
    "month": "M",
    "week": "W",
    "day": "D",
    "quarter": "Q",
    "decade": "E",
    "century": "C",
    "weekend": "WE",
}
_CLOCK_LETTERS = {"hour": "H", "minute": "M", "second": "S"}
_SEASONS = {1: "SP", 2: "SU", 3: "FA", 4: "WI"}
_REFERENCES = {"past": "PAST_REF", "present": "PRESENT_REF", "future": "FUTURE_REF"}


def value_of(meaning: Meaning, period: Period | None) -> str | None:
    """The value of a meaning with its period; None where TIMEX3 marks nothing.

    >>> value_of(Length(3, 3, "month"), None), value_of(Vague("past"), None)
    ('P3M', 'PAST_REF')
    """
    writer = _WRITERS.get(type(meaning))
    if writer is not None:
        return writer(meaning, period)
    return period_value(meaning, period) if period is not None else _unanchored(meaning)


def _length_or_age(meaning: Length, _: Period | None) -> str | None:
    return length_value(meaning) if meaning.words != "old" else None


def _recent_value(meaning: Recent, _: Period | None) -> str:
    is_vague = meaning.length.low is None and meaning.length.words == ""
    return _reference(meaning.direction) if is_vague else length_value(meaning.length)


def _offset_value(meaning: Offset, period: Period | None) -> str | None:
    is_known = period is not None and meaning.length.low is not None
    return period_value(meaning, period) if period is not None and is_known else _reference(meaning.direction)


def _reference(direction: int) -> str:
    return _REFERENCES["past" if direction < 0 else "future"]


def _whole(period: Period | None) -> Period | None:
    """The period that a shade has narrowed, from its grain."""
    if period is None or period.first is None or period.shade is None:
        return period
    if period.grain == "year":
        return replace(period, first=date(period.first.year, 1, 1), last=date(period.first.year, 12, 31))
    return period


def length_value(length: Length) -> str:
    """The value of a duration.

    >>> length_value(Length(2.5, 2.5, "year")), length_value(Length(None, None, "week")), length_value(Length(5, 5, "hour"))
    ('P2Y6M', 'PXW', 'PT5H')
    """
    is_clock = length.unit in _CLOCK_LETTERS
    letter = _CLOCK_LETTERS[length.unit] if is_clock else _LETTERS.get(length.unit, "L")
    prefix = "PT" if is_clock else "P"
    amount = length.high
    if amount is None:
        return f"{prefix}X{letter}"
    if length.unit in ("decade", "quarter"):
        amount, letter = (amount * 10, "Y") if length.unit == "decade" else (amount * 3, "M")
    if length.unit == "weekend" and amount == 1:
        amount, letter = 2, "D"
    if length.unit == "year" and amount % 1 == 0.5:
        return f"P{amount:.0f}Y6M" if amount < 1 else f"P{int(amount)}Y6M"
    if length.unit in ("hour", "minute") and amount % 1 == 0.5:
        smaller = {"hour": "M", "minute": "S"}[length.unit]
        return f"PT{int(amount)}{letter}30{smaller}" if amount >= 1 else f"PT30{smaller}"
    return f"{prefix}{amount:g}{letter}"


def _every_value(of: Meaning) -> str:
    if isinstance(of, Length):
        return length_value(of)
    if isinstance(of, Calendar) and of.weekday is not None and of.month is None:
        return f"XXXX-WXX-{of.weekday + 1}"
    if isinstance(of, Calendar) and of.season is not None:
        return f"XXXX-{_SEASONS[of.season]}"
    if isinstance(of, Calendar) and of.month is not None:
        return f"XXXX-{of.month:02}" + (f"-{of.day:02}" if of.day else "")
    if isinstance(of, Moment) and of.part is not None:
        return f"XXXX-XX-XXT{of.part}"
    return "P1D"


def _moment_value(meaning: Moment, period: Period | None) -> str | None:
    time = f"T{meaning.clock or meaning.part}" if meaning.clock != "24:00" else "T24:00"
    if meaning.day is None:
        return None if meaning.part and meaning.part != "DN" else f"XXXX-XX-XX{time}"
    if period is None or period.first is None:
        return f"XXXX-XX-XX{time}"
    return period.first.isoformat() + time


def period_value(meaning: Meaning, period: Period) -> str | None:
    """The value of an anchored date, as coarse as it was said.

    >>> period_value(Shift("week", -1), Period(date(1998, 3, 16), date(1998, 3, 22), "week"))
    '1998-W12'
    """
    first = period.first
    if period.partial is not None or first is None:
        return period.partial
    year = f"{first.year:04}"
    iso_year, iso_week, _ = first.isocalendar()
    named = {
        "day": first.isoformat(),
        "week": f"{iso_year}-W{iso_week:02}",
        "weekend": f"{iso_year}-W{iso_week:02}-WE",
        "month": year + f"-{first.month:02}",
        "quarter": f"{year}-Q{(first.month + 2) // 3}",
        "half": f"{year}-H{1 if first.month < 7 else 2}",
        "season": f"{year}-{_SEASONS[max(1, first.month // 3)]}",
        "year": year,
        "decade": year[:3],
        "century": year[:2],
    }
    if isinstance(meaning, Years) and meaning.count == 10:
        return year[:3] + "X"
    return named.get(period.grain, first.isoformat() if first == period.last else year)


def _unanchored(meaning: Meaning) -> str | None:
    if isinstance(meaning, Calendar) and meaning.weekday is not None:
        return f"XXXX-WXX-{meaning.weekday + 1}"
    if isinstance(meaning, Calendar) and meaning.season is not None:
        return f"XXXX-{_SEASONS[meaning.season]}"
    return "XXXX-XX-XX" if isinstance(meaning, Shift) and meaning.unit == "day" else None


_WRITERS: dict[type, Callable[[Any, Period | None], str | None]] = {
    Vague: lambda meaning, _: _REFERENCES[meaning.when],
    Length: _length_or_age,
    Recent: _recent_value,
    Every: lambda meaning, _: _every_value(meaning.of),
    Offset: _offset_value,
    Moment: _moment_value,
    Shaded: lambda meaning, period: value_of(meaning.of, _whole(period)),
}
