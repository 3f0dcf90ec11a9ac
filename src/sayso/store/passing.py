"""What a view hands out that is no row of a table: events and tolls in short, and where words were found."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """A block that holds words looked for; `start` is its first code point, `shown` its words with the hits in [ ]."""

    document: str
    start: int
    shown: str


@dataclass(frozen=True, slots=True)
class Brief:
    """A main event in short; `day` and `place` are rows of its time and place as JSON, or None."""

    id: str
    type: str
    title: str
    day: str | None
    place: str | None
    accounts: int


@dataclass(frozen=True, slots=True)
class Toll:
    """The best value of an estimate of all people, or of a group; `best` is its row as JSON."""

    slot: str
    event: str
    group: str | None
    best: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands in the index, and of which document it is."""

    row: int
    document: str
