"""The whole case seen through its signs, and the neighbourhoods it falls into, each joined and weighed by itself.

Nothing but signs is looked at. Documents that share an event are neighbours; what hangs together through them alone is a
neighbourhood, and what is told in one changes nothing in another but what stands here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from sayso.codebook import Codebook
from sayso.linking.citations import cited
from sayso.linking.decisions import ties_of
from sayso.linking.entities import entities
from sayso.linking.gathering import Roots, gathered
from sayso.linking.joining import register
from sayso.linking.lineage import Aligned, in_order, lineages
from sayso.linking.memory import NOTHING, Memory
from sayso.linking.roles import roles
from sayso.linking.scale import scale_of
from sayso.linking.signs import DEED, FOUNDED, Sign
from sayso.linking.tellings import Key, twins
from sayso.linking.types import types_of
from sayso.model import Entity, Judgement, Lineage, Mention, Role

Named = Mapping[str, Sequence[tuple[Mention, int]]]


@dataclass(frozen=True, slots=True)
class Gist:
    """An event before it is assembled: the tellings that are one, why, and how it stands to the case."""

    members: tuple[Key, ...]
    why: tuple[str, ...]
    role: Role


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """Documents that hang together by the events they share.

    Args:
        documents: their ids, in order; the first names the neighbourhood.
        gists: their events.
        spokesmen: for each of them the document that speaks for it.
        lineage: whom they copy and cite.
        moved: claims that a person put beside another claim.
        judgements: the decisions that touch them.
    """

    documents: tuple[str, ...]
    gists: tuple[Gist, ...]
    spokesmen: Mapping[str, str]
    lineage: tuple[Lineage, ...]
    moved: tuple[tuple[str, str], ...] = ()
    judgements: tuple[Judgement, ...] = ()

    @property
    def id(self) -> str:
        """What it is called by."""
        return self.documents[0]


@dataclass(frozen=True, slots=True)
class Survey:
    """What is known of a whole case before its neighbourhoods are joined.

    Args:
        entities: whom its documents name.
        lineage: who copies and cites whom.
        neighbourhoods: in the order of their documents.
        named: for each document its mentions, each with its entity's place in `entities`.
        memory: what a later survey need not find out again.
    """

    entities: tuple[Entity, ...]
    lineage: tuple[Lineage, ...]
    neighbourhoods: tuple[Neighbourhood, ...]
    named: Named
    memory: Memory

    def entities_in(self, documents: Iterable[str]) -> tuple[Entity, ...]:
        """Those that some documents name, with their mentions there alone."""
        return _entities_in(documents, self.entities, self.named)


def survey(  # noqa: PLR0913 - what a case is, and what is known of it already
    signs: Sequence[Sign],
    codebook: Codebook,
    judgements: Sequence[Judgement],
    aligned: Aligned,
    *,
    signed: Mapping[str, str] | None = None,
    memory: Memory = NOTHING,
) -> Survey:
    """Survey a case.

    Args:
        signs: of all documents; their order changes nothing.
        codebook: says which event types may name one event.
        judgements: those in force, oldest first, tied to the claims of the case.
        aligned: lays pairs of documents side by side.
        signed: the hashes of the signs, by document, where something is remembered.
        memory: what an earlier survey under the same code and codebook found.
    """
    signs = sorted(signs, key=lambda sign: sign.document)
    spokesmen = twins({sign.document: sign.shape for sign in signs})
    types = types_of(codebook)
    told = [one for sign in signs if spokesmen[sign.document] == sign.document for one in sign.tellings]
    judged = _judged(signs, judgements)
    tied = {claim: (spokesmen[document], whole) for claim, (document, whole) in judged.items() if whole is not None}
    ties = ties_of(judgements, tied)
    found = gathered(told, scale_of(told, types), ties, signed or {}, memory)
    gists = [
        Gist(tuple(one.key for one in cluster.members), cluster.why, role)
        for cluster, role in zip(found.clusters, roles(found.clusters, types), strict=True)
    ]
    known = entities([sign.account for sign in signs], judgements)
    named = _named(known)
    copied = lineages([sign.prints for sign in signs], aligned)
    lineage = tuple(sorted((*copied, *cited([sign.credits for sign in signs])), key=in_order))
    root = Roots(spokesmen)
    targets = [[judged[one.claim][0] for one in judgement.targets if one.claim in judged] for judgement in judgements]
    for one, other in chain(_neighbours(gists, spokesmen, targets), _founders(signs, known, named)):
        root.join(one, other)
    parted = _neighbourhoods(root, gists, spokesmen, lineage)
    if judgements:
        parted = _decided(parted, ties.moved, list(zip(judgements, targets, strict=True)), judged)
    memory = replace(memory, compared=found.compared, joined=found.joined, partitions=found.partitions)
    return Survey(known, lineage, parted, named, memory)


def _neighbours(
    gists: Iterable[Gist], spokesmen: Mapping[str, str], targets: Iterable[Sequence[str]]
) -> Iterator[tuple[str, str]]:
    """Pairs of documents that share an event, a text or a decision."""
    for gist in gists:
        yield from ((gist.members[0][0], document) for document, _ in gist.members[1:])
    yield from spokesmen.items()
    for told in targets:
        yield from ((told[0], other) for other in told[1:])


def _founders(signs: Sequence[Sign], known: Sequence[Entity], named: Named) -> Iterator[tuple[str, str]]:
    """Who tells when an organisation was founded goes with the first who lays a deed on it: the deed's event tells both."""
    if not any(slot == FOUNDED for sign in signs for slot, _ in sign.abouts):
        return
    first: dict[str, str] = {}
    founded: list[tuple[str, str]] = []
    for sign in signs:
        here = register(_entities_in([sign.document], known, named)) if sign.abouts else None
        for slot, extent in sign.abouts:
            entity = here.at(sign.document, extent) if here is not None else None
            if entity is not None and slot == DEED:
                first.setdefault(entity, sign.document)
            elif entity is not None:
                founded.append((entity, sign.document))
    yield from ((first[entity], document) for entity, document in founded if entity in first)


def _neighbourhoods(
    root: Roots, gists: Iterable[Gist], spokesmen: Mapping[str, str], lineage: Iterable[Lineage]
) -> tuple[Neighbourhood, ...]:
    told: defaultdict[str, list[Gist]] = defaultdict(list)
    for gist in gists:
        told[root.of(gist.members[0][0])].append(gist)
    leaning: defaultdict[str, list[Lineage]] = defaultdict(list)
    for one in lineage:
        leaning[root.of(one.document)].append(one)
    return tuple(
        Neighbourhood(
            tuple(documents),
            tuple(told[top]),
            {document: spokesmen[document] for document in documents},
            tuple(leaning[top]),
        )
        for top, documents in root.groups().items()
    )


def _decided(
    parted: Iterable[Neighbourhood],
    moved: Sequence[tuple[str, str]],
    judgements: Sequence[tuple[Judgement, Sequence[str]]],
    judged: Mapping[str, tuple[str, int | None]],
) -> tuple[Neighbourhood, ...]:
    """Each neighbourhood with the decisions that touch it."""
    return tuple(
        replace(
            one,
            moved=tuple(pair for pair in moved if judged[pair[0]][0] in one.spokesmen),
            judgements=tuple(judgement for judgement, told in judgements if told and told[0] in one.spokesmen),
        )
        for one in parted
    )


def _named(known: Iterable[Entity]) -> Named:
    found: defaultdict[str, list[tuple[Mention, int]]] = defaultdict(list)
    for number, entity in enumerate(known):
        for mention in entity.mentions:
            found[mention.document].append((mention, number))
    return found


def _entities_in(documents: Iterable[str], known: Sequence[Entity], named: Named) -> tuple[Entity, ...]:
    held: defaultdict[int, list[Mention]] = defaultdict(list)
    for document in documents:
        for mention, number in named.get(document, ()):
            held[number].append(mention)
    return tuple(replace(known[number], aliases=(), why=(), mentions=tuple(held[number])) for number in sorted(held))


def _judged(signs: Iterable[Sign], judgements: Sequence[Judgement]) -> dict[str, tuple[str, int | None]]:
    """The document of each claim that was decided on, and the event in it that the claim is of."""
    wanted = {anchor.claim for judgement in judgements for anchor in judgement.targets}
    held = (claim for sign in signs if wanted for claim in sign.claims)
    return {claim.id: (claim.document, claim.whole) for claim in held if claim.id in wanted}
