"""What the accounts agree on, with the coarser words that fit, and the sums that are ours."""

from __future__ import annotations

from sayso.dossier.gathered import Gathered
from sayso.dossier.lines import Piece, Sentence
from sayso.dossier.naming import statement
from sayso.dossier.phrases import value_words
from sayso.dossier.ranking import LONGEST, ranked
from sayso.dossier.rows import Row, Rows
from sayso.dossier.tolls import named_of
from sayso.model import Reading, Status

_AGREED = (Status.SETTLED, Status.AGREED)
# What one account tells last, or most sharply, while none contradicts it; and how that is said.
_STANDING = {Status.UPDATED: "the latest figure", Status.SCOPED: "", Status.COARSER: ""}
# Names on the first screen; the others stand beside their toll.
_NAMED = 3


def agreed(gathered: Gathered, rows: Rows) -> tuple[tuple[Sentence, ...], int]:
    """The sentences of the first list, and how many more there are."""
    chosen = [row for row in rows.all if _is_agreed(row)]
    derived = [row for row in rows.all if row.sum and not row.is_warned]
    kept = [row for row in ranked(gathered, chosen) if row not in derived and not _is_told_by_whole(row, chosen)]
    room = LONGEST - min(2, len(derived))
    said = [_sentence(gathered, row, rows) for row in kept[:room]] + [_derived(gathered, row) for row in derived[:2]]
    return tuple(said), max(0, len(kept) - room)


def standing(gathered: Gathered, rows: Rows) -> tuple[Sentence, ...]:
    """Counts that are not agreed, but stand: told last, or more sharply than by the others."""
    chosen = [row for row in rows.all if _is_standing(row)]
    kept = [row for row in ranked(gathered, chosen) if not _is_told_by_whole(row, chosen)]
    return tuple(_because(_sentence(gathered, row, rows), row) for row in kept[:LONGEST])


def _is_standing(row: Row) -> bool:
    is_beside = row.estimate.status in _STANDING and len(row.estimate.readings) > 1
    return is_beside and row.family == "count" and row.estimate.best is not None and not _is_agreed(row) and not row.sum


def _because(sentence: Sentence, row: Row) -> Sentence:
    told = _STANDING[row.estimate.status]
    return Sentence((*sentence.pieces, Piece(f"({told})"))) if told else sentence


def _is_agreed(row: Row) -> bool:
    """True where two origins assert the best value, even if other counts stand beside it."""
    estimate = row.estimate
    beside = estimate.status in (Status.SCOPED, Status.UPDATED) and Status.AGREED in estimate.also
    return estimate.best is not None and (estimate.status in _AGREED or beside)


def _is_told_by_whole(row: Row, others: list[Row]) -> bool:
    """True where the main event's own row rests on the same claims."""
    ids = {claim.id for claim in row.claims}
    return bool(row.part) and any(
        not one.part and one.estimate.slot == row.estimate.slot and ids <= {claim.id for claim in one.claims}
        for one in others
    )


def _sentence(gathered: Gathered, row: Row, rows: Rows) -> Sentence:
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
    coarse = [reading for reading in row.estimate.readings if reading.fits and set(reading.documents) - set(documents)]
    for reading in coarse:
        pieces += [Piece("" if reading is coarse[0] else "·"), _coarse(gathered, reading, documents)]
    if coarse:
        pieces.append(Piece("fits" if len(coarse) == 1 else "fit"))
    named = named_of(gathered, row, rows)[:_NAMED]
    pieces += [Piece("named:")] if named else []
    pieces += [
        Piece(one.name + (f", {one.hedge}" if one.hedge else ""), one.accounts, href=f"#{one.anchor}") for one in named
    ]
    return Sentence(tuple(pieces))


def _coarse(gathered: Gathered, reading: Reading, sharp: tuple[str, ...]) -> Piece:
    """A coarser wording, with the accounts that say no sharper one."""
    others = tuple(one for one in reading.documents if one not in sharp)
    return Piece(reading.value.text, gathered.numbers(others), quoted=True)


def _sharp(row: Row) -> list[Reading]:
    """The readings that carry the best value; else those that are not coarser."""
    best = "" if row.estimate.best is None else value_words(row.estimate.best)
    same = [reading for reading in row.estimate.readings if value_words(reading.value) == best]
    return same or [reading for reading in row.estimate.readings if not reading.fits] or list(row.estimate.readings)


def _derived(gathered: Gathered, row: Row) -> Sentence:
    value = row.estimate.best
    if value is None:
        return Sentence(())
    before, strong, after = statement(gathered, row.estimate, value)
    part = f" ({row.part})" if row.part else ""
    told = Piece(f"{after}{part} = {row.sum}. Our sum; no account states it.")
    return Sentence((Piece(before), Piece(strong, strong=True, href=f"#{row.anchor}"), told))
