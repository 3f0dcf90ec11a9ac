"""What only looks like a conflict: another moment, another scope, a coarser word, the same figure for another part."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sayso.dossier.gathered import Gathered
from sayso.dossier.lines import Block, Piece, Sentence
from sayso.dossier.phrases import scope_words, value_words, when
from sayso.dossier.ranking import ranked, shortened
from sayso.dossier.rows import Row, Rows, of_status
from sayso.model import Claim, Duration, Figure, Reading, Status, When

_WHY = {
    Status.UPDATED: "they held at different moments",
    Status.SCOPED: "they count different things",
    Status.COARSER: "one is only coarser",
}


def not_conflicts(gathered: Gathered, rows: Rows) -> Block:
    """The list, most weighty first."""
    said = [_differing(gathered, row) for row in ranked(gathered, of_status(rows.all, *_WHY)) if len(row.readings) > 1]
    said += _same_figures(gathered, rows)
    return shortened("Not conflicts", "g-part", said, "#record")


def _differing(gathered: Gathered, row: Row) -> Sentence:
    """The values of the whole in order of time, why they are no conflict, and beside them the parts."""
    told = sorted(row.estimate.readings, key=lambda reading: _since(gathered, reading))
    parts = [reading for reading in told if _is_part(gathered, reading)]
    whole = [reading for reading in told if reading not in parts] or told
    why = _WHY[row.estimate.status] if len(whole) > 1 else "the rest are parts"
    pieces = [Piece(f"{row.name}:", href=f"#{row.anchor}"), *_listed(gathered, whole), Piece(f"({why})")]
    if whole is not told and parts:
        pieces += [Piece("parts:" if len(parts) > 1 else "a part:"), *_listed(gathered, parts)]
    return Sentence(tuple(pieces))


def _listed(gathered: Gathered, readings: Sequence[Reading]) -> list[Piece]:
    pieces: list[Piece] = []
    for reading in readings[:4]:
        moment = _moment(gathered, reading)
        said = value_words(reading.value) + ("" if moment is None else f" ({when(moment)})")
        pieces += [Piece("·")] if pieces else []
        pieces.append(Piece(said, gathered.numbers(reading.documents)))
    return pieces


def _is_part(gathered: Gathered, reading: Reading) -> bool:
    return scope_words(_claims(gathered, reading)) == "a part"


def _moment(gathered: Gathered, reading: Reading) -> When | None:
    """The moment that the first of its claims names."""
    return next((claim.as_of for claim in _claims(gathered, reading) if claim.as_of is not None), None)


def _claims(gathered: Gathered, reading: Reading) -> list[Claim]:
    return [gathered.claims[one] for one in reading.claims if one in gathered.claims]


def _since(gathered: Gathered, reading: Reading) -> date:
    """The day for which a value was told; else that on which the first of its accounts was public."""
    moment = _moment(gathered, reading)
    if moment is not None and moment.earliest is not None:
        return moment.earliest
    public = [one.published for one in gathered.documents if one.id in reading.documents]
    return min((one.latest for one in public if one is not None and one.latest is not None), default=date.max)


def _same_figures(gathered: Gathered, rows: Rows) -> list[Sentence]:
    """One figure that stands for different parts in different accounts; figures of 1 to 3 are no coincidence."""
    by_value: dict[tuple[str, str, str | None], list[Row]] = {}
    for row in rows.all:
        value = row.estimate.best
        if isinstance(value, Duration | Figure) and (value.low or 0) > 3 and row.claims and row.estimate.about is None:
            by_value.setdefault((value_words(value), row.estimate.slot, row.estimate.group), []).append(row)
    return [_same(gathered, words, found) for (words, _, _), found in by_value.items() if _are_apart(found)]


def _are_apart(found: list[Row]) -> bool:
    if len({row.estimate.event for row in found}) < 2:
        return False
    told = [{claim.id for claim in row.claims} for row in found]
    return all(first.isdisjoint(second) for at, first in enumerate(told) for second in told[at + 1 :])


def _same(gathered: Gathered, words: str, found: list[Row]) -> Sentence:
    pieces = [Piece(f"{words}:")]
    for row in found:
        refs = gathered.numbers(tuple(sorted({claim.document for claim in row.claims})))
        pieces += [Piece(row.part or "the whole", refs, href=f"#{row.anchor}"), Piece("·")]
    pieces[-1] = Piece("(not the same thing)")
    return Sentence(tuple(pieces))
