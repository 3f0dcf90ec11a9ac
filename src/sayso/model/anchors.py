"""Ties decisions to the claims of the case as it stands: by id, then by place and slot, then by the words around.

A decision outlives a renamed file, a new extraction and a changed text. Where no claim answers any more it is orphaned:
kept, listed, and without effect.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sayso.model.claim import Claim
from sayso.model.document import Document
from sayso.model.judgement import Anchor, Judgement

# So many characters either side tell one place from another that has the same words.
AROUND = 32


def anchor(claim: Claim, document: Document) -> Anchor:
    """A claim as it stands now, so that it is found again later."""
    text = document.text
    return Anchor(
        claim.id,
        document.text_sha256,
        claim.start,
        claim.end,
        claim.quote,
        text[max(0, claim.start - AROUND) : claim.start],
        text[claim.end : claim.end + AROUND],
        claim.slot,
        claim.group,
        claim.value,
    )


class Anchors:
    """Finds the claim that a decision was made on.

    Args:
        claims: all claims of the case.
        documents: those that the claims are of.
    """

    __slots__ = ("_ids", "_places", "_quotes", "_texts")

    def __init__(self, claims: Iterable[Claim], documents: Iterable[Document]) -> None:
        self._texts = {document.id: document for document in documents}
        self._ids: dict[str, Claim] = {}
        self._places: dict[tuple[str, int, int, str], Claim] = {}
        self._quotes: dict[tuple[str, str], list[Claim]] = {}
        for claim in claims:
            self._ids[claim.id] = claim
            text = self._texts[claim.document].text_sha256 if claim.document in self._texts else ""
            self._places.setdefault((text, claim.start, claim.end, claim.slot), claim)
            self._quotes.setdefault((claim.slot, claim.quote), []).append(claim)

    def claim(self, found: Anchor) -> Claim | None:
        """The claim of an anchor, or None where it is gone."""
        place = (found.text_sha256, found.start, found.end, found.slot)
        return self._ids.get(found.claim) or self._places.get(place) or next(self._by_words(found), None)

    def _by_words(self, found: Anchor) -> Iterator[Claim]:
        """Claims of the same slot with the same words amid the same words; of several texts, the first by id."""
        for claim in sorted(self._quotes.get((found.slot, found.quote), ()), key=lambda one: (one.document, one.start)):
            document = self._texts.get(claim.document)
            if document is None or not (found.before or found.after):
                continue
            now = anchor(claim, document)
            if (now.before, now.after) == (found.before, found.after):
                yield claim


def standing(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The decisions that are not taken back, oldest first; taking back a taking back restores."""
    kept = tuple(judgements)
    undone: set[str] = set()
    for judgement in reversed(kept):
        if judgement.undoes is not None and judgement.id not in undone:
            undone.add(judgement.undoes)
    return tuple(judgement for judgement in kept if judgement.id not in undone)


def in_force(
    judgements: Iterable[Judgement], claims: Iterable[Claim], documents: Iterable[Document]
) -> tuple[Judgement, ...]:
    """The decisions that stand and still name a claim, each target with its claim's present id; oldest first."""
    held = standing(judgements)
    if not held:
        return ()
    found = Anchors(claims, documents)
    tied = ((judgement, _tied(judgement, found)) for judgement in held)
    return tuple(replace(judgement, targets=targets) for judgement, targets in tied if targets)


def orphans(
    judgements: Iterable[Judgement], claims: Iterable[Claim], documents: Iterable[Document]
) -> tuple[Judgement, ...]:
    """The decisions that stand and of whose claims one or more are gone; oldest first."""
    found = Anchors(claims, documents)
    return tuple(one for one in standing(judgements) if len(_tied(one, found)) < len(one.targets))


def _tied(judgement: Judgement, found: Anchors) -> tuple[Anchor, ...]:
    pairs = ((target, found.claim(target)) for target in judgement.targets)
    return tuple(replace(target, claim=claim.id) for target, claim in pairs if claim is not None)
