"""All that one question needs beside its claims: the codebook's forms, the accounts by name, events, entities, witnesses."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sayso.codebook import Fusion, GroupForm, SlotForm
from sayso.fusion.decisions import Decisions, decisions
from sayso.fusion.origins import Witnesses, witnesses
from sayso.model import Claim, Document, Entity, Event, Figure, Judgement, Linked, Source

_LONGEST = 56


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known of the case while its questions are answered one by one.

    `figures` are the exact numbers that an account gives a slot of an event, with the group: by event, slot and account.
    """

    fusion: Fusion
    documents: Mapping[str, Document]
    names: Mapping[str, str]
    entities: Mapping[str, Entity]
    events: Mapping[str, Event]
    witnesses: Witnesses
    judged: Decisions
    settled: Mapping[tuple[str, str, str, str], Judgement] = field(default_factory=dict)
    figures: Mapping[tuple[str, str, str], frozenset[tuple[str | None, float]]] = field(default_factory=dict)

    def form(self, slot: str) -> SlotForm:
        """How a slot is shown and weighed; one that the codebook does not list goes by its bare name."""
        known = self.fusion.slots.get(slot)
        name = slot.replace("_", " ").capitalize()
        return known or SlotForm(display=name, question=f"{name}?", family="act")

    def group(self, group: str) -> GroupForm:
        """How a group is shown; one that the codebook does not list goes by its bare noun."""
        return self.fusion.groups.get(group) or GroupForm(display=group.replace("_", " "))

    def name(self, document: str) -> str:
        """What a reader calls an account."""
        return self.names.get(document, document)

    def published(self, document: str) -> date | None:
        """The day by which an account was public, or None where it is not known."""
        known = self.documents.get(document)
        when = known.published if known is not None else None
        return when.latest if when is not None else None

    def order(self) -> dict[str, int]:
        """Each event's place in the order of events."""
        return {event: number for number, event in enumerate(self.events)}


def scene(
    linked: Linked,
    documents: Sequence[Document],
    fusion: Fusion,
    judgements: Iterable[Judgement],
    sources: Iterable[Source],
) -> Scene:
    """Gather what the questions need."""
    told = sorted(documents, key=lambda document: document.id)
    judged = decisions(judgements, linked.claims, told)
    publishers = tuple(sources)
    return Scene(
        fusion=fusion,
        documents={document.id: document for document in told},
        names=account_names(told, publishers),
        entities={entity.id: entity for entity in linked.entities},
        events={event.id: event for event in linked.events},
        witnesses=witnesses(told, linked.lineage, judged, publishers),
        judged=judged,
        figures=_figures(linked.claims),
    )


def _figures(claims: Iterable[Claim]) -> dict[tuple[str, str, str], frozenset[tuple[str | None, float]]]:
    found: defaultdict[tuple[str, str, str], set[tuple[str | None, float]]] = defaultdict(set)
    for claim in claims:
        value = claim.value
        if isinstance(value, Figure) and value.low is not None and value.low == value.high and claim.scope is None:
            found[event_of(claim), claim.slot, claim.document].add((claim.group, value.low))
    return {key: frozenset(numbers) for key, numbers in found.items()}


def event_of(claim: Claim) -> str:
    """The event a claim tells of; empty where linking joined none."""
    return claim.event or ""


def account_names(documents: Sequence[Document], sources: Iterable[Source]) -> dict[str, str]:
    """What a reader calls each account of a case: the source's name where it publishes one, else the title, else the id."""
    known = {source.id: source.name for source in sources}
    called = {document.id: known.get(document.source or "", "") for document in documents}
    often = Counter(called.values())
    titles = Counter(document.title for document in documents)
    names: dict[str, str] = {}
    for document in documents:
        source, title = called[document.id], document.title
        quoted = f"\u201c{_short(title)}\u201d" if title and titles[title] == 1 else document.id
        names[document.id] = source if source and often[source] == 1 else quoted
    return names


def _short(title: str) -> str:
    """A title that leaves room for the sentence around it."""
    return title if len(title) <= _LONGEST else title[: _LONGEST - 3].rsplit(" ", 1)[0] + " ..."
