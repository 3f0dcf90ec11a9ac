"""What the event datasets share: where a country is, how sharp a date is, and the sources of an event in one cell."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from datetime import date

from sayso.export.told import Told
from sayso.model import Event

# Types of events that are no violence between people; datasets of conflict do not hold them.
NOT_VIOLENT = frozenset({"accident", "fire", "industrial_disaster", "natural_disaster", "flood", "earthquake", "storm"})
# A week, and six days: the spans that the precision codes of dates know.
_WEEK = 7


def date_precision(first: date, last: date) -> int:
    """How sharp a date is, by UCDP's codes: 1 a day, 2 two to six days, 3 a week, 4 a month, 5 longer.

    >>> date_precision(date(1997, 4, 22), date(1997, 4, 22)), date_precision(date(1997, 4, 1), date(1997, 4, 30))
    (1, 4)
    """
    length = (last - first).days + 1
    if length < _WEEK:
        return 1 if length == 1 else 2
    if length == _WEEK:
        return 3
    month = calendar.monthrange(first.year, first.month)[1]
    return 4 if length <= month else 5


def joined(parts: Iterable[str | None], mark: str = "; ") -> str | None:
    """Several things in one cell; what is empty or said before is left out, the mark within them becomes a comma."""
    told = [" ".join(part.split()).replace(mark.strip(), ",") for part in parts if part]
    return mark.join(dict.fromkeys(told)) or None


def publishers(told: Told, event: Event, mark: str = "; ") -> str | None:
    """Who publishes the accounts of an event."""
    return joined((told.publisher(name) for name in event.documents), mark)


def cited(told: Told, document: str) -> str:
    """One account in a line: who publishes it, when, under what title."""
    known = told.documents[document]
    day = known.published.edtf if known.published else None
    return ", ".join(dict.fromkeys(part for part in (told.publisher(document), day, known.title) if part))


def government(country: str | None) -> str:
    """The name under which datasets list a state's own forces."""
    return f"Government of {country}" if country else "Government"
