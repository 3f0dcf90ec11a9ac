"""A case in memory, as of one state: read once, asked by every page; it has the face of a View."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from sayso import judging
from sayso.codebook import Codebook
from sayso.errors import InputError
from sayso.judging import Bearing
from sayso.model import (
    CaseHeader,
    Claim,
    Document,
    Entity,
    Estimate,
    Event,
    Finding,
    Judgement,
    Label,
    Lineage,
    Refusal,
    Source,
    Unread,
    standing,
)
from sayso.store import View

T = TypeVar("T", Claim, Document)

#: The generation of the derived tables, and how many judgements the case holds.
State = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of a View, read whole."""

    sources: tuple[Source, ...]
    documents: tuple[Document, ...]
    entities: tuple[Entity, ...]
    events: tuple[Event, ...]
    estimates: tuple[Estimate, ...]
    findings: tuple[Finding, ...]
    lineage: tuple[Lineage, ...]
    labels: tuple[Label, ...]
    unread: tuple[Unread, ...]
    refusals: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """A case of one generation with the judgements known so far.

    Args:
        claims_of: document id -> its claims, in order; by_id: claims and documents by their ids.
        told: all judgements; asked: those that nothing rests on yet.
        bearing: how the judgements stand to the case.
    """

    header: CaseHeader
    codebook: Codebook
    generation: int
    lists: Lists
    claims_of: Mapping[str, tuple[Claim, ...]]
    by_id: Mapping[str, Claim | Document]
    told: tuple[Judgement, ...]
    asked: tuple[Judgement, ...]
    bearing: Bearing

    @classmethod
    def of(cls, view: View) -> Held:
        """Read a case whole."""
        claims: dict[str, list[Claim]] = {}
        for claim in view.claims():
            claims.setdefault(claim.document, []).append(claim)
        lists = Lists(**{name: tuple(getattr(view, name)()) for name in Lists.__dataclass_fields__})
        held = cls(
            header=view.header,
            codebook=view.codebook,
            generation=view.generation,
            lists=lists,
            claims_of={document: tuple(told) for document, told in claims.items()},
            by_id={
                **{document.id: document for document in lists.documents},
                **{claim.id: claim for told in claims.values() for claim in told},
            },
            told=view.judgements(),
            asked=view.waiting(),
            bearing=Bearing({}, (), ()),
        )
        return replace(held, bearing=held.bears())

    @property
    def state(self) -> State:
        """What tells one state of a case from the next."""
        return self.generation, len(self.told)

    def bears(self) -> Bearing:
        """Set all judgements beside the case."""
        view: Any = self  # it has the face of a View
        return judging.bearing(view)

    def judged(self, view: View) -> Held:
        """The same case with what was decided since; nothing else has changed."""
        told = view.judgements()
        known = {one.id for one in self.told}
        newer = [one for one in told if one.id not in known]
        now = replace(self, told=told, asked=view.waiting())
        if any(one.undoes is not None for one in newer):
            return replace(now, bearing=now.bears())
        # What was decided on this very case names its claims by their present ids.
        targets = {one.id: tuple(at.claim for at in one.targets if at.claim in self.by_id) for one in newer}
        held = {one.id for one in standing(told)}
        bearing = Bearing(
            {**self.bearing.targets, **targets},
            tuple((one, new) for one, new in self.bearing.touched if one.id in held),
            tuple(one for one in self.bearing.orphaned if one.id in held),
        )
        return replace(now, bearing=bearing)

    def sources(self) -> tuple[Source, ...]:
        """Who publishes."""
        return self.lists.sources

    def documents(self) -> tuple[Document, ...]:
        """The accounts."""
        return self.lists.documents

    def entities(self) -> tuple[Entity, ...]:
        """What mentions share."""
        return self.lists.entities

    def events(self) -> tuple[Event, ...]:
        """Main events with their parts, then those only mentioned."""
        return self.lists.events

    def estimates(self) -> tuple[Estimate, ...]:
        """What can be stated."""
        return self.lists.estimates

    def findings(self) -> tuple[Finding, ...]:
        """What a reader must know."""
        return self.lists.findings

    def lineage(self) -> tuple[Lineage, ...]:
        """Who copies or cites whom."""
        return self.lists.lineage

    def labels(self) -> tuple[Label, ...]:
        """How the accounts call actors and acts."""
        return self.lists.labels

    def unread(self) -> tuple[Unread, ...]:
        """What could not be read."""
        return self.lists.unread

    def refusals(self) -> tuple[Refusal, ...]:
        """Words that look like a claim and were not taken."""
        return self.lists.refusals

    def judgements(self) -> tuple[Judgement, ...]:
        """What was decided, oldest first."""
        return self.told

    def waiting(self) -> tuple[Judgement, ...]:
        """Decisions that are kept, while the derived tables do not rest on them yet."""
        return self.asked

    def claims(self, document: str | None = None) -> Iterator[Claim]:
        """Claims in order; of one document where it is named."""
        if document is not None:
            return iter(self.claims_of.get(document, ()))
        return (claim for one in self.claims_of.values() for claim in one)

    def claim(self, name: str) -> Claim:
        """The claim of an id.

        Raises:
            InputError: the case has none of that id.
        """
        return self._one(Claim, name)

    def document(self, name: str) -> Document:
        """The document of an id.

        Raises:
            InputError: the case has none of that id.
        """
        return self._one(Document, name)

    def _one(self, shape: type[T], name: str) -> T:
        found = self.by_id.get(name)
        if not isinstance(found, shape):
            raise InputError(f"the case has no {shape.__name__.lower()} {name!r}")
        return found
