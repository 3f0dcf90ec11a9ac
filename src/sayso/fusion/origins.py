"""Who is independent: documents joined where one takes words over from the other or names it as its source.

Two accounts of one outlet or one author are one origin, too: who repeats himself is no second witness. Their basis stays
`none_found` unless a passage is shared, for none was found. A figure that two accounts have from one voice ("the army said")
has one origin: that voice. Origins are an upper bound: no copying found is not proof of independence.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.fusion.decisions import Decisions
from sayso.fusion.voices import own_voice, side_of, voice
from sayso.model import Attribution, BlockKind, Claim, Document, Lineage, Origin, Source

# The lines over an account.
_CREDITING = frozenset({BlockKind.DATELINE, BlockKind.BYLINE})
_OVER, _HEADS = 4, frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.BYLINE})
# A document of which half stands in another is that one's account, also where it adds words of its own.
_MOSTLY = 0.5


# Bylines that name nobody: the desk of one paper is not the desk of another.
_NOBODY = re.compile(
    r"\b(?:staff|desk|newsroom|admin|editors?|editorial|reporters?|correspondents?|team|anonymous|unknown|author)\b"
)


@dataclass(frozen=True, slots=True)
class Tie:
    """What documents share that makes them one origin whatever they say.

    Args:
        key: the same for all that share it.
        basis: `shared_passage`, or `none_found` where one hand wrote them and no words are taken over.
        words: who or what it is, for a reader.
    """

    key: str
    basis: str
    words: str


@dataclass(frozen=True, slots=True)
class Witnesses:
    """What ties documents to each other, asked claim by claim.

    Args:
        ties: what makes a document one origin with others, by document.
        lineage: passages and citations that tie only what stands in them, by document.
        bodies: the voice of documents that a body published itself; sides: of those that one side tells by its own words.
        credits: ids of the lineage that stands over a whole document ("KUNDU, 3 May (AFP) - ").
    """

    ties: Mapping[str, tuple[Tie, ...]]
    lineage: Mapping[str, tuple[Lineage, ...]]
    bodies: Mapping[str, str]
    sides: Mapping[str, str] = field(default_factory=dict)
    credits: frozenset[str] = frozenset()
    _known: dict[tuple[str, ...], tuple[Origin, ...]] = field(default_factory=dict, repr=False, compare=False)

    def origins(self, claims: Iterable[Claim]) -> tuple[Origin, ...]:
        """The origins of claims that say the same; at most as many as their documents."""
        asked = tuple(claims)
        key = tuple(claim.id for claim in asked)
        if key not in self._known:
            self._known[key] = self._origins(asked)
        return self._known[key]

    def shared(self, documents: Iterable[str]) -> str:
        """What all of some documents have in common that makes them one origin, in words; empty where nothing is."""
        told = [self.ties.get(document, ()) for document in documents]
        common = (tie for tie in told[0] if tie.words and all(tie in others for others in told)) if told else ()
        return next((tie.words for tie in common), "")

    def _origins(self, claims: Iterable[Claim]) -> tuple[Origin, ...]:
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
            for tie in self.ties.get(document, ()):
                first = roots.setdefault(tie.key, document)
                if first != document:
                    _join(root, document, first)
                    basis |= {document: tie.basis} if tie.basis != "none_found" else {}
        return _gathered(documents, root, basis)

    def _leans(self, document: str, claims: Sequence[Claim]) -> Iterable[tuple[str, str]]:
        """The documents and outside sources that every claim of a document leans on, with the basis."""
        for lineage in self.lineage.get(document, ()):
            outer = lineage.from_document or f"outside:{lineage.from_source}"
            if lineage.id in self.credits or all(_stands_in(claim, lineage) for claim in claims):
                yield outer, "cites" if lineage.kind == "cites" else "shared_passage"
        voices = {voice(claim) if claim.attribution else self.bodies.get(document) for claim in claims}
        only = voices.pop() if len(voices) == 1 else None
        if only is not None:
            yield f"voice:{only}", "cites"


def witnesses(
    documents: Sequence[Document], lineage: Sequence[Lineage], judged: Decisions, sources: Iterable[Source] = ()
) -> Witnesses:
    """Gather what ties documents: lineage, identical texts, one outlet, one author, and what people decided."""
    ties: defaultdict[str, list[Tie]] = defaultdict(list)
    first: dict[str, Tie] = {}
    by_tie: defaultdict[Tie, set[str]] = defaultdict(set)
    outlets = {source.id: source.name for source in sources if source.kind != "dataset"}
    for document in sorted(documents, key=lambda document: document.id):
        for tie in _own_ties(document, outlets):
            by_tie[first.setdefault(tie.key, tie)].add(document.id)
    for number, told in enumerate(judged.same_origin):
        by_tie[Tie(f"judged:{number}", "shared_passage", "")] |= told
    for tie, same in by_tie.items():
        for name in same if len(same) > 1 else ():
            ties[name].append(tie)
    by_document: defaultdict[str, list[Lineage]] = defaultdict(list)
    for one in lineage:
        by_document[one.document].append(one)
    return Witnesses(
        {document: tuple(tied) for document, tied in ties.items()},
        {document: tuple(leans) for document, leans in by_document.items()},
        {
            one.id: body
            for one in documents
            if (body := own_voice(_head(one), outlets.get(one.source or "", ""))) is not None
        },
        {one.id: side for one in documents if (side := side_of(one.id, one.text)) is not None},
        frozenset(_credits(documents, lineage)),
    )


def _credits(documents: Sequence[Document], lineage: Sequence[Lineage]) -> Iterator[str]:
    """The agencies that a dateline or a byline names: all that follows is theirs."""
    over = {one.id: [block for block in one.blocks[:_OVER] if block.kind in _CREDITING] for one in documents}
    for one in lineage:
        blocks = over.get(one.document, ()) if one.kind == "cites" else ()
        if any(block.start <= span.start < block.end for block in blocks for span in one.spans):
            yield one.id


def _head(document: Document) -> str:
    """What stands over the account: its title and the lines that say who made it."""
    lines = (document.text[block.start : block.end] for block in document.blocks[:_OVER] if block.kind in _HEADS)
    told = [" ".join(line.split()) for line in lines]
    return ", ".join([document.title, *(line for line in told if line and line not in document.title)])


def _own_ties(document: Document, outlets: Mapping[str, str]) -> Iterable[Tie]:
    """What a document may share with others: its text, who publishes it, who wrote it."""
    yield Tie(f"text:{document.text_sha256}", "shared_passage", "")
    if document.source is not None and document.source in outlets:
        yield Tie(f"outlet:{document.source}", "none_found", f"{outlets[document.source]} published them all")
    for author in document.authors:
        name = " ".join(author.split())
        # One word ("admin", "Maria") is no person who could be told from another of that name.
        if " " in name and not _NOBODY.search(name.casefold()):
            yield Tie(f"author:{name.casefold()}", "none_found", f"{name} wrote them all")


def _stands_in(claim: Claim, lineage: Lineage) -> bool:
    """Whether a claim leans on a lineage: within its passages, or anywhere in a document mostly taken over."""
    if lineage.kind == "copies" and lineage.share >= _MOSTLY:
        return True
    if not lineage.spans:
        return lineage.kind == "cites" and bool(claim.attribution)
    places = [(claim.start, claim.start + 1)]
    if lineage.kind == "cites":  # "According to the agency, sixty were killed": the claim stands beside the name
        places += [place for one in claim.attribution if (place := _place_of(one)) is not None]
    return any(passage.start < end and start < passage.end for passage in lineage.spans for start, end in places)


def _place_of(one: Attribution) -> tuple[int, int] | None:
    """Where a speaker is named."""
    return None if one.speaker_start is None or one.speaker_end is None else (one.speaker_start, one.speaker_end)


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
