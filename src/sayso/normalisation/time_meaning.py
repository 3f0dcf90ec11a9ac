"""What a time expression says, before anybody asks when that was.

A meaning is symbolic and needs no anchor: "last October" is a month with a step, not a year. `time_resolution` turns it
into days. `base` says against what a relative expression is read: `speech` (the moment of writing) or `narrative` (the
moment the account has reached).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

SPEECH = "speech"
NARRATIVE = "narrative"


@dataclass(frozen=True, slots=True)
class Shift:
    """A calendar unit so many steps from the base: today (day, 0), last week (week, -1), the next day (day, 1)."""

    unit: str
    step: int
    base: str = SPEECH


@dataclass(frozen=True, slots=True)
class Calendar:
    """Parts of the calendar as they are said; `step` is -1 for last, 0 for this, 1 for next, None where nothing is said.

    `weekday` runs from 0 (Monday), `season` from 1 (spring), `quarter` and `half` from 1.
    """

    year: int | Shift | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    quarter: int | None = None
    half: int | None = None
    season: int | None = None
    holiday: str | None = None
    step: int | None = None
    base: str = SPEECH
    is_fiscal: bool = False


@dataclass(frozen=True, slots=True)
class Years:
    """A decade (10 years) or century (100); `first` below 100 is a decade said without its century ('90s)."""

    first: int
    count: int


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time: `low` and `high` units; both None where the words give none (years, a few days).

    `words` is the hedge or vague word that goes with it (`nearly`, `few`), or `old` where it is an age in years.
    """

    low: float | None
    high: float | None
    unit: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Offset:
    """A length before (-1) or after (1) the base: three days ago, four months later."""

    length: Length
    direction: int
    base: str = SPEECH


@dataclass(frozen=True, slots=True)
class Recent:
    """A stretch that ends (-1) or starts (1) at the base: the last three months, the next two years."""

    length: Length
    direction: int
    base: str = SPEECH


@dataclass(frozen=True, slots=True)
class Vague:
    """A time the words do not fix: `past` (recently), `present` (now), `future` (soon)."""

    when: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A time of day, by clock (`HH:MM`) or part (`MO`, `MI`, `AF`, `EV`, `NI`, `DT`), on a day or on none."""

    day: Meaning | None = None
    clock: str | None = None
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Shaded:
    """A part or a blur of another time: `early`, `mid`, `late`, `start`, `end`, `about`."""

    of: Meaning
    shade: str


@dataclass(frozen=True, slots=True)
class Bounded:
    """A time with one open end: `since`, `after`, `until`, `before`, `by`."""

    of: Meaning
    bound: str


@dataclass(frozen=True, slots=True)
class Range:
    """From one time to another, both included."""

    first: Meaning
    last: Meaning


@dataclass(frozen=True, slots=True)
class Either:
    """Two readings of one date: 3/4/1996."""

    one: Meaning
    other: Meaning


@dataclass(frozen=True, slots=True)
class Every:
    """A time that comes again: daily, every Monday, twice a year."""

    of: Meaning


Meaning: TypeAlias = (
    Shift | Calendar | Years | Length | Offset | Recent | Vague | Moment | Shaded | Bounded | Range | Either | Every
)
