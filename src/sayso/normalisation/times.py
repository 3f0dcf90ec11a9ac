"""Time expressions after ISO-TimeML: found in text by a grammar, resolved against an anchor.

Finding is pure text and knows no anchor; what an expression says stays symbolic (`time_meaning`). Resolving gives whole
days with their EDTF, and never a day that the words and the anchor do not give.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from sayso.model.values import When
from sayso.normalisation import edtf, time_dates, time_phrases, time_words
from sayso.normalisation.time_cascade import Node, run
from sayso.normalisation.time_meaning import Bounded, Calendar, Every, Length, Meaning, Moment, Range, Recent
from sayso.normalisation.time_resolution import Anchor, locate

__all__ = ["Anchor", "Kind", "TimeExpression", "find", "resolve"]

_LEVELS = (
    time_dates.NUMBERS,
    time_dates.LENGTHS,
    time_dates.AGES,
    time_dates.DATES,
    time_dates.YEARS,
    time_phrases.SHIFTS,
    time_phrases.JOINS,
    time_phrases.TIMES,
    time_phrases.MOMENTS,
    time_phrases.SHADES,
    time_phrases.SETS,
    time_phrases.SPANS,
)
#: What stands before the last four digits of a telephone's number, or before an imprint's year.
_DIALLED = re.compile(r"(?:\(?\b\d{3}\)?[-. /] ?\d{3}[-. ]|\b\d{3}-|[©]|\(c\)|\bcopyright) ?\Z", re.IGNORECASE)
_OF_LAST = re.compile(
    r" (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|week|month|year|night|spring|summer|fall|autumn|winter)\b",
    re.IGNORECASE,
)
#: What stands behind a clock's four digits.
_CLOCK = re.compile(
    r" ?(?:GMT|UTC|hours\b(?! (?:later|after|before|ago))|hrs\b|local\b|(?:and|to|until|till|-|–) (?:0\d|1\d|2[0-3])[0-5]\d ?(?:GMT|UTC|hours|hrs|local)\b"
    r"|(?:and|to|until|till) 0[0-9][0-5]\d\b)",
)
_FOUND = frozenset({"DATE", "TIME", "LENGTH", "SPAN", "SET"})


class Kind(StrEnum):
    """The four kinds of ISO-TimeML."""

    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    SET = "set"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that tell a time; `parts` are the expressions that a range or a bound holds."""

    start: int
    end: int
    kind: Kind
    meaning: Meaning
    text: str
    parts: tuple[TimeExpression, ...] = ()


@lru_cache(maxsize=1024)  # a sentence is asked twice: for the story's own time, and then by it
def find(text: str) -> tuple[TimeExpression, ...]:
    """All time expressions of a text, in order.

    >>> [found.text for found in find("On Dec. 17, 1996, at night; four months later, 72 were left.")]
    ['Dec. 17, 1996', 'four months later']
    >>> [found.text for found in find("It lasted 126 days, since early 1997.")]
    ['126 days', 'since early 1997']
    """
    nodes = run(_LEVELS, time_words.islands(text))
    return tuple(_expression(node, text) for node in nodes if node.kind in _FOUND and not _is_no_year(node, text))


def _is_no_year(node: Node, text: str) -> bool:
    """ "859-253-2020", "between 1800 and 0600", "© 2016": four digits of a telephone, a clock or an imprint."""
    if text[node.start : node.end].lower().endswith("day before last") and _OF_LAST.match(text, node.end):
        return True  # "the day before last Tuesday's hearing"
    if (
        not isinstance(node.value, Calendar)
        or not text[node.start : node.end].isdecimal()
        or node.end - node.start != 4
    ):
        return False
    after = text[node.end : node.end + 18]
    return _DIALLED.search(text, max(0, node.start - 18), node.start) is not None or _CLOCK.match(after) is not None


def _expression(node: Node, text: str) -> TimeExpression:
    parts = tuple(_expression(inner, text) for inner in node.inner)
    return TimeExpression(node.start, node.end, kind_of(node.value), node.value, text[node.start : node.end], parts)


def kind_of(meaning: Meaning) -> Kind:
    """The ISO-TimeML kind of a meaning."""
    if isinstance(meaning, Moment):
        return Kind.TIME
    if isinstance(meaning, Length | Recent):
        return Kind.DURATION
    if isinstance(meaning, Every):
        return Kind.SET
    if isinstance(meaning, Bounded):
        return kind_of(meaning.of)
    return kind_of(meaning.first) if isinstance(meaning, Range) else Kind.DATE


def resolve(expression: TimeExpression, anchor: Anchor) -> When | None:
    """When an expression was, or None where words and anchor do not say.

    >>> from datetime import date
    >>> resolve(find("last October")[0], Anchor(date(2026, 5, 7))).edtf
    '2025-10'
    >>> resolve(find("on Dec. 17")[0], Anchor()).edtf
    'XXXX-12-17'
    >>> resolve(find("31 February 1996")[0], Anchor()) is None
    True
    """
    period = locate(expression.meaning, anchor)
    return edtf.when(period, expression.text) if period is not None else None
