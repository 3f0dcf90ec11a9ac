"""What comes first: the grave, then the dead and hurt, then other counts, times and names; and how long a list may be."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.dossier.gathered import Gathered
from sayso.dossier.lines import Block, Sentence
from sayso.dossier.naming import form
from sayso.dossier.rows import Row

#: Entries of a list on the first screen: what a reader takes in at a glance.
LONGEST = 7

_FAMILIES = {"count": 0, "time": 1, "act": 2, "who": 3}


def weight(gathered: Gathered, row: Row) -> tuple[int, int, int, int, int]:
    """Sort key: grave slots, then families, the main event before its parts, the codebook's order, many accounts."""
    shown = form(gathered, row.estimate.slot)
    slots = list(gathered.codebook.fusion.slots)
    at = slots.index(row.estimate.slot) if row.estimate.slot in slots else len(slots)
    return not shown.grave, _FAMILIES[shown.family], at, bool(row.part), -len(row.claims)


def ranked(gathered: Gathered, rows: Sequence[Row]) -> list[Row]:
    """Rows by weight; rows of equal weight keep their order."""
    return sorted(rows, key=lambda row: (weight(gathered, row), row.number))


def shortened(title: str, glyph: str, sentences: Sequence[Sentence], href: str) -> Block:
    """A block of at most `LONGEST` sentences that says how many more there are."""
    return Block(title, glyph, tuple(sentences[:LONGEST]), max(0, len(sentences) - LONGEST), href)
