"""Coded rows made into claims: each is tied to its exact words, or refused with the reason, never guessed.

A row that names a claim of the case and changes nothing of it is that claim, with all that no table holds; so a round trip
gives the same case. A row that was assessed, or puts another value on a claim it names, is a decision on that claim.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sayso.errors import SaysoError
from sayso.export.tables import claim_row, to_text
from sayso.export.told import Told, told
from sayso.importing.grounding import Words, ground, surroundings
from sayso.importing.layers import Layer
from sayso.importing.values import value_of
from sayso.model import Attribution, Claim, Document, JudgementKind, Modality, Value, claim_id
from sayso.store import View

# Columns that a coder may change; all others follow from them or from linking.
_OWN = (
    "document", "start", "end", "quote", "slot", "group", "value", "low", "high", "unit", "qualifier", "edtf", "earliest",
    "latest", "time", "name", "inside", "country", "latitude", "longitude", "precision", "holds", "modality", "polarity",
    "speaker",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Coded:
    """One row as it was coded: its number in the file, and its cells by name; an empty cell is not there."""

    line: int
    cells: Mapping[str, str]

    def cell(self, name: str) -> str:
        """A cell, or nothing."""
        return self.cells.get(name, "")


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that is no claim, and why."""

    line: int
    why: str


@dataclass(frozen=True, slots=True)
class Decided:
    """What a coder decided on a claim of the case: `by` and `why` are empty where the row does not say."""

    kind: JudgementKind
    claim: str
    value: Value | None
    by: str
    why: str


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import holds.

    Args:
        layers: new and changed claims by text.
        same: how many claims were there before.
        new: how many are new or changed.
        refused: rows that cannot be used.
        decided: decisions on claims of the case.
    """

    layers: Mapping[str, Layer]
    same: int
    new: int
    refused: tuple[Refused, ...]
    decided: tuple[Decided, ...] = ()


def import_claims(
    view: View, rows: Iterable[Coded], *, is_whole: bool, coder: str = "hand", decides: bool = False
) -> Imported:
    """Make coded rows into layers of claims.

    Args:
        view: the case that holds the documents.
        rows: the rows, in any order.
        is_whole: the rows of a document stand in the place of all that was extracted from it.
        coder: who coded, for the claims' `extractor`.
        decides: a row that changes the value alone of a claim it names corrects that claim, and does not replace it.
    """
    case = told(view)
    known = {claim.id: claim for claim in view.claims()}
    told_in = _by_document(known.values())
    claims: dict[str, dict[str, Claim]] = {}
    drops: dict[str, set[str]] = {}
    refused: list[Refused] = []
    decided: list[Decided] = []
    same = 0
    for row in rows:
        try:
            document = _document(case, row)
            old = known.get(row.cell("id"))
            is_same = old is not None and _is_same(row, old, case)
            decision = _decision(case, row, old) if old is not None and decides else None
            claim = old if old is not None and is_same else _claim(case, document, row, old, told_in)
        except SaysoError as error:
            refused.append(Refused(row.line, str(error)))
            continue
        same += is_same and decision is None
        if decision is not None:
            decided.append(decision)
        elif is_whole or not is_same:
            claims.setdefault(document.text_sha256, {})[claim.id] = _loose(claim, None if is_same else coder)
            drops.setdefault(document.text_sha256, set()).update({old.id} if old is not None else set())
    made = {key: Layer(key, is_whole, tuple(sorted(drops[key])), tuple(of.values())) for key, of in claims.items()}
    new = sum(len(of) for of in claims.values()) - (same if is_whole else 0)
    return Imported(made, same, new, tuple(refused), tuple(decided))


def _decision(case: Told, row: Coded, old: Claim) -> Decided | None:
    """What a row decides on the claim that it names, where it changes nothing but the value."""
    told = claim_row(old, case)
    changed = [name for name in _OWN if name in row.cells and row.cell(name) != _text(told.get(name))]
    if changed == ["value"]:
        slot = case.codebook.extraction.slots.get(old.slot)
        value = value_of(row.cells, slot, old.quote, old) if slot is not None else None
        return Decided(JudgementKind.CORRECT, old.id, value, row.cell("by"), row.cell("why"))
    assessed = row.cell("assessed").lower()
    if changed or not assessed:
        return None
    if assessed not in (JudgementKind.ACCEPT, JudgementKind.REJECT):
        raise SaysoError(f"an assessment is accept or reject, found {assessed!r}; say anything else in a comment")
    return Decided(JudgementKind(assessed), old.id, None, row.cell("by"), row.cell("why"))


def _by_document(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    told: dict[str, list[Claim]] = {}
    for claim in claims:
        told.setdefault(claim.document, []).append(claim)
    return told


def _loose(claim: Claim, coder: str | None) -> Claim:
    """A claim as extraction leaves it, without event and entity; under the name of its coder where it is new."""
    loose = replace(claim, event=None, about=None)
    return loose if coder is None else replace(loose, extractor=f"coded/{coder}")


def _document(case: Told, row: Coded) -> Document:
    """The document a row names, by its id or by the name of its file."""
    name = row.cell("document")
    found = case.documents.get(name)
    found = found or next((one for one in case.documents.values() if name and name in one.names), None)
    if found is None:
        names = ", ".join(list(case.documents)[:12])
        raise SaysoError(f"the case has no document {name!r}; its documents are: {names}")
    return found


def _is_same(row: Coded, claim: Claim, case: Told) -> bool:
    """Whether a row changes nothing of the claim it names."""
    told = claim_row(claim, case)
    return all(row.cell(name) == _text(told.get(name)) for name in _OWN if name in row.cells)


def _text(cell: object) -> str:
    return {True: "true", False: "false"}.get(cell, "") if isinstance(cell, bool) else to_text(cell) or ""


def _claim(case: Told, document: Document, row: Coded, old: Claim | None, told_in: Mapping[str, list[Claim]]) -> Claim:
    """A row as a claim.

    Raises:
        SaysoError: its words, its slot, its value or its modality cannot be used.
    """
    words = ground(document, row.cell("quote"), row.cell("start"))
    slot = row.cell("slot")
    known = case.codebook.extraction.slots.get(slot)
    if known is None:
        slots = ", ".join(sorted(case.codebook.extraction.slots))
        raise SaysoError(f"the codebook has no slot {slot!r}; its slots are: {slots}")
    group = row.cell("group") or known.group or ("total" if known.counts == "people" else None)
    value = value_of(row.cells, known, words.quote, old)
    modality = _modality(row)
    around = surroundings(case, document, words, told_in.get(document.id, []), row.cell("part"))
    name = claim_id(document.sha256, words.start, words.end, slot, group, value, modality)
    return replace(
        around,
        id=name,
        slot=slot,
        group=group,
        value=value,
        modality=modality,
        polarity=row.cell("polarity").lower() != "false",
        attribution=_speaker(document, row, words),
    )


def _modality(row: Coded) -> Modality:
    """How the text stands to what it says; reported where a speaker is named, asserted else."""
    told = row.cell("modality").lower() or ("reported" if row.cell("speaker") else "asserted")
    if told not in list(Modality):
        raise SaysoError(f"no modality is called {told!r}; there are: {', '.join(Modality)}")
    return Modality(told)


def _speaker(document: Document, row: Coded, words: Words) -> tuple[Attribution, ...]:
    """Who says so, tied to the words that name the speaker where they stand once near the quote."""
    name = row.cell("speaker")
    if not name:
        return ()
    block = document.blocks[words.block]
    at = document.text.find(name, block.start, block.end)
    place = (at, at + len(name)) if at >= 0 else (None, None)
    told = (name, None, row.cell("cue"), row.cell("speech") or "indirect", row.cell("basis") or "unknown")
    return (Attribution(*told, *place),)
