"""What of one document linking compares with all others: a sign, small enough that those of a large case fit into memory.

A sign is a pure function of a document and its account. Nothing but signs is asked for the whole case; documents and
accounts themselves are looked at again only where something that they tell of has changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from sayso.linking.citations import Credits, credits_of
from sayso.linking.prints import Prints, prints_of
from sayso.linking.tellings import Telling, shape_of, tellings, whole_of
from sayso.model import Account, Claim, Document, Extent, Mention

# What is told of an organisation by one account, and what may tell another account's event of it.
FOUNDED, DEED = "founded", "perpetrator"


@dataclass(frozen=True, slots=True)
class Told:
    """A claim as decisions look for it; `whole` is the number of the event that it is of, within its document."""

    id: str
    document: str
    start: int
    end: int
    slot: str
    quote: str
    about_span: Extent | None
    whole: int | None


@dataclass(frozen=True, slots=True)
class Sign:
    """The sign of one document.

    Args:
        document: its id; text_sha256: of its text.
        shape: the same for documents that tell the same.
        tellings: the events it tells of.
        mentions: the names it gives.
        prints: what gives a copy away; credits: whom it names as a source.
        abouts: for each claim that ties an organisation to a deed, its slot and the stretch that names it.
        claims: where its claims stand.
    """

    document: str
    text_sha256: str
    shape: str
    tellings: tuple[Telling, ...]
    mentions: tuple[Mention, ...]
    prints: Prints
    credits: Credits
    abouts: tuple[tuple[str, Extent], ...] = ()
    claims: tuple[Told, ...] = ()

    @property
    def account(self) -> Account:
        """As much of its account as names are gathered from."""
        return Account(self.document, cast("tuple[Claim, ...]", self.claims), (), self.mentions, (), ())


def sign_of(document: Document, account: Account) -> Sign:
    """The sign of a document."""
    wholes = whole_of(account.episodes)
    return Sign(
        document.id,
        document.text_sha256,
        shape_of(document, account),
        tellings(document, account),
        account.mentions,
        prints_of(document),
        credits_of(document, account),
        tuple(_abouts(account)),
        tuple(_told(claim, wholes) for claim in account.claims),
    )


def _told(claim: Claim, wholes: Mapping[int, int]) -> Told:
    whole = wholes.get(claim.episode)
    return Told(claim.id, claim.document, claim.start, claim.end, claim.slot, claim.quote, claim.about_span, whole)


def _abouts(account: Account) -> list[tuple[str, Extent]]:
    return [(claim.slot, claim.about_span) for claim in account.claims if _ties(claim) and claim.about_span is not None]


def _ties(claim: Claim) -> bool:
    return claim.slot in (FOUNDED, DEED)
