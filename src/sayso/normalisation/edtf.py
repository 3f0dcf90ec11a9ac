"""Stretches of days and their EDTF, the extended date format of ISO 8601-2 (levels 0 to 2).

A `Period` is what an expression comes to once it is anchored; `when` writes it as the model's `When`.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sayso.model.values import When

# The first month of each season of the northern half of the year; winter runs into the next year. EDTF 21 to 24 name
# seasons without a hemisphere, so bounds are widened by none: a writer in the south is read a half-year off, as in ISO.
_SEASON_MONTH = {1: 3, 2: 6, 3: 9, 4: 12}


@dataclass(frozen=True, slots=True)
class Period:
    """Whole days from `first` to `last`, both included; None is an open end.

    `grain` is the unit that was said (`day`, `week`, `weekend`, `month`, `quarter`, `season`, `half`, `year`, `decade`,
    `century`, `span`), `partial` an EDTF with unknown digits where the days cannot be known (`XXXX-12-17`), `part` a
    part of the day (`MO`, `NI` ...), `shade` one of `early`, `mid`, `late`.
    """

    first: date | None
    last: date | None
    grain: str
    clock: str | None = None
    part: str | None = None
    shade: str | None = None
    is_about: bool = False
    partial: str | None = None


def day(of: date) -> Period:
    """One day."""
    return Period(of, of, "day")


def month(year: int, number: int) -> Period:
    """One month.

    >>> month(1996, 2).last
    datetime.date(1996, 2, 29)
    """
    return Period(date(year, number, 1), date(year, number, monthrange(year, number)[1]), "month")


def months(year: int, number: int, count: int, grain: str) -> Period:
    """So many months from one on: a quarter, a half, a season."""
    later, rest = divmod(number + count - 2, 12)
    return Period(date(year, number, 1), month(year + later, rest + 1).last, grain)


def season(year: int, number: int) -> Period:
    """A season of the northern half of the year; winter starts in December of the year named.

    >>> season(1989, 2).first
    datetime.date(1989, 6, 1)
    """
    if number == 4 and year == date.max.year:
        return Period(date(year, 12, 1), date.max, "season")
    return months(year, _SEASON_MONTH[number], 3, "season")


def years(first: int, count: int) -> Period | None:
    """A year (1), decade (10) or century (100); None outside the years 1 to 9999."""
    grain = {1: "year", 10: "decade", 100: "century"}.get(count, "span")
    if first + count - 1 > date.max.year or first < 0 or (first < 1 and count == 1):
        return None
    return Period(date(max(first, 1), 1, 1), date(first + count - 1, 12, 31), grain)


def week(of: date) -> Period | None:
    """The week of a day, Monday to Sunday."""
    try:
        monday = of - timedelta(days=of.weekday())
        return Period(monday, monday + timedelta(days=6), "week")
    except OverflowError:
        return None


def narrowed(period: Period, shade: str) -> Period:
    """A third of a period: early, mid, late; `about` blurs it and leaves the days.

    >>> found = narrowed(Period(date(1980, 1, 1), date(1989, 12, 31), "decade"), "mid")
    >>> found.first.year, found.last.year
    (1984, 1986)
    """
    if shade == "about" or period.first is None or period.last is None:
        return replace(period, is_about=shade == "about")
    if shade in ("start", "end"):
        shade = "early" if shade == "start" else "late"
    if period.grain in ("decade", "century"):
        step = 1 if period.grain == "decade" else 10
        low, high = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}[shade]
        opens = period.last.year - 10 * step + 1
        first, last = date(max(1, opens + low * step), 1, 1), date(opens + high * step + step - 1, 12, 31)
        return replace(period, first=first, last=last, shade=shade)
    length = (period.last - period.first).days + 1
    if length < 7:
        return replace(period, shade=shade)
    third = length // 3
    if period.grain == "year":
        low, high = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}[shade]
        year = period.first.year
        return replace(period, first=date(year, low, 1), last=month(year, high).last, shade=shade)
    start = {"early": 0, "mid": third, "late": length - third}[shade]
    end = {"early": third - 1, "mid": length - third - 1, "late": length - 1}[shade]
    return replace(
        period, first=period.first + timedelta(days=start), last=period.first + timedelta(days=end), shade=shade
    )


def when(period: Period, text: str) -> When:
    """The period as a When.

    >>> when(month(1996, 12), "December 1996").edtf
    '1996-12'
    >>> when(years(1870, 10), "the 1870s").edtf
    '187X'
    >>> when(Period(date(2023, 1, 1), None, "span"), "since 2023").edtf
    '2023/..'
    """
    return When(edtf(period), period.first, period.last, period.clock, text)


def edtf(period: Period) -> str:
    """The EDTF of a period."""
    if period.partial is not None:
        return period.partial
    first, last = period.first, period.last
    if first is None or last is None:
        return f"{'..' if first is None else _edge(first, opens=True)}/{'..' if last is None else _edge(last, opens=False)}"
    blur = "~" if period.is_about else ""
    single = _single(first, last)
    if single is not None:
        return single + blur
    one, other = _edge(first, opens=True), _edge(last, opens=False)
    precision = max(one.count("-"), other.count("-"))
    one, other = _cut(first, precision), _cut(last, precision)
    return f"{one}{blur}/{other}{blur}"


def _single(first: date, last: date) -> str | None:
    """The one EDTF date that covers just these days, if there is one."""
    if first == last:
        return first.isoformat()
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        length = last.year - first.year + 1
        unknown = {1: 0, 10: 1, 100: 2}.get(length)
        is_round = unknown is not None and first.year % length == 0
        return f"{first.year:04}"[: 4 - unknown] + "X" * unknown if unknown is not None and is_round else None
    if first.replace(day=1) == first and last == month(first.year, first.month).last:
        return first.isoformat()[:7]
    return None


def _edge(of: date, *, opens: bool) -> str:
    """An end of an interval, as coarse as it can be said."""
    if (of.month, of.day) == ((1, 1) if opens else (12, 31)):
        return f"{of.year:04}"
    if of.day == (1 if opens else monthrange(of.year, of.month)[1]):
        return of.isoformat()[:7]
    return of.isoformat()


def _cut(of: date, dashes: int) -> str:
    return "-".join(of.isoformat().split("-")[: dashes + 1])
