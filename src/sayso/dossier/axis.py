"""A time axis with drawn breaks: days keep their distance, long stretches without a date are folded and named.

Every day that something is dated on is a knot. Between two knots the axis is to scale unless the stretch is longer than
the cap; then it has the cap's width, and the break says how long it is.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from sayso.dossier.phrases import MONTHS

#: A stretch is folded where it takes more than this share of all that is drawn to scale and is longer than six weeks;
#: folded, it keeps this share of the rest. A shorter stretch tells more by its length than by a number.
_LONGEST, _SHORTEST_DAYS, _KEPT = 0.7, 45, 0.3


@dataclass(frozen=True, slots=True)
class Break:
    """A folded stretch: from `x` to `x2`, `days` long."""

    x: float
    x2: float
    days: int

    @property
    def words(self) -> str:
        """How long it is, in the unit a reader would use."""
        if self.days < 120:
            return f"{self.days} days"
        return f"{round(self.days / 30.44)} months" if self.days < 730 else f"{round(self.days / 365.25)} years"


@dataclass(frozen=True, slots=True)
class Axis:
    """Days and where they stand."""

    knots: tuple[int, ...]
    places: tuple[float, ...]
    breaks: tuple[Break, ...]

    def x(self, moment: date) -> float:
        """Where a day stands; days outside are held at the rim."""
        at = moment.toordinal()
        if at <= self.knots[0]:
            return self.places[0]
        if at >= self.knots[-1]:
            return self.places[-1]
        left = bisect_right(self.knots, at) - 1
        share = (at - self.knots[left]) / (self.knots[left + 1] - self.knots[left])
        return self.places[left] + share * (self.places[left + 1] - self.places[left])


def axis(days: Iterable[date], left: float, right: float) -> Axis | None:
    """An axis over these days; None where there are none."""
    known = sorted({day.toordinal() for day in days})
    if not known:
        return None
    if len(known) == 1:
        known = [known[0] - 1, known[0], known[0] + 1]
    lengths = [float(after - before) for before, after in pairwise(known)]
    shown = _folded(lengths)
    # No stretch narrower than a mark: days that follow each other must not stand on one spot.
    floor = sum(shown) * 0.012
    widths = [max(one, floor) for one in shown]
    unit = (right - left) / sum(widths)
    places = [left]
    for width in widths:
        places.append(places[-1] + width * unit)
    breaks = tuple(
        Break(places[at], places[at + 1], int(length))
        for at, (length, width) in enumerate(zip(lengths, shown, strict=True))
        if width < length
    )
    return Axis(tuple(known), tuple(places), breaks)


def short(moment: date, *, with_year: bool) -> str:
    """A day in few letters.

    >>> short(date(1997, 4, 22), with_year=True)
    '22 Apr 97'
    """
    said = f"{moment.day} {MONTHS[moment.month][:3]}"
    return f"{said} {moment.year % 100:02d}" if with_year else said


def _folded(lengths: list[float]) -> list[float]:
    """Cut the longest stretch as long as it leaves the others no room."""
    shown = list(lengths)
    folded: set[int] = set()
    while len(shown) > len(folded) + 1:
        at = max(range(len(shown)), key=shown.__getitem__)
        if at in folded or lengths[at] < _SHORTEST_DAYS or shown[at] <= _LONGEST * sum(shown):
            break
        shown[at] = max(7.0, (sum(shown) - shown[at]) * _KEPT)
        folded.add(at)
    return shown
