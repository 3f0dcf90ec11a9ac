"""The account marks: what each account does for one slot, the same glyph in row, matrix and key."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date

from sayso.dossier.gathered import Gathered
from sayso.dossier.phrases import value_words
from sayso.model import Claim, Document, Estimate, Modality, When

#: kind -> what the mark says aloud.
SAYS = {
    "told": "asserts",
    "reported": "passes on as reported",
    "alleged": "alleges or passes on an allegation",
    "coarse": "tells it coarser",
    "denied": "denies",
    "slip": "has a slip of the pen",
    "part": "tells it of another part",
    "silent": "is silent",
    "could": "could not know: published before",
}

_BY_MODALITY = {
    Modality.ASSERTED: "told",
    Modality.REPORTED: "reported",
    Modality.DENIED: "denied",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """One account's mark for one slot; `words` are the shortest that tell what it says."""

    account: int
    kind: str
    words: str

    @property
    def says(self) -> str:
        """The mark in words."""
        return SAYS[self.kind]


def marks(
    gathered: Gathered, estimate: Estimate, told: Sequence[Claim], elsewhere: AbstractSet[str]
) -> tuple[Mark, ...]:
    """One mark for each account, in the order of their numbers.

    Args:
        gathered: the case around the event.
        estimate: whose slot it is.
        told: the claims of this slot.
        elsewhere: documents that tell of the slot for another part of the event.
    """
    coarse = {one for reading in estimate.readings if reading.fits for one in reading.claims}
    by_document: dict[str, list[Claim]] = {}
    for claim in told:
        by_document.setdefault(claim.document, []).append(claim)
    start = _known_from(gathered, estimate)
    return tuple(
        _mark(gathered, document, by_document.get(document.id, []), coarse)
        or _untold(gathered, document, is_elsewhere=document.id in elsewhere, start=start)
        for document in gathered.documents
    )


def _mark(gathered: Gathered, document: Document, claims: list[Claim], coarse: set[str]) -> Mark | None:
    """The strongest thing an account does: an assertion before a report, a sharp value before a coarse one."""
    if not claims:
        return None
    order = ("told", "coarse", "reported", "denied", "alleged", "slip")
    slips = gathered.slips
    kinds = {claim.id: "slip" if claim.id in slips else _kind(claim, coarse) for claim in claims}
    chosen = min(claims, key=lambda claim: order.index(kinds[claim.id]))
    return Mark(gathered.number[document.id], kinds[chosen.id], value_words(chosen.value))


def _kind(claim: Claim, coarse: set[str]) -> str:
    kind = _BY_MODALITY.get(claim.modality, "alleged")
    return "coarse" if kind == "told" and claim.id in coarse else kind


def _untold(gathered: Gathered, document: Document, *, is_elsewhere: bool, start: date | None) -> Mark:
    kind, words = "silent", "silent"
    if is_elsewhere:
        kind, words = "part", "other part"
    elif gathered.published_before(document, start):
        kind, words = "could", "could not know"
    return Mark(gathered.number[document.id], kind, words)


def _known_from(gathered: Gathered, estimate: Estimate) -> date | None:
    """The first day on which the answer could be known: its event's, or the day that it names itself."""
    if isinstance(estimate.best, When) and estimate.best.earliest is not None:
        return estimate.best.earliest
    for event in gathered.family:
        if event.id == estimate.event and event.when is not None:
            return event.when.earliest
    return None
