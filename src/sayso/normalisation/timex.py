"""Time expressions as TIMEX3 (ISO-TimeML; values as in TimeBank 1.2), for researchers and for measuring.

A document is read from its start to its end, and the last date told is what the next narrative expression is read
against, as in HeidelTime's narrative strategy (Strötgen and Gertz 2013). Without one, the publication date stands in:
TIMEX3 wants a value for each expression, which the case does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from sayso.normalisation import times
from sayso.normalisation.edtf import Period, day
from sayso.normalisation.time_meaning import (
    NARRATIVE,
    SPEECH,
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
from sayso.normalisation.time_resolution import Anchor, locate
from sayso.normalisation.times import TimeExpression

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
_AHEAD = re.compile(
    r"\b(?:will|won't|shall|'ll|expect\w*|(?<!had been )scheduled|set to|(?<!had been )due|plans?|is to|are to|effective|payable)\b"
)
_OPEN = re.compile(r"\b(?:until|till|as (?:early|soon) as)\s+(?:\w+\s+)?$")
_ENDED = re.compile(r"\s+end(?:ed|ing|s)\b")
_BEHIND = re.compile(
    r"\b(?:was|were|had|did|said|has|have|fell|rose|bought|sold|made|took|held|left|came|went|began|won|lost|met|told|gave|saw|brought|led|paid|shot|[a-z]{3,}ed)\b"
)


def annotate(text: str, published: date | None) -> list[dict[str, Any]]:
    """The TIMEX3 expressions of a text: `start`, `end`, `text`, `type`, `value`, in order.

    Args:
        text: the document.
        published: its day of publication, None where it is not known.

    >>> [(found["text"], found["type"], found["value"]) for found in annotate("He left last week.", date(1998, 3, 27))]
    [('last week', 'DATE', '1998-W12')]
    """
    told: Period | None = day(published) if published is not None else None
    rows: list[dict[str, Any]] = []
    for found in _flat(times.find(text)):
        anchor = Anchor(published, tense=_tense(text, found))
        meaning = _said(found, told, text)
        period = _located(meaning, anchor, told)
        value = _value(meaning, period)
        if value is None:
            continue
        rows.append(
            {"start": found.start, "end": found.end, "text": found.text, "type": _type(meaning), "value": value}
        )
        if period is not None and _is_landmark(meaning, period):
            told = period
    return rows


def _flat(expressions: Iterable[TimeExpression]) -> Iterator[TimeExpression]:
    for found in expressions:
        if found.parts:
            yield from _flat(found.parts)
        else:
            yield found


def _tense(text: str, found: TimeExpression) -> str | None:
    if isinstance(found.meaning, Calendar | Moment) and _OPEN.search(text[max(0, found.start - 30) : found.start]):
        return "future"
    before = text[max(0, found.start - 60) : found.start].rpartition(". ")[2]
    ahead = [match.start() for match in _AHEAD.finditer(before)]
    behind = [match.start() for match in _BEHIND.finditer(before)]
    if ahead and (not behind or ahead[-1] >= behind[-1]):
        return "future"
    if behind:
        return "past"
    after = text[found.end : found.end + 60].partition(". ")[0]
    return "future" if _AHEAD.search(after) else "past" if _BEHIND.search(after) else None


def _located(meaning: Meaning, anchor: Anchor, told: Period | None) -> Period | None:
    """The period against what was told last, else against the publication."""
    if not _is_narrative(meaning):
        return locate(meaning, anchor)
    published = day(anchor.published) if anchor.published is not None else None
    return locate(meaning, anchor, told=told) or locate(meaning, anchor, told=published)


def _is_landmark(meaning: Meaning, period: Period) -> bool:
    """Whether later expressions are read against it: a year ago is a look back, not a place the text has reached."""
    is_look_back = isinstance(meaning, Offset) and meaning.length.unit in ("year", "decade", "century")
    return period.first is not None and period.last is not None and period.grain != "span" and not is_look_back


def _said(found: TimeExpression, told: Period | None, text: str) -> Meaning:
    """The meaning in its text: a year ago, in a text about a quarter, is that quarter a year ago."""
    meaning = found.meaning
    if isinstance(meaning, Shift) and meaning.unit == "quarter" and meaning.base == NARRATIVE:
        return (
            meaning
            if told is not None and told.grain == "quarter"
            else replace(meaning, step=meaning.step - 1, base=SPEECH)
        )
    if isinstance(meaning, Shift) and meaning.step == 0 and meaning.base == NARRATIVE:
        if meaning.unit == "year" and _ENDED.match(text, found.end):
            return Length(1, 1, meaning.unit)
        return replace(meaning, base=SPEECH) if meaning.unit == "weekend" else meaning
    if isinstance(meaning, Offset) and meaning.length.unit == "decade" and meaning.length.low is not None:
        years = 10 * meaning.length.low
        return replace(meaning, length=Length(years, years, "year"))
    if isinstance(meaning, Moment) and meaning.day is None:
        return replace(meaning, day=Shift("day", 0, NARRATIVE))
    is_quarter = told is not None and told.grain == "quarter"
    if is_quarter and isinstance(meaning, Offset) and meaning.length.unit == "year" and meaning.length.low == 1:
        return replace(meaning, base=NARRATIVE)
    return meaning


def _is_narrative(meaning: Meaning) -> bool:
    if isinstance(meaning, Moment):
        return meaning.day is not None and _is_narrative(meaning.day)
    if isinstance(meaning, Shaded):
        return _is_narrative(meaning.of)
    if isinstance(meaning, Calendar):
        return (meaning.step is not None and meaning.base == NARRATIVE) or isinstance(meaning.year, Shift)
    return isinstance(meaning, Shift | Offset)


def _type(meaning: Meaning) -> str:
    if isinstance(meaning, Recent) and meaning.length.low is None and meaning.length.words == "":
        return "DATE"
    return times.kind_of(meaning).value.upper()


def _value(meaning: Meaning, period: Period | None) -> str | None:
    if isinstance(meaning, Vague):
        return _REFERENCES[meaning.when]
    if isinstance(meaning, Length):
        return length_value(meaning) if meaning.words != "old" else None
    if isinstance(meaning, Recent):
        if meaning.length.low is None and meaning.length.words == "":
            return _REFERENCES["past" if meaning.direction < 0 else "future"]
        return length_value(meaning.length)
    if isinstance(meaning, Every):
        return _every_value(meaning.of)
    if isinstance(meaning, Offset) and period is None:
        return _REFERENCES["past" if meaning.direction < 0 else "future"]
    if isinstance(meaning, Moment):
        return _moment_value(meaning, period)
    if isinstance(meaning, Shaded):
        return _value(meaning.of, _whole(period))
    return period_value(meaning, period) if period is not None else _unanchored(meaning)


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
