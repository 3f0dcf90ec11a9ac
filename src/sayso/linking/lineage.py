"""Who takes over whose words: passages in two documents, with the direction that dates or context tell."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sayso.linking.candidates import candidates, holders_of, standing_blocks
from sayso.linking.passages import Copyable, Shared, copyable, shared
from sayso.model import Document, Lineage, Passage

# A run in more documents than this is a formula; a passage made of formulas counts only where it fills so much of a text.
_FORMULA, _FILLS = 6, 0.3
# Shares that differ by more tell an excerpt from its original.
_EXCERPT = 0.15


@dataclass(frozen=True, slots=True)
class Pair:
    """Two documents and what they share, the earlier published first."""

    earlier: Document
    later: Document
    passages: tuple[Passage, ...]
    """Places in the later document, and from where in the earlier."""


def copies(documents: Sequence[Document]) -> tuple[Lineage, ...]:
    """Every document that takes over passages of another, with the share of it that they fill.

    Identical texts are told once: each later one copies the first whole, and only the first is compared with others.
    """
    ordered = sorted(documents, key=publication)
    first: dict[str, Document] = {}
    twins = []
    for document in ordered:
        original = first.setdefault(document.text_sha256, document)
        if original is not document and document.text.strip():
            twins.append(_twin(document, original))
    singles = list(first.values())
    return tuple(sorted([*twins, *(lineage(pair) for pair in _pairs(singles))], key=in_order))


def lineage(pair: Pair) -> Lineage:
    """Which took from the other: the later published, else the one that is little but the passages, else the later by id."""
    forward, backward = _share(pair.passages), _share(_turned(pair.passages))
    if _days(pair.earlier)[1] < _days(pair.later)[0] or not _is_excerpt(pair, forward, backward):
        return _copies(pair.later, pair.earlier, pair.passages)
    return _copies(pair.earlier, pair.later, _turned(pair.passages))


def publication(document: Document) -> tuple[date, date, str]:
    """Sorts documents by when they were public, undated ones last, then by id."""
    earliest, latest = _days(document)
    return latest, earliest, document.id


def in_order(one: Lineage) -> tuple[str, str, str, str]:
    """The order of lineage in the case form."""
    return one.document, one.kind, one.from_document or "", one.from_source or ""


def lineage_id(kind: str, document: str, origin: str, spans: Sequence[Passage]) -> str:
    """`l` and nineteen hexadecimal digits of the hash of what it says."""
    places = [f"{span.start} {span.end} {span.from_start} {span.from_end}" for span in spans]
    return "l" + hashlib.sha256("\n".join([kind, document, origin, *places]).encode()).hexdigest()[:19]


def _pairs(documents: Sequence[Document]) -> list[Pair]:
    skipped = standing_blocks(documents)
    texts = [copyable(document, skipped) for document in documents]
    holders = holders_of(texts)
    found = []
    for one, other in candidates(holders):
        passages = tuple(
            passage.passage
            for passage in shared(texts[other], texts[one])
            if not _is_formula(passage, holders, (texts[one], texts[other]))
        )
        if passages:
            found.append(Pair(documents[one], documents[other], passages))
    return found


def _is_formula(passage: Shared, holders: Mapping[str, Sequence[int]], texts: tuple[Copyable, Copyable]) -> bool:
    """Made of runs that many documents hold, and too little of either text to be a wire story."""
    rare = sum(len(holders[seed]) <= _FORMULA for seed in passage.seeds)
    if rare >= 2:
        return False
    least = min(sum(text.is_content) for text in texts)
    return passage.worth < _FILLS * least


def _twin(document: Document, original: Document) -> Lineage:
    whole = Passage(0, len(document.text), 0, len(original.text))
    return _copies(document, original, (whole,))


def _copies(document: Document, origin: Document, passages: tuple[Passage, ...]) -> Lineage:
    covered = sum(len(document.text[one.start : one.end].split()) for one in passages)
    share = round(min(1.0, covered / max(1, len(document.text.split()))), 4)
    return Lineage(
        id=lineage_id("copies", document.id, origin.id, passages),
        kind="copies",
        document=document.id,
        from_document=origin.id,
        from_source=None,
        spans=passages,
        share=share,
    )


def _is_excerpt(pair: Pair, later: int, earlier: int) -> bool:
    """Much more of the earlier document is the shared passages: it is an excerpt of the later."""
    return earlier / len(pair.earlier.text) - later / len(pair.later.text) > _EXCERPT


def _share(passages: Sequence[Passage]) -> int:
    return sum(one.end - one.start for one in passages)


def _turned(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    turned = (Passage(one.from_start, one.from_end, one.start, one.end) for one in passages)
    return tuple(sorted(turned, key=lambda one: one.start))


def _days(document: Document) -> tuple[date, date]:
    published = document.published
    if published is None:
        return date.max, date.max
    earliest = published.earliest or published.latest or date.max
    return earliest, published.latest or earliest
