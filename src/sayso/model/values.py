"""What a claim says: seven kinds of value, normalised beside the words they came from.

An imprecise value is an interval with its qualifier; a false point is a bug. The words (`text`) always ride along.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import ClassVar, TypeAlias


class Qualifier(StrEnum):
    """How a number was said; the widths stand in `normalisation/vagueness.yaml`."""

    EXACT = "exact"
    NEARLY = "nearly"
    ABOUT = "about"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    LESS_THAN = "less_than"
    AT_MOST = "at_most"
    BETWEEN = "between"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of something, as a closed interval.

    `low` and `high` are integers where people are counted; None is an open end. `unit` is `people`, an ISO 4217 code
    (`USD`), a unit of weight or distance (`t`, `km`), or the counted noun.
    """

    kind: ClassVar[str] = "figure"
    low: float | None
    high: float | None
    unit: str
    qualifier: Qualifier
    text: str


@dataclass(frozen=True, slots=True)
class When:
    """A stretch of time with its EDTF (ISO 8601-2); `earliest` and `latest` are whole days, both included.

    None is an open or unknown end (`XXXX-02-27` has neither). `time` is `HH:MM`, or None.
    """

    kind: ClassVar[str] = "when"
    edtf: str
    earliest: date | None
    latest: date | None
    time: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time as a closed interval of one unit (`minute`, `hour`, `day`, `week`, `month`, `year`)."""

    kind: ClassVar[str] = "duration"
    low: float | None
    high: float | None
    unit: str
    qualifier: Qualifier
    text: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place from small to large; `precision` runs from 1 (exact point) to 6 (country), as UCDP counts it."""

    kind: ClassVar[str] = "place"
    name: str
    inside: tuple[str, ...]
    country: str | None
    latitude: float | None
    longitude: float | None
    precision: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, organisation or group by name; `entity` is joined when the case is linked."""

    kind: ClassVar[str] = "actor"
    name: str
    entity: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Truth:
    """Whether something holds, where no number is given."""

    kind: ClassVar[str] = "truth"
    holds: bool
    text: str


@dataclass(frozen=True, slots=True)
class Words:
    """Words that no other kind normalises: a demand, a cause, a weapon."""

    kind: ClassVar[str] = "text"
    text: str


Value: TypeAlias = Figure | When | Duration | Place | Actor | Truth | Words
