"""Days that no calendar has: they are refused as claims, with that reason."""

from __future__ import annotations

from calendar import monthrange

from sayso.model import When
from sayso.normalisation import times
from sayso.normalisation.time_meaning import Calendar, Meaning, Range

#: A year in which every month has all the days that it ever has.
_LEAP = 2000
#: What such a day is in EDTF: nothing.
NO_DAY = ""


def impossible(expression: times.TimeExpression) -> When | None:
    """A time without a day, where an expression tells one that its month does not have; else None.

    Args:
        expression: what `times.find` found.

    >>> [impossible(found) is None for found in times.find("on 31 February 1996; on 29 February 1996")]
    [False, True]
    """
    if not _has_none(expression.meaning):
        return None
    return When(NO_DAY, None, None, None, expression.text)


def _has_none(meaning: Meaning | None) -> bool:
    if isinstance(meaning, Range):
        return _has_none(meaning.first) or _has_none(meaning.last)
    if not isinstance(meaning, Calendar) or meaning.month is None or meaning.day is None:
        return False
    year = meaning.year if isinstance(meaning.year, int) and 1 <= meaning.year <= 9999 else _LEAP
    return not 1 <= meaning.day <= monthrange(year, meaning.month)[1]
