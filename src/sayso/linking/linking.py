"""The way from accounts to what they share: events, entities and lineage, joined back to the claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.codebook import Codebook
from sayso.linking.assembling import Assembled, assemble
from sayso.linking.citations import citations
from sayso.linking.decisions import ties_of
from sayso.linking.entities import entities
from sayso.linking.events import blocks, cluster, compare, pairs
from sayso.linking.joining import join, join_labels, register
from sayso.linking.lineage import copies, in_order
from sayso.linking.parts import drafts, telling_keys
from sayso.linking.scale import scale_of
from sayso.linking.tellings import Telling, tellings, twins
from sayso.linking.types import types_of
from sayso.model import Account, Claim, Document, Event, Judgement, Linked, Role, in_force


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
    accounts = sorted(accounts, key=lambda account: account.document)
    held = in_force(judgements, (claim for account in accounts for claim in account.claims), documents)
    found = entities(tuple(accounts), held)
    known = register(found)
    assembled = link_events(documents, accounts, codebook, held)
    claims = join(accounts, assembled.event_of, known)
    return Linked(
        claims=claims,
        events=tuple(_with_claims(assembled.events, claims)),
        entities=found,
        lineage=tuple(sorted((*copies(documents), *citations(documents, accounts)), key=in_order)),
        labels=join_labels(accounts, known),
    )


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


def link_events(
    documents: Sequence[Document], accounts: Sequence[Account], codebook: Codebook, judgements: Sequence[Judgement] = ()
) -> Assembled:
    """Gather the episodes of all documents to events; `judgements` are those in force."""
    by_id = {document.id: document for document in documents}
    spokesman = twins(documents, accounts)
    speaking = [account for account in accounts if spokesman[account.document] == account.document]
    told: list[Telling] = [telling for account in speaking for telling in tellings(by_id[account.document], account)]
    types = types_of(codebook)
    scale = scale_of(told, types)
    ties = ties_of(judgements, telling_keys(accounts, spokesman))
    edges = (edge for found in pairs(blocks(told, scale), scale) for edge in compare(found, scale))
    clusters = cluster(told, edges, ties, scale)
    return assemble(drafts(clusters, accounts, spokesman, types), by_id, codebook, ties.moved)
