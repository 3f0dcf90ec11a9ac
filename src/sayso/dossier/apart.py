"""One event of a case of many, set apart: only what touches it is read, and its dossier is the same to the byte.

What all events share is read once (`Whole`); the rest is looked up by event and document, so that the dossiers of a case
cost what their own documents cost.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sayso.model import Claim, Document, Entity, Estimate, Event, Finding, Label, Lineage, Refusal, Role, Source
from sayso.store.shelves import SHELVES

if TYPE_CHECKING:
    from sayso.store import View


@dataclass(frozen=True, slots=True)
class Whole:
    """What the events of a case share.

    Args:
        events: all events, in order; mains: the main ones; family: id of a whole -> its parts.
        order: id of an event -> its place among all; findings: those of no event.
        passing: document id -> events only mentioned there; named: document id -> ids of its entities.
    """

    view: View
    events: tuple[Event, ...]
    order: Mapping[str, int]
    mains: tuple[Event, ...]
    family: Mapping[str, tuple[Event, ...]]
    passing: Mapping[str, tuple[Event, ...]]
    named: Mapping[str, tuple[str, ...]]
    sources: tuple[Source, ...]
    findings: tuple[Finding, ...]
    lineage: Mapping[str, tuple[Lineage, ...]]

    @classmethod
    def of(cls, view: View) -> Whole:
        """Read it from a case."""
        events = view.events()
        passing, family, lineage = defaultdict(list), defaultdict(list), defaultdict(list)
        for event in events:
            family[event.part_of or ""].append(event)
            for document in event.documents if event.role is Role.MENTIONED else ():
                passing[document].append(event)
        for edge in view.lineage():
            lineage[edge.document].append(edge)
        mains = tuple(event for event in events if event.role is Role.MAIN)
        shared = view.sources(), view.findings(event="")
        order = {event.id: place for place, event in enumerate(events)}
        return cls(
            view, events, order, mains, _frozen(family), _frozen(passing), view.appearances(), *shared, _frozen(lineage)
        )


def apart(whole: Whole, event: str) -> View:
    """The case as one main event or part of it sees it; the case itself where it has no more than one main event."""
    main = next((one for one in whole.mains if one.id == event), None)
    if main is None:
        part = next((one for one in whole.events if one.id == event), None)
        main = next((one for one in whole.mains if part is not None and one.id == part.part_of), None)
    if main is None or len(whole.mains) < 2:
        return whole.view
    view: Any = Apart(whole, (main, *whole.family.get(main.id, ())))
    return view  # type: ignore[no-any-return]


class Apart:
    """The face of a View over what touches one event."""

    def __init__(self, whole: Whole, family: tuple[Event, ...]) -> None:
        self._whole = whole
        self._family = family
        self._telling = sorted({document for event in family for document in event.documents})

    def __getattr__(self, name: str) -> Any:
        """What the whole case says of itself: header, codebook, judgements, files that were not read."""
        return getattr(self._whole.view, name)

    def sources(self) -> tuple[Source, ...]:
        """Who publishes."""
        return self._whole.sources

    def events(self) -> tuple[Event, ...]:
        """All main events, the parts of this one, and what its documents mention."""
        passing = {event.id: event for one in self._telling for event in self._whole.passing.get(one, ())}
        beside = [event for event in self._family if event.role is not Role.MAIN]
        ordered = sorted(passing.values(), key=lambda one: self._whole.order[one.id])
        return (*self._whole.mains, *beside, *ordered)

    def documents(self) -> tuple[Document, ...]:
        """The documents that tell of it."""
        return tuple(self._whole.view.document(one) for one in self._telling)

    def claims(self, document: str | None = None) -> Iterator[Claim]:
        """The claims of one document."""
        return self._whole.view.claims(document=document)

    def entities(self) -> tuple[Entity, ...]:
        """Those that its documents name."""
        named = {entity for one in self._telling for entity in self._whole.named.get(one, ())}
        return _arranged("entities", (self._whole.view.entity(one) for one in named))

    def estimates(self) -> tuple[Estimate, ...]:
        """What can be stated of it."""
        return _arranged("estimates", (one for event in self._family for one in self._whole.view.estimates(event.id)))

    def findings(self) -> tuple[Finding, ...]:
        """What a reader must know of it, and of its documents."""
        own = [one for event in self._family for one in self._whole.view.findings(event.id)]
        telling = set(self._telling)
        shared = (one for one in self._whole.findings if telling.intersection(one.documents))
        return _arranged("findings", (*own, *shared))

    def lineage(self) -> tuple[Lineage, ...]:
        """Who copies or cites whom among its documents."""
        return tuple(edge for one in self._telling for edge in self._whole.lineage.get(one, ()))

    def labels(self) -> tuple[Label, ...]:
        """How its documents call actors and acts."""
        return tuple(label for one in self._telling for label in self._whole.view.labels(one))

    def refusals(self) -> tuple[Refusal, ...]:
        """What was not taken in its documents."""
        return tuple(refusal for one in self._telling for refusal in self._whole.view.refusals(one))


def _arranged(shelf: str, things: Iterable[Any]) -> tuple[Any, ...]:
    """In the order of the case."""
    return tuple(SHELVES[shelf].arrange(things))


def _frozen(found: Mapping[str, list[Any]]) -> dict[str, tuple[Any, ...]]:
    return {key: tuple(those) for key, those in found.items()}
