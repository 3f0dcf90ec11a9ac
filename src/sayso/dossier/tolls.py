"""Named people beside the tolls: of how many an account gives the name, and how many stay without one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.dossier.gathered import Gathered
from sayso.dossier.naming import form, statement
from sayso.dossier.rows import Row, Rows
from sayso.model import Figure, Modality


@dataclass(frozen=True, slots=True)
class Name:
    """One of them, by name; `anchor` is the row that tells of this person."""

    name: str
    anchor: str
    accounts: tuple[int, ...]
    hedge: str


@dataclass(frozen=True, slots=True)
class Toll:
    """A count and those of it who are named; `unnamed` says how many are not, where the count is one number."""

    words: str
    anchor: str
    accounts: tuple[int, ...]
    named: tuple[Name, ...]
    unnamed: str


def build_tolls(gathered: Gathered, rows: Rows) -> tuple[Toll, ...]:
    """The counts of people of which an account names some, in row order; then whom no account puts into a group."""
    found = [(row, named_of(gathered, row, rows)) for row in rows.all]
    tolls = [_toll(gathered, row, named) for row, named in found if named]
    placed = {name.anchor for _, named in found for name in named}
    return (*tolls, *_ungrouped(gathered, rows, placed))


def named_of(gathered: Gathered, row: Row, rows: Rows) -> tuple[Name, ...]:
    """Those whom a count counts and an account names: rows of the same event and slot about one person of its group."""
    asked = row.estimate
    if asked.about is not None or asked.group in (None, "total") or not isinstance(asked.best, Figure):
        return ()
    return tuple(
        name
        for one in rows.all
        if (one.estimate.event, one.estimate.slot) == (asked.event, asked.slot)
        and (one.estimate.group == asked.group or _shares_words(one, row))
        and (name := _name(gathered, one)) is not None
    )


def _shares_words(person: Row, toll: Row) -> bool:
    """Whether an account counts and names in one breath: "one hostage, Carlos Giusti"."""
    return person.estimate.group is None and any(
        one.document == other.document and one.start < other.end and other.start < one.end
        for one in person.claims
        for other in toll.claims
    )


def _ungrouped(gathered: Gathered, rows: Rows, placed: set[str]) -> Iterator[Toll]:
    """Named people whom no account's words put into a group, by event and slot."""
    left: dict[tuple[str, str], list[tuple[Row, Name]]] = {}
    for row in rows.all:
        name = _name(gathered, row) if row.family == "count" and row.anchor not in placed else None
        if name is not None:
            left.setdefault((row.estimate.event, row.estimate.slot), []).append((row, name))
    for (_, slot), told in left.items():
        row, names = told[0][0], tuple(name for _, name in told)
        words = form(gathered, slot).display + (f" ({row.part})" if row.part else "")
        yield Toll(f"{words}, of which group is not told", row.anchor, (), names, "")


def _name(gathered: Gathered, row: Row) -> Name | None:
    person = gathered.entities.get(row.estimate.about or "")
    counted = {one for reading in row.estimate.readings for one in reading.claims}
    claims = [claim for claim in row.claims if claim.id in counted and claim.polarity]
    if person is None or person.kind != "person" or not claims:
        return None
    held = any(claim.modality is Modality.ASSERTED for claim in claims)
    return Name(
        name=person.name,
        anchor=row.anchor,
        accounts=gathered.numbers(tuple(claim.document for claim in claims)),
        hedge="" if held else claims[0].modality.value,
    )


def _toll(gathered: Gathered, row: Row, named: tuple[Name, ...]) -> Toll:
    best = row.estimate.best
    words = "".join(statement(gathered, row.estimate, best)) if best is not None else row.name
    left = 0
    if isinstance(best, Figure) and best.low is not None and best.low == best.high:
        left = int(best.low) - len(named)
    return Toll(
        words=f"{words} ({row.part})" if row.part else words,
        anchor=row.anchor,
        accounts=gathered.numbers(tuple(one for reading in row.estimate.readings for one in reading.documents)),
        named=named,
        unnamed=f"{left} without a name" if left > 0 else "",
    )
