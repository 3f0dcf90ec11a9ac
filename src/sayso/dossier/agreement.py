"""What the accounts agree on, with the coarser words that fit, and the sums that are ours."""

from __future__ import annotations

from sayso.dossier.gathered import Gathered
from sayso.dossier.lines import Piece, Sentence
from sayso.dossier.naming import statement
from sayso.dossier.phrases import value_words
from sayso.dossier.ranking import LONGEST, ranked
from sayso.dossier.rows import Row, Rows
from sayso.model import Reading, Status

_AGREED = (Status.SETTLED, Status.AGREED)


def agreed(gathered: Gathered, rows: Rows) -> tuple[tuple[Sentence, ...], int]:
    """The sentences of the first list, and how many more there are."""
    chosen = [row for row in rows.all if row.estimate.status in _AGREED and row.estimate.best is not None]
    derived = [row for row in rows.all if row.sum and not row.is_warned]
    kept = [row for row in ranked(gathered, chosen) if not _is_told_by_whole(row, chosen)]
    kept = [row for row in kept if row not in derived]
    room = LONGEST - min(2, len(derived))
    said = [_sentence(gathered, row) for row in kept[:room]] + [_derived(gathered, row) for row in derived[:2]]
    return tuple(said), max(0, len(kept) - room)


def _is_told_by_whole(row: Row, others: list[Row]) -> bool:
    """True where the main event's own row rests on the same claims."""
    ids = {claim.id for claim in row.claims}
    return bool(row.part) and any(
        not one.part and one.estimate.slot == row.estimate.slot and ids <= {claim.id for claim in one.claims}
        for one in others
    )


def _sentence(gathered: Gathered, row: Row) -> Sentence:
    value = row.estimate.best
    if value is None:
        return Sentence(())
    before, strong, after = statement(gathered, row.estimate, value)
    sharp = _sharp(row)
    documents = tuple(sorted({one for reading in sharp for one in reading.documents}))
    part = f" ({row.part})" if row.part else ""
    pieces = [
        Piece(before),
        Piece(strong, strong=True, href=f"#{row.anchor}"),
        Piece(after + part, gathered.numbers(documents)),
    ]
    for reading in row.estimate.readings:
        if reading.fits and value_words(reading.value) != value_words(value):
            pieces += [Piece(reading.value.text, gathered.numbers(reading.documents), quoted=True), Piece("fits")]
    return Sentence(tuple(pieces))


def _sharp(row: Row) -> list[Reading]:
    """The readings that carry the best value: those that are not coarser."""
    return [reading for reading in row.estimate.readings if not reading.fits] or list(row.estimate.readings)


def _derived(gathered: Gathered, row: Row) -> Sentence:
    value = row.estimate.best
    if value is None:
        return Sentence(())
    before, strong, after = statement(gathered, row.estimate, value)
    part = f" ({row.part})" if row.part else ""
    told = Piece(f"{after}{part} = {row.sum}. Our sum; no account states it.")
    return Sentence((Piece(before), Piece(strong, strong=True, href=f"#{row.anchor}"), told))
