"""Who takes over whose words: passages in two documents, with the direction that dates or context tell."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from sayso.linking.alignment import Aligner, Alignment, Pair, Stretch
from sayso.linking.prints import Holders, Prints, prints_of, standing_blocks
from sayso.model import Document, Lineage, Passage

# A run in more documents than this is a formula; a passage made of formulas counts only where it fills so much of a text.
_FORMULA, _FILLS = 6, 0.3
# Shares that differ by more tell an excerpt from its original.
_EXCERPT = 0.15


Aligned = Callable[[Sequence[Pair]], Iterable[Alignment]]
"""What answers pairs, in their order."""


def copies(documents: Sequence[Document]) -> tuple[Lineage, ...]:
    """Every document that takes over passages of another, with the share of it that they fill.

    Identical texts are told once: each later one copies the first whole, and only the first is compared with others.
    """
    by_id = {document.id: document for document in documents}
    return lineages([prints_of(document) for document in documents], aligned_here(by_id.__getitem__))


def aligned_here(document: Callable[[str], Document]) -> Aligned:
    """Lays pairs side by side in this process."""
    return lambda pairs: map(Aligner(document).align, pairs)


def lineages(told: Iterable[Prints], aligned: Aligned) -> tuple[Lineage, ...]:
    """As `copies`, from prints; texts are asked for by `aligned` alone."""
    first: dict[str, Prints] = {}
    found = []
    for one in sorted(told, key=lambda one: one.order):
        original = first.setdefault(one.text_sha256, one)
        if original is not one and not one.is_blank:
            found.append(_copies(one, original, (Passage(0, one.length, 0, original.length),), 1.0))
    found.extend(_taken(list(first.values()), aligned))
    return tuple(sorted(found, key=in_order))


def in_order(one: Lineage) -> tuple[str, str, str, str]:
    """The order of lineage in the case form."""
    return one.document, one.kind, one.from_document or "", one.from_source or ""


def lineage_id(kind: str, document: str, origin: str, spans: Sequence[Passage]) -> str:
    """`l` and nineteen hexadecimal digits of the hash of what it says."""
    places = [f"{span.start} {span.end} {span.from_start} {span.from_end}" for span in spans]
    return "l" + hashlib.sha256("\n".join([kind, document, origin, *places]).encode()).hexdigest()[:19]


def _taken(texts: Sequence[Prints], aligned: Aligned) -> list[Lineage]:
    skipped = standing_blocks(texts)
    holders = Holders([one.kept(skipped) for one in texts])
    near = [(texts[one], texts[other]) for one, other in holders.candidates()]
    forms = {one.document: tuple(sorted(skipped.intersection(one.standing.tolist()))) for pair in near for one in pair}
    pairs = [
        Pair(one.document, other.document, forms[one.document], forms[other.document], is_ordered(one, other))
        for one, other in near
    ]
    found = []
    for (earlier, later), alignment in zip(near, aligned(pairs), strict=True):
        kept = [one for one in alignment.stretches if not _is_formula(one, holders, alignment.least)]
        if kept:
            found.append(_lineage(earlier, later, alignment, kept))
    return found


def _is_formula(stretch: Stretch, holders: Holders, least: int) -> bool:
    """Made of runs that many documents hold, and too little of either text to be a wire story."""
    return stretch.worth < _FILLS * least and int((holders.held(stretch.runs) <= _FORMULA).sum()) < 2


def _lineage(earlier: Prints, later: Prints, alignment: Alignment, kept: Sequence[Stretch]) -> Lineage:
    """Which took from the other: the later published, else the one that is little but the passages, else the later by id."""
    forward = sum(one.passage.end - one.passage.start for one in kept)
    backward = sum(one.passage.from_end - one.passage.from_start for one in kept)
    is_excerpt = backward / earlier.length - forward / later.length > _EXCERPT
    is_known = is_ordered(earlier, later)
    if is_known or not (is_excerpt or earlier.document > later.document):
        passages = tuple(one.passage for one in kept)
        return _copies(later, earlier, passages, sum(one.words for one in kept) / max(1, alignment.words))
    turned = (Passage(one.passage.from_start, one.passage.from_end, one.passage.start, one.passage.end) for one in kept)
    passages = tuple(sorted(turned, key=lambda one: one.start))
    return _copies(earlier, later, passages, sum(one.from_words for one in kept) / max(1, alignment.from_words))


def is_ordered(earlier: Prints, later: Prints) -> bool:
    """Whether dates tell that one was public before the other; a text without a date may be of any time."""
    return later.public[1] != date.max and earlier.public[0] < later.public[1]


def _copies(document: Prints, origin: Prints, passages: tuple[Passage, ...], share: float) -> Lineage:
    return Lineage(
        id=lineage_id("copies", document.document, origin.document, passages),
        kind="copies",
        document=document.document,
        from_document=origin.document,
        from_source=None,
        spans=passages,
        share=round(min(1.0, share), 4),
    )
