"""What one dossier tells of, taken from the case once and indexed: one main event, its parts, and who tells of them.

A case with several main events has the dossier of the biggest (most accounts, then most claims); the others are listed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sayso.codebook import Codebook
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
    Role,
    Status,
    Unread,
)

if TYPE_CHECKING:
    from sayso.store import View

#: Statuses that a reader must not repeat as fact; nothing else on the page is red.
NOT_FACT = (Status.ALLEGED, Status.DENIED, Status.CONTESTED)


@dataclass(frozen=True, slots=True)
class Gathered:
    """The case around one main event.

    Args:
        number: document id -> the number by which the page refers to it, from 1.
        outlets: document id -> who publishes it, as shown.
        main: the event of this dossier, or None where the case has none.
        parts: its parts by date; mentioned: events told in passing; others: the case's other main events.
        claims: every claim of the documents shown, by id, in the order of the case.
        estimates: of the main event and its parts.
        quotes_only: the accounts show the sentences that claims rest on, and no more of their text.
        is_redacted: names were struck out.
    """

    header: CaseHeader
    codebook: Codebook
    documents: tuple[Document, ...]
    number: Mapping[str, int]
    outlets: Mapping[str, str]
    main: Event | None
    parts: tuple[Event, ...]
    mentioned: tuple[Event, ...]
    others: tuple[Event, ...]
    claims: Mapping[str, Claim]
    entities: Mapping[str, Entity]
    estimates: tuple[Estimate, ...]
    findings: tuple[Finding, ...]
    lineage: tuple[Lineage, ...]
    labels: tuple[Label, ...]
    judgements: tuple[Judgement, ...]
    unread: tuple[Unread, ...]
    refusals: tuple[Refusal, ...]
    quotes_only: bool = False
    is_redacted: bool = False

    @property
    def family(self) -> tuple[Event, ...]:
        """The main event and its parts."""
        return () if self.main is None else (self.main, *self.parts)

    @property
    def slips(self) -> frozenset[str]:
        """Claims taken for slips of the pen."""
        return frozenset(one for finding in self.findings if finding.kind == "typo" for one in finding.claims)

    def document(self, name: str) -> Document:
        """The document of that id."""
        return self.documents[self.number[name] - 1]

    def numbers(self, documents: tuple[str, ...]) -> tuple[int, ...]:
        """The numbers of documents, in order, those not shown left out."""
        return tuple(sorted({self.number[one] for one in documents if one in self.number}))

    def published_before(self, document: Document, day: date | None) -> bool:
        """True where a document was public before that day, whatever the day within its bounds."""
        published = document.published
        return day is not None and published is not None and published.latest is not None and published.latest < day


def gather(view: View) -> Gathered:
    """Take from a case all that its dossier shows."""
    events = view.events()
    mains = sorted((event for event in events if event.role is Role.MAIN), key=_bigness)
    main = mains[0] if mains else None
    parts = tuple(event for event in events if main is not None and event.part_of == main.id)
    documents = _shown(view, main, parts, alone=len(mains) < 2)
    number = {document.id: at for at, document in enumerate(documents, start=1)}
    family = {event.id for event in (main, *parts) if event is not None}
    mentioned = tuple(
        event for event in events if event.role is Role.MENTIONED and any(one in number for one in event.documents)
    )
    return Gathered(
        header=view.header,
        codebook=view.codebook,
        documents=documents,
        number=number,
        outlets=_outlets(view, documents),
        main=main,
        parts=parts,
        mentioned=mentioned,
        others=tuple(mains[1:]),
        claims={claim.id: claim for document in documents for claim in view.claims(document=document.id)},
        entities={entity.id: entity for entity in view.entities()},
        estimates=tuple(estimate for estimate in view.estimates() if estimate.event in family),
        findings=tuple(
            finding
            for finding in view.findings()
            if finding.event in family or (finding.event is None and any(one in number for one in finding.documents))
        ),
        lineage=tuple(edge for edge in view.lineage() if edge.document in number),
        labels=tuple(label for label in view.labels() if label.document in number),
        judgements=tuple(view.judgements()),
        unread=tuple(view.unread()),
        refusals=tuple(refusal for refusal in view.refusals() if refusal.document in number),
    )


def _bigness(event: Event) -> tuple[int, int, str]:
    return -len(event.documents), -len(event.claims), event.id


def _shown(view: View, main: Event | None, parts: tuple[Event, ...], *, alone: bool) -> tuple[Document, ...]:
    """All documents of a case of one event; of many, those that tell of this one."""
    documents = tuple(view.documents())
    if main is None or alone:
        return documents
    telling = {one for event in (main, *parts) for one in event.documents}
    return tuple(document for document in documents if document.id in telling)


def _outlets(view: View, documents: tuple[Document, ...]) -> dict[str, str]:
    """Who publishes each document: the outlet, else the first author, else its title or file."""
    names = {source.id: source.name for source in view.sources()}
    return {
        document.id: names.get(document.source or "")
        or (document.authors[0] if document.authors else "")
        or document.title
        or document.id
        for document in documents
    }
