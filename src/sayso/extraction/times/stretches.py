"""Stretches from one day to another: "the riot of 10 to 14 October" began on the first and ended on the last.

"Between 10 and 14 October" says only that it was within, and a night that runs from the 3rd to the 4th is one moment.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from sayso.extraction.events.scenes import Time
from sayso.model import When
from sayso.normalisation.time_meaning import Bounded, Calendar, Meaning, Moment, Range, Shaded, Shift

_END = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_BETWEEN = re.compile(r"\bbetween\b", re.IGNORECASE)
_A_NIGHT = timedelta(days=1)
#: The open end of a stretch, and which of its edges was told: "since June" begins then, "until Friday" and "by Friday" end then.
_TOLD, _NAMED = {"since": 0, "until": 1, "by": 1}, (Calendar, Shift, Moment, Shaded)


def ends(time: Time, before: str) -> Iterator[tuple[str, When]]:
    """The slots of a stretch with the first and the last day of it; nothing where a time is no stretch, or only bounds.

    Args:
        time: a time of a sentence.
        before: the words of the sentence before it.
    """
    when = time.when
    if not isinstance(time.expression.meaning, Range) or when is None:
        return
    if _BETWEEN.search(f"{before[-12:]}{time.expression.text[:8]}"):
        return
    first, _, last = when.edtf.partition("/")
    began, ended = _when(first, when.text), _when(last, when.text)
    if began is None or ended is None or began.earliest is None or ended.latest is None:
        return
    is_night = ended.latest - began.earliest <= _A_NIGHT and " and " not in time.expression.text
    if not is_night and len(first) == len(last):
        yield from (("date_start", began), ("date_end", ended))


def edge(when: When, side: int, *, grain: str) -> When | None:
    """The first (0) or the last (1) of an open stretch; None where that side is open.

    Args:
        when: the stretch.
        side: which edge.
        grain: how finely the edge is told, `day`, `month` or `year`.
    """
    day = (when.earliest, when.latest)[side]
    if day is None:
        return None
    return _when(day.isoformat()[: {"day": 10, "month": 7, "year": 4}[grain]], when.text)


def _when(edtf: str, words: str) -> When | None:
    """A day, a month or a year of a stretch."""
    match = _END.fullmatch(edtf)
    if match is None:
        return None
    if match[2] is None:
        return When(edtf, date(int(match[1]), 1, 1), date(int(match[1]), 12, 31), None, words)
    year, month = int(match[1]), int(match[2])
    if match[3] is not None:
        day = date(year, month, int(match[3]))
        return When(edtf, day, day, None, words)
    return When(edtf, date(year, month, 1), date(year, month, monthrange(year, month)[1]), None, words)


def bounded_edge(time: Time) -> When | None:
    """The day, month or year that bounds an open stretch; None where none is named ("until two months ago").

    Args:
        time: a time of a sentence.
    """
    meaning, when = time.expression.meaning, time.when
    if (
        when is None
        or not isinstance(meaning, Bounded)
        or meaning.bound not in _TOLD
        or not isinstance(meaning.of, _NAMED)
    ):
        return None
    return edge(when, _TOLD[meaning.bound], grain=grain_of(meaning.of))


def stretch_edges(time: Time) -> Iterator[tuple[tuple[int, int], When]]:
    """Where the first and the last day or month of a stretch between two stand, and when they were.

    Args:
        time: a time of a sentence.
    """
    when, parts = time.when, time.expression.parts
    if when is None or not isinstance(time.expression.meaning, Range) or len(parts) != len(when.edtf.split("/")):
        return
    base = time.start - time.expression.start
    for part, edtf in zip(parts, when.edtf.split("/"), strict=True):
        told = _when(edtf, part.text)
        if told is not None:
            yield (base + part.start, base + part.end), told


def grain_of(meaning: Meaning) -> str:
    """How finely a time is told: `day`, `month` or `year`.

    Args:
        meaning: what is said.
    """
    while isinstance(meaning, Shaded | Moment):
        inner = meaning.of if isinstance(meaning, Shaded) else meaning.day
        if inner is None:
            break
        meaning = inner
    if isinstance(meaning, Calendar) and meaning.day is None and meaning.weekday is None and meaning.holiday is None:
        return "month" if meaning.month is not None else "year"
    return "year" if isinstance(meaning, Shift) and meaning.unit == "year" else "day"
