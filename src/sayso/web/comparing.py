"""Two accounts side by side: their marked paragraphs in the order of the record's parts, and slot by slot how they stand."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.dossier.accounts import AccountText, Paragraph
from sayso.dossier.phrases import capital, value_words
from sayso.dossier.rows import Row
from sayso.model import Claim
from sayso.web.shown import Shown

_TOGETHER = 40


@dataclass(frozen=True, slots=True)
class Slot:
    """One slot in the gutter: what each says, and the sign between."""

    row: Row
    left: str
    right: str
    sign: str
    says: str

    @property
    def parts(self) -> bool:
        """Whether the two part here."""
        return self.sign == "contested"


@dataclass(frozen=True, slots=True)
class Stage:
    """One part of the event: paragraphs of both accounts, and the slots between them."""

    name: str
    left: tuple[Paragraph, ...]
    right: tuple[Paragraph, ...]
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two accounts, and how many slots agree or fit, and part."""

    left: AccountText
    right: AccountText
    stages: tuple[Stage, ...]
    agree: int
    part: int


def compare(shown: Shown, left: int, right: int) -> Pair:
    """Set two accounts, by their numbers, side by side."""
    accounts = {one.number: one for one in shown.dossier.accounts}
    used: tuple[set[str], set[str]] = (set(), set())
    stages = []
    for part in dict.fromkeys(row.part for row in shown.rows.all):
        rows = [row for row in shown.rows.all if row.part == part]
        slots = [slot for row in rows if (slot := _slot(shown, row, left, right)) is not None]
        wanted = {row.anchor for row in rows}
        sides = (
            _paragraphs(accounts[left], wanted, used[0]),
            _paragraphs(accounts[right], wanted, used[1]),
        )
        if slots or sides[0] or sides[1]:
            stages.append(Stage(capital(part) or "The whole", *sides, tuple(slots)))
    all_slots = [slot for stage in stages for slot in stage.slots]
    agree = sum(slot.sign in ("agreed", "coarser") for slot in all_slots)
    return Pair(accounts[left], accounts[right], tuple(stages), agree, sum(slot.parts for slot in all_slots))


def _slot(shown: Shown, row: Row, left: int, right: int) -> Slot | None:
    """How two accounts stand on a slot; None where neither tells of it."""
    one, other = _told(shown, row, left), _told(shown, row, right)
    if not one and not other:
        return None
    sign, says = _sign(row, one, other)
    return Slot(row, _words(one), _words(other), sign, says)


def _told(shown: Shown, row: Row, number: int) -> tuple[Claim, ...]:
    return tuple(claim for claim in row.claims if shown.gathered.number[claim.document] == number)


def _sign(row: Row, one: tuple[Claim, ...], other: tuple[Claim, ...]) -> tuple[str, str]:
    """The sign between two sides, and what it says."""
    if not one or not other:
        return "", "told by one only"
    readings = row.estimate.readings
    of = [
        {at for at, reading in enumerate(readings) for claim in side if claim.id in reading.claims}
        for side in (one, other)
    ]
    if not of[0] or not of[1]:
        return "", "told by both, counted of one"
    if of[0] & of[1]:
        return "agreed", "same as"
    fits = any(b in readings[a].fits or a in readings[b].fits for a in of[0] for b in of[1])
    if fits or not row.is_warned:
        return "coarser", "leaves room for"
    return "contested", "parts from"


def _words(claims: tuple[Claim, ...]) -> str:
    if not claims:
        return ""
    words = list(dict.fromkeys(value_words(claim.value) for claim in claims))
    told = ", ".join(words[:2])
    return told if len(told) <= _TOGETHER else told[: _TOGETHER - 1] + "…"


def _paragraphs(account: AccountText, wanted: set[str], used: set[str]) -> tuple[Paragraph, ...]:
    """Paragraphs that lead to one of these rows, each shown once."""
    found = [
        paragraph
        for paragraph in account.paragraphs
        if paragraph.anchor not in used and any(stretch.target in wanted for stretch in paragraph.stretches)
    ]
    used.update(paragraph.anchor for paragraph in found)
    return tuple(found)
