"""One event of a case of many, set apart: only what touches it is read, and its dossier is the same to the byte.

What all events share is read once (`Whole`); the rest is looked up by event and document, so that a dossier costs what its
own documents cost, however many others the case holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sayso.model import Claim, Document, Entity, Estimate, Event, Finding, Label, Lineage, Refusal, Role, Source
from sayso.store.shelves import SHELVES

if TYPE_CHECKING:
    from sayso.store import View

#: Other main events that a dossier lists, the biggest; the rest it counts.
LISTED = 100


@dataclass(frozen=True, slots=True)
class Whole:
    """What the events of a case share.

    Args:
        biggest: the biggest main events, one more than are listed; mains: how many there are.
        sources: who publishes.
    """

    view: View
    biggest: tuple[Event, ...]
    mains: int
    sources: tuple[Source, ...]

    @classmethod
    def of(cls, view: View) -> Whole:
        """Read it from a case."""
        return cls(view, view.biggest(LISTED + 1), view.roles()[Role.MAIN], view.sources())


def apart(whole: Whole, event: str | None = None) -> View:
    """The case as a main event, or the whole of a part, sees it; the biggest where none is named.

    The case itself where it has no more than one main event, or none of that id.
    """
    main = whole.biggest[0] if whole.biggest and event is None else _main(whole.view, event or "")
    if main is None or whole.mains < 2:
        return whole.view
    view: Any = Apart(whole, main)
    return view  # type: ignore[no-any-return]


class Apart:
    """The face of a View over what touches one event.

    Args:
        whole: what all events share.
        main: the event.
    """

    def __init__(self, whole: Whole, main: Event) -> None:
        self._whole = whole
        self._main = main
        self._family = (main, *whole.view.parts(main.id))
        self._telling = sorted({document for event in self._family for document in event.documents})
        others = tuple(one for one in whole.biggest if one.id != main.id)
        self._others = others[:LISTED]
        self.hidden = whole.mains - 1 - len(self._others)

    def __getattr__(self, name: str) -> Any:
        """What the whole case says of itself: header, codebook, judgements, files that were not read."""
        return getattr(self._whole.view, name)

    def sources(self) -> tuple[Source, ...]:
        """Who publishes."""
        return self._whole.sources

    def events(self) -> tuple[Event, ...]:
        """The main events that are listed, the parts of this one, and what its documents mention."""
        return (*self._others, *self._family, *self._whole.view.naming("events", self._telling))

    def documents(self) -> tuple[Document, ...]:
        """The documents that tell of it."""
        return tuple(self._whole.view.document(one) for one in self._telling)

    def claims(self, document: str | None = None) -> Iterator[Claim]:
        """The claims of one document."""
        return self._whole.view.claims(document=document)

    def entities(self) -> tuple[Entity, ...]:
        """Those that its documents name."""
        return self._whole.view.naming("entities", self._telling)

    def estimates(self) -> tuple[Estimate, ...]:
        """What can be stated of it."""
        return _arranged("estimates", (one for event in self._family for one in self._whole.view.estimates(event.id)))

    def findings(self) -> tuple[Finding, ...]:
        """What a reader must know of it, and of its documents."""
        own = [one for event in self._family for one in self._whole.view.findings(event.id)]
        return _arranged("findings", (*own, *self._whole.view.naming("findings", self._telling)))

    def lineage(self) -> tuple[Lineage, ...]:
        """Who copies or cites whom among its documents."""
        return self._whole.view.naming("lineage", self._telling)

    def labels(self) -> tuple[Label, ...]:
        """How its documents call actors and acts."""
        return tuple(label for one in self._telling for label in self._whole.view.labels(one))

    def refusals(self) -> tuple[Refusal, ...]:
        """What was not taken in its documents."""
        return tuple(refusal for one in self._telling for refusal in self._whole.view.refusals(one))


def _main(view: View, name: str) -> Event | None:
    """The main event of an id, or the whole of the part of that id."""
    found: Event | None = view.known("events", name)
    while found is not None and found.part_of is not None:
        found = view.known("events", found.part_of)
    return found if found is not None and found.role is Role.MAIN else None


def _arranged(shelf: str, things: Iterable[Any]) -> tuple[Any, ...]:
    """In the order of the case."""
    return tuple(SHELVES[shelf].arrange(things))
