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
    Length,
    Meaning,
    Moment,
    Offset,
    Recent,
    Shaded,
    Shift,
)
from sayso.normalisation.time_resolution import Anchor, locate
from sayso.normalisation.times import TimeExpression
from sayso.normalisation.timex_values import value_of

_AHEAD = re.compile(
    r"\b(?:will|won't|shall|'ll|expect\w*|(?<!had been )scheduled|set to|(?<!had been )due|plans?|is to|are to|effective|payable)\b"
)
_OPEN = re.compile(r"\b(?:until|till|as (?:early|soon) as)\s+(?:\w+\s+)?$")
_AMOUNT = re.compile(r"(?:\d|[mb]illion|thousand|hundred|percent|%|hours?|days?|cents|dollars)\s+$")
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
        if _is_rate(found, text):
            continue
        meaning = _said(found, told, text)
        period = _located(meaning, anchor, told)
        value = value_of(meaning, period)
        if value is None:
            continue
        rows.append(
            {"start": found.start, "end": found.end, "text": found.text, "type": _type(meaning), "value": value}
        )
        if period is not None and _is_landmark(meaning, period):
            told = period
    return rows


def _is_rate(found: TimeExpression, text: str) -> bool:
    """Words of time that tell none: "$500 million a year"."""
    is_one = isinstance(found.meaning, Length) and found.meaning.low == 1 and found.text[:2].lower() == "a "
    return is_one and _AMOUNT.search(text[max(0, found.start - 20) : found.start]) is not None


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
    if _AHEAD.search(after):
        return "future"
    is_season = isinstance(found.meaning, Calendar) and found.meaning.season is not None
    return "past" if is_season or _BEHIND.search(after) else None


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
    """The meaning in its text, where that differs from the words alone."""
    meaning = found.meaning
    is_quarter = told is not None and told.grain == "quarter"
    if isinstance(meaning, Shift) and meaning.base == NARRATIVE:
        is_closed = meaning.unit == "year" and meaning.step == 0 and _ENDED.match(text, found.end) is not None
        return Length(1, 1, "year") if is_closed else _shift_said(meaning, is_quarter=is_quarter)
    if isinstance(meaning, Offset) and meaning.length.low is not None:
        return _offset_said(meaning, meaning.length.low, is_quarter=is_quarter)
    if isinstance(meaning, Moment) and meaning.day is None:
        return replace(meaning, day=Shift("day", 0, NARRATIVE))
    return meaning


def _shift_said(meaning: Shift, *, is_quarter: bool) -> Shift:
    """The quarter, where none was told, is the last one; the weekend is the one around the publication."""
    if meaning.unit == "quarter" and not is_quarter:
        return replace(meaning, step=meaning.step - 1, base=SPEECH)
    is_weekend = meaning.unit == "weekend" and meaning.step == 0
    return replace(meaning, base=SPEECH) if is_weekend else meaning


def _offset_said(meaning: Offset, amount: float, *, is_quarter: bool) -> Offset:
    """A year ago, in a text about a quarter, is that quarter a year ago; a decade ago is ten years."""
    meaning = replace(meaning, length=replace(meaning.length, words=""))
    if meaning.length.unit == "decade":
        return replace(meaning, length=Length(10 * amount, 10 * amount, "year"))
    is_beside = is_quarter and meaning.length.unit == "year" and amount == 1
    return replace(meaning, base=NARRATIVE) if is_beside else meaning


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
