"""Interval strips: readings drawn to scale, all rows of a group on one axis. Geometry only; no colour, no style.

A tick is an exact value, a bracket a hedged one, dots a coarser one below the line; the band runs from low to high and
the disc is the best value. A row without a best value has no disc.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sayso.dossier.gathered import Gathered
from sayso.dossier.phrases import FEW, MONTHS, account_list, and_list, number, value_words
from sayso.dossier.rows import Row
from sayso.model import Bound, Duration, Figure, Value, When

WIDTH, LEFT, RIGHT = 240, 8, 232


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled place on an axis."""

    x: str
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis from `low` to `high` (numbers; days as ordinals), with its ticks."""

    low: float
    high: float
    ticks: tuple[Tick, ...]

    def x(self, value: float) -> float:
        """Where a value stands; what lies outside is held at the rim."""
        share = (value - self.low) / (self.high - self.low) if self.high > self.low else 0.5
        return LEFT + (RIGHT - LEFT) * min(1.0, max(0.0, share))


@dataclass(frozen=True, slots=True)
class Strip:
    """What is drawn for a row: SVG path data, labels and one sentence that says it all."""

    band: str
    ticks: str
    brackets: str
    coarse: str
    best: str
    labels: tuple[Tick, ...]
    says: str


def coordinates(value: Value) -> tuple[float | None, float | None] | None:
    """The interval of a value on its axis, or None for values that have none."""
    if isinstance(value, Figure | Duration):
        return value.low, value.high
    if isinstance(value, When) and (value.earliest or value.latest):
        return _ordinal(value.earliest), _ordinal(value.latest)
    return None


def scale_for(rows: Sequence[Row]) -> Scale | None:
    """One axis for all rows of a group, from round number to round number."""
    values = [reading.value for row in rows for reading in row.estimate.readings]
    values += [row.estimate.best for row in rows if row.estimate.best is not None]
    ends = [end for value in values for end in coordinates(value) or () if end is not None]
    if not ends:
        return None
    if any(isinstance(value, When) for value in values):
        return _days(min(ends), max(ends))
    return _numbers(max(ends))


def strip(gathered: Gathered, row: Row, scale: Scale) -> Strip | None:
    """Draw a row on its axis; None where its values have no place on one."""
    drawn = [(reading, coordinates(reading.value)) for reading in row.estimate.readings]
    if not any(ends for _, ends in drawn):
        return None
    ticks, brackets, coarse, labels = [], [], [], []
    for reading, ends in drawn:
        if ends is None:
            continue
        first = scale.x(scale.low if ends[0] is None else ends[0])
        last = scale.x(scale.high if ends[1] is None else ends[1])
        if reading.fits:
            coarse.append(f"M{first:.1f} 20.5H{last:.1f}")
            continue
        if ends[1] is None:
            brackets.append(f"M{first:.1f} 8V18M{first:.1f} 13H{RIGHT}M{RIGHT - 5} 9l5 4l-5 4")
        elif last - first < 1.5:
            ticks.append(f"M{first:.1f} 6V20")
        else:
            brackets.append(f"M{first:.1f} 8V18M{first:.1f} 13H{last:.1f}M{last:.1f} 8V18")
        labels.append(((first + last) / 2, account_list(gathered.numbers(reading.documents))))
    return Strip(
        band=_band(row, scale),
        ticks="".join(ticks),
        brackets="".join(brackets),
        coarse="".join(coarse),
        best=_best(row, scale),
        labels=_spaced(labels),
        says=_says(gathered, row),
    )


def _ordinal(moment: date | None) -> float | None:
    return None if moment is None else float(moment.toordinal())


def _bound(value: Bound) -> float | None:
    return _ordinal(value) if isinstance(value, date) else value


def _band(row: Row, scale: Scale) -> str:
    low, high = _bound(row.estimate.low), _bound(row.estimate.high)
    if (low is None and high is None) or low == high:
        return ""
    first, last = scale.x(scale.low if low is None else low), scale.x(scale.high if high is None else high)
    return f"M{first:.1f} 13H{last:.1f}" if last - first >= 1.5 else ""


def _best(row: Row, scale: Scale) -> str:
    ends = None if row.estimate.best is None else coordinates(row.estimate.best)
    if ends is None or ends[0] is None or ends[1] is None:
        return ""
    return f"{(scale.x(ends[0]) + scale.x(ends[1])) / 2:.1f}"


def _spaced(labels: list[tuple[float, str]]) -> tuple[Tick, ...]:
    """Labels from left to right, those that would touch moved on; at the rims they turn inward."""
    placed: list[Tick] = []
    free = 0.0
    for at, text in sorted(labels):
        half = len(text) * 2.8
        centre = max(at, free + half)
        centre = min(max(centre, LEFT + half), RIGHT - half) if centre + half < RIGHT + 4 else RIGHT - half
        placed.append(Tick(f"{centre:.1f}", text, "middle"))
        free = centre + half + 5
    return tuple(placed)


def _says(gathered: Gathered, row: Row) -> str:
    parts = []
    for reading in row.estimate.readings:
        numbers = gathered.numbers(reading.documents)
        named = f"account{'s' if len(numbers) > 1 else ''} {and_list([str(one) for one in numbers])}"
        tellers = named if len(numbers) <= FEW else account_list(numbers)
        parts.append(f"{value_words(reading.value)}, told by {tellers}")
    return "; ".join(parts)


def _numbers(top: float) -> Scale:
    """0 to a round number above the largest, four steps."""
    step = _round_up(max(top, 1) / 4)
    high = step * math.ceil(max(top, 1) / step)
    marks = [step * at for at in range(round(high / step) + 1)]
    blank = Scale(0, high, ())
    return Scale(0, high, tuple(_tick(blank, one, number(one)) for one in marks))


def _days(first: float, last: float) -> Scale:
    """A few days before the first to a few after the last; ticks at months, or at years where it is long."""
    pad = max(2.0, (last - first) * 0.06)
    low, high = first - pad, last + pad
    blank = Scale(low, high, ())
    moments = _month_starts(date.fromordinal(max(1, int(low))), date.fromordinal(int(high)))
    step = max(1, math.ceil(len(moments) / 4))
    shown = [one for at, one in enumerate(moments) if at % step == 0]
    if not shown:
        shown = [date.fromordinal(int(first)), date.fromordinal(int(last))] if last - first > 60 else []
    ticks = tuple(_tick(blank, one.toordinal(), f"{MONTHS[one.month][:3]} {one.year % 100:02d}") for one in shown)
    return Scale(low, high, ticks or (_tick(blank, (first + last) / 2, _plain(first)),))


def _plain(ordinal: float) -> str:
    moment = date.fromordinal(int(ordinal))
    return f"{moment.day} {MONTHS[moment.month][:3]} {moment.year}"


def _month_starts(first: date, last: date) -> list[date]:
    """First days of months within two days; of years where they span more than four."""
    months = 12 if (last - first).days > 4 * 366 else 1
    found, year, month = [], first.year, 1 if months == 12 else first.month
    while date(year, month, 1) <= last:
        if date(year, month, 1) >= first:
            found.append(date(year, month, 1))
        year, month = (year + 1, 1) if month + months > 12 else (year, month + months)
    return found


def _tick(scale: Scale, value: float, text: str) -> Tick:
    at = scale.x(value)
    anchor = "start" if at < LEFT + 12 else "end" if at > RIGHT - 14 else "middle"
    return Tick(f"{at:.1f}", text, anchor)


def _round_up(value: float) -> float:
    """The next 1, 2, 2.5 or 5 times a power of ten; whole from 1 on."""
    power = 10.0 ** math.floor(math.log10(value))
    for factor in (1, 2, 2.5, 5, 10):
        step = factor * power
        if step >= value and (step >= 1 and step == int(step)):
            return step
    return max(1.0, 10 * power)
