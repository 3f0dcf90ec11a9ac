"""The way from accounts to what they share: events, entities and lineage, joined back to the claims.

A case is surveyed through its signs, and each of its neighbourhoods is then joined by itself; `link` does both for a case
that lies in memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sayso.codebook import Codebook
from sayso.linking.assembling import assemble, by_date
from sayso.linking.joining import join, join_labels, register
from sayso.linking.lineage import aligned_here
from sayso.linking.parts import drafts
from sayso.linking.signs import sign_of
from sayso.linking.survey import Neighbourhood, survey
from sayso.linking.tellings import tellings
from sayso.linking.types import types_of
from sayso.model import Account, Claim, Document, Entity, Event, Judgement, Label, Linked, Role, in_force


def link(
    documents: Sequence[Document], accounts: Sequence[Account], codebook: Codebook, judgements: Sequence[Judgement] = ()
) -> Linked:
    """Join what many documents tell: which speak of one event, of one person, and which copies or cites which.

    The order of documents and accounts changes nothing, and a duplicate adds only its own listing.

    Args:
        documents: every document that an account is of; more do no harm.
        accounts: what each document tells, as extraction leaves it.
        codebook: says which event types may name one event, and how types and parts are called.
        judgements: decisions of people, oldest first.
    """
    known = {document.id: document for document in documents}
    told = {account.document: account for account in sorted(accounts, key=lambda account: account.document)}
    held = in_force(judgements, (claim for account in told.values() for claim in account.claims), documents)
    signs = [sign_of(known[name], account) for name, account in told.items()]
    found = survey(signs, codebook, held, aligned_here(known.__getitem__))
    pieces = [
        weave(
            one,
            [known[name] for name in one.documents],
            [told[name] for name in one.documents],
            found.entities_in(one.documents),
            codebook,
        )
        for one in found.neighbourhoods
    ]
    return Linked(
        claims=tuple(sorted((claim for piece in pieces for claim in piece.claims), key=_claim_order)),
        events=tuple(event for family in _families(pieces) for event in family),
        entities=found.entities,
        lineage=found.lineage,
        labels=tuple(sorted((label for piece in pieces for label in piece.labels), key=_label_order)),
    )


def weave(
    held: Neighbourhood,
    documents: Sequence[Document],
    accounts: Sequence[Account],
    entities: Sequence[Entity],
    codebook: Codebook,
) -> Linked:
    """Join what the documents of one neighbourhood tell.

    Args:
        held: the neighbourhood, as the survey found it.
        documents: its documents.
        accounts: theirs.
        entities: whom they name, with their mentions there.
        codebook: says how types and parts are called.
    """
    by_id = {document.id: document for document in documents}
    accounts = sorted(accounts, key=lambda account: account.document)
    told = {
        telling.key: telling
        for account in accounts
        if held.spokesmen[account.document] == account.document
        for telling in tellings(by_id[account.document], account, is_worded=False)
    }
    clusters = [(tuple(told[key] for key in gist.members), gist.why) for gist in held.gists]
    drafted = drafts(clusters, accounts, held.spokesmen, types_of(codebook))
    roles = [gist.role for gist in held.gists]
    assembled = assemble(list(zip(drafted, roles, strict=True)), by_id, codebook, held.moved)
    known = register(entities)
    claims = join(accounts, assembled.event_of, known)
    return Linked(
        claims=claims,
        events=tuple(_with_claims(assembled.events, claims)),
        entities=tuple(entities),
        lineage=held.lineage,
        labels=join_labels(accounts, known),
    )


def _families(pieces: Iterable[Linked]) -> list[list[Event]]:
    """Wholes with their parts, in the order of the case form."""
    families: dict[str, list[Event]] = {}
    for event in (event for piece in pieces for event in piece.events):
        families.setdefault(event.part_of or event.id, []).append(event)
    return sorted(families.values(), key=lambda family: (family[0].role is not Role.MAIN, by_date(family[0])))


def _claim_order(claim: Claim) -> tuple[str, int, int, str, str, str]:
    return claim.document, claim.start, claim.end, claim.slot, claim.group or "", claim.id


def _label_order(label: Label) -> tuple[str, int, int, str, str]:
    return label.document, label.start, label.end, label.term, label.voice


def _with_claims(events: Sequence[Event], claims: Sequence[Claim]) -> Iterator[Event]:
    """The events with the claims that were joined to them; one only mentioned that lost its last claim is nothing."""
    held: dict[str, list[str]] = {event.id: [] for event in events}
    for claim in claims:
        if claim.event is not None:
            held[claim.event].append(claim.id)
    wholes = {event.part_of for event in events}
    for event in events:
        if held[event.id] or event.role is not Role.MENTIONED or event.id in wholes:
            yield replace(event, claims=tuple(held[event.id]))
