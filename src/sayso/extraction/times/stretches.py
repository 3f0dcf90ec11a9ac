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
from sayso.normalisation.time_meaning import Range

_END = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_A_NIGHT = timedelta(days=1)


def ends(time: Time) -> Iterator[tuple[str, When]]:
    """The slots of a stretch with the first and the last day of it; nothing where a time is no stretch."""
    when = time.when
    if not isinstance(time.expression.meaning, Range) or when is None or " and " in f" {time.expression.text} ":
        return
    first, _, last = when.edtf.partition("/")
    began, ended = _when(first, when.text), _when(last, when.text)
    if began is None or ended is None or began.earliest is None or ended.latest is None:
        return
    if ended.latest - began.earliest > _A_NIGHT and len(first) == len(last):
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
