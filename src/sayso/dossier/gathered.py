"""What one dossier tells of, taken from the case once and indexed: one main event, its parts, and who tells of them.

A case with several main events has a dossier for each; the biggest (most accounts, then most claims) is told unless one is
named, and the others are listed.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sayso.codebook import Codebook
from sayso.dossier.apart import Apart, Whole, apart
from sayso.errors import InputError
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
from sayso.store import View

# Who claims the day on which an account came out.
_OF_THE_TELLING = "rules.own_days/"
#: Statuses that a reader must not repeat as fact; nothing else on the page is red.
NOT_FACT = (Status.ALLEGED, Status.DENIED, Status.CONTESTED)
# Events that an error lists; more are no help to whoever mistyped one.
_NAMED = 8


@dataclass(frozen=True, slots=True)
class Gathered:
    """The case around one main event.

    Args:
        number: document id -> the number by which the page refers to it, from 1.
        outlets: document id -> who publishes it, as shown.
        main: the event of this dossier, or None where the case has none.
        parts: its parts by date; mentioned: events told in passing.
        others: the case's other main events, the biggest first; hidden: how many more of them there are.
        claims: every claim of the documents shown, by id, in the order of the case.
        estimates: of the main event and its parts.
        slips: claims taken for slips of the pen.
        waiting: how many decisions are kept that the figures do not rest on yet.
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
    slips: frozenset[str] = frozenset()
    hidden: int = 0
    waiting: int = 0
    quotes_only: bool = False
    is_redacted: bool = False

    @property
    def family(self) -> tuple[Event, ...]:
        """The main event and its parts."""
        return () if self.main is None else (self.main, *self.parts)

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


def _only_dated(claims: Collection[Claim]) -> set[str | None]:
    """The events of which nothing is told but the day on which an account came out: it is told of none."""
    return {claim.event for claim in claims} - {
        claim.event for claim in claims if not claim.extractor.startswith(_OF_THE_TELLING)
    }


def mains_of(view: View) -> tuple[Event, ...]:
    """The main events of a case, the biggest first: those of which it can tell a dossier."""
    return tuple(sorted((event for event in view.events() if event.role is Role.MAIN), key=_bigness))


def gather(view: View, event: str | None = None) -> Gathered:
    """Take from a case all that a dossier shows.

    Args:
        view: the case to read.
        event: id of the main event to tell of, or of one of its parts; the biggest where None.

    Raises:
        InputError: the case has no such main event.
    """
    if isinstance(view, View):
        view = apart(Whole.of(view), event)
    seen: Any = view
    hidden = seen.hidden if isinstance(seen, Apart) else 0
    events, mains = view.events(), mains_of(view)
    main = _chosen(events, mains, event)
    parts = tuple(one for one in events if main is not None and one.part_of == main.id)
    documents = _shown(view, main, parts, alone=len(mains) < 2)
    number = {document.id: at for at, document in enumerate(documents, start=1)}
    family = {one.id for one in (main, *parts) if one is not None}
    claims = {claim.id: claim for document in documents for claim in view.claims(document=document.id)}
    dated = _only_dated(claims.values())
    mentioned = tuple(
        one
        for one in events
        if one.role is Role.MENTIONED and one.id not in dated and any(name in number for name in one.documents)
    )
    findings = tuple(
        one
        for one in view.findings()
        if one.event in family or (one.event is None and any(name in number for name in one.documents))
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
        others=tuple(one for one in mains if one is not main),
        claims=claims,
        entities={entity.id: entity for entity in view.entities()},
        estimates=tuple(estimate for estimate in view.estimates() if estimate.event in family),
        findings=findings,
        lineage=tuple(edge for edge in view.lineage() if edge.document in number),
        labels=tuple(label for label in view.labels() if label.document in number),
        judgements=tuple(view.judgements()),
        unread=tuple(view.unread()),
        refusals=tuple(refusal for refusal in view.refusals() if refusal.document in number),
        slips=frozenset(one for finding in findings if finding.kind == "typo" for one in finding.claims),
        waiting=len(view.waiting()),
        hidden=hidden,
    )


def _chosen(events: tuple[Event, ...], mains: tuple[Event, ...], name: str | None) -> Event | None:
    """The main event of that id, or the whole of the part of that id; the biggest where none is named."""
    if name is None:
        return mains[0] if mains else None
    wanted = {name, *(one.part_of for one in events if one.id == name)}
    found = next((one for one in mains if one.id in wanted), None)
    if found is None:
        known = ", ".join(f"{one.id} ({one.title})" for one in mains[:_NAMED]) or "none"
        more = f", and {len(mains) - _NAMED} more" if len(mains) > _NAMED else ""
        raise InputError(f"the case has no main event {name!r}; its main events are: {known}{more}")
    return found


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
