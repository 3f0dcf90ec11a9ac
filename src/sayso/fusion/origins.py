"""Who is independent: documents joined where one takes words over from the other or names it as its source.

Origins are an upper bound: no copying found is not proof of independence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from sayso.fusion.decisions import Decisions
from sayso.model import Claim, Document, Lineage, Origin

# A document of which half stands in another is that one's account, also where it adds words of its own.
_MOSTLY = 0.5


@dataclass(frozen=True, slots=True)
class Witnesses:
    """What ties documents to each other, asked claim by claim.

    Args:
        whole: pairs of documents that are one origin whatever they say, with the basis.
        lineage: passages and citations that tie only what stands in them, by document.
    """

    whole: Mapping[frozenset[str], str]
    lineage: Mapping[str, tuple[Lineage, ...]]

    def origins(self, claims: Iterable[Claim]) -> tuple[Origin, ...]:
        """The origins of claims that say the same; at most as many as their documents."""
        told: defaultdict[str, list[Claim]] = defaultdict(list)
        for claim in claims:
            told[claim.document].append(claim)
        documents = sorted(told)
        root = {document: document for document in documents}
        basis: dict[str, str] = {}
        roots: dict[str, str] = {}
        for document in documents:
            for outer, why in self._leans(document, told[document]):
                other = outer if outer in root else roots.setdefault(outer, document)
                if other != document:
                    _join(root, document, other)
                    basis[document] = why
        for pair, why in self.whole.items():
            if pair <= root.keys():
                one, other = sorted(pair)
                _join(root, one, other)
                basis[one] = why
        return _gathered(documents, root, basis)

    def _leans(self, document: str, claims: Sequence[Claim]) -> Iterable[tuple[str, str]]:
        """The documents and outside sources that every claim of a document leans on, with the basis."""
        for lineage in self.lineage.get(document, ()):
            outer = lineage.from_document or f"outside:{lineage.from_source}"
            if all(_stands_in(claim, lineage) for claim in claims):
                yield outer, "cites" if lineage.kind == "cites" else "shared_passage"


def witnesses(documents: Sequence[Document], lineage: Sequence[Lineage], judged: Decisions) -> Witnesses:
    """Gather what ties documents: lineage, identical texts, and what people decided."""
    whole: dict[frozenset[str], str] = {}
    by_text: defaultdict[str, list[str]] = defaultdict(list)
    for document in sorted(documents, key=lambda document: document.id):
        by_text[document.text_sha256].append(document.id)
    for same in [*by_text.values(), *(sorted(one) for one in judged.same_origin)]:
        whole.update({frozenset(pair): "shared_passage" for pair in combinations(same, 2)})
    by_document: defaultdict[str, list[Lineage]] = defaultdict(list)
    for one in lineage:
        by_document[one.document].append(one)
    return Witnesses(whole, {document: tuple(told) for document, told in by_document.items()})


def _stands_in(claim: Claim, lineage: Lineage) -> bool:
    """Whether a claim leans on a lineage: within its passages, or anywhere in a document mostly taken over."""
    if lineage.kind == "copies" and lineage.share >= _MOSTLY:
        return True
    if lineage.spans:
        return any(passage.start <= claim.start < passage.end for passage in lineage.spans)
    return lineage.kind == "cites" and bool(claim.attribution)


def _find(root: Mapping[str, str], document: str) -> str:
    while root[document] != document:
        document = root[document]
    return document


def _join(root: dict[str, str], one: str, other: str) -> None:
    first, second = sorted((_find(root, one), _find(root, other)))
    root[second] = first


def _gathered(documents: Sequence[str], root: Mapping[str, str], basis: Mapping[str, str]) -> tuple[Origin, ...]:
    joined: defaultdict[str, list[str]] = defaultdict(list)
    for document in documents:
        joined[_find(root, document)].append(document)
    return tuple(
        Origin(
            tuple(members),
            next((basis[member] for member in members if member in basis), "none_found")
            if members[1:]
            else "none_found",
        )
        for members in joined.values()
    )
