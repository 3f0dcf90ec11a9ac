"""The accounts in full, with every claim marked where it stands and tied to its row; other events' claims are grey."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sayso.dossier.first_screen import published_words
from sayso.dossier.gathered import Gathered
from sayso.dossier.quotes import mark_id
from sayso.dossier.rows import Row, Rows
from sayso.model import Block, BlockKind, Claim, Document, Extent


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of text under the same marks.

    Args:
        text: the words.
        family: family of the gravest claim here, `other` for another event's, empty where nothing is claimed.
        ids: ids of the marks that begin here.
        rows: rows of the claims that end here; their numbers are printed.
        target: the row to which the words lead, or empty.
        parted: accounts part over a claim here.
    """

    text: str
    family: str
    ids: tuple[str, ...]
    rows: tuple[int, ...]
    target: str
    parted: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of an account."""

    anchor: str
    number: int
    page: int | None
    kind: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class AccountText:
    """One account in full."""

    number: int
    outlet: str
    title: str
    authors: tuple[str, ...]
    published: str
    names: tuple[str, ...]
    language: str
    marked: int
    paragraphs: tuple[Paragraph, ...]


def build_accounts(gathered: Gathered, rows: Rows) -> tuple[AccountText, ...]:
    """All accounts in order of their numbers."""
    by_document: dict[str, list[Claim]] = {}
    for claim in gathered.claims.values():
        by_document.setdefault(claim.document, []).append(claim)
    return tuple(
        _account(gathered, document, by_document.get(document.id, []), rows) for document in gathered.documents
    )


def _account(gathered: Gathered, document: Document, claims: list[Claim], rows: Rows) -> AccountText:
    number = gathered.number[document.id]
    return AccountText(
        number=number,
        outlet=gathered.outlets[document.id],
        title=document.title,
        authors=document.authors,
        published=published_words(document),
        names=document.names,
        language=document.language,
        marked=len(claims),
        paragraphs=tuple(_paragraphs(gathered, document, claims, rows)),
    )


def _paragraphs(gathered: Gathered, document: Document, claims: list[Claim], rows: Rows) -> Iterable[Paragraph]:
    number = gathered.number[document.id]
    family = {event.id for event in gathered.family}
    for at, block in enumerate(document.blocks):
        here = [claim for claim in claims if claim.start < block.end and block.start < claim.end]
        if not document.text[block.start : block.end].strip():
            continue
        if (block.kind is BlockKind.BOILERPLATE or gathered.quotes_only) and not here:
            continue
        stretches = tuple(_stretches(document, block, here, rows, family))
        if gathered.quotes_only:
            stretches = tuple(_quoted(document, block, here, stretches))
        yield Paragraph(f"a{number}b{at}", block.paragraph, block.page, block.kind.value, stretches)


def _stretches(
    document: Document, block: Block, claims: Sequence[Claim], rows: Rows, family: set[str]
) -> Iterable[Stretch]:
    """The block parted wherever a claim begins or ends; marks that overlap share their stretch."""
    first, last = block.start, block.start + len(document.text[block.start : block.end].rstrip())
    edges = {edge for claim in claims for edge in (claim.start, claim.end)}
    cuts = [first, *sorted(edge for edge in edges if first < edge < last), last]
    for start, end in pairwise(cuts):
        over = [claim for claim in claims if claim.start < end and start < claim.end]
        yield _stretch(document.text[start:end], Extent(start, end), over, rows, family)


def _quoted(
    document: Document, block: Block, claims: Sequence[Claim], stretches: tuple[Stretch, ...]
) -> Iterable[Stretch]:
    """The stretches cut to the sentences of claims; an ellipsis for what is left out."""
    sentences = sorted({(claim.sentence.start, claim.sentence.end) for claim in claims})
    at = block.start
    for stretch in stretches:
        end = at + len(stretch.text)
        kept = stretch.text if stretch.family else _within(document.text, at, end, sentences)
        yield replace(stretch, text=kept)
        at = end


def _within(text: str, start: int, end: int, sentences: list[tuple[int, int]]) -> str:
    """The parts of a stretch that lie in one of the sentences."""
    said, at = [], start
    for first, last in sentences:
        if last <= at or first >= end:
            continue
        said += [" … "] if first > at else []
        said.append(text[max(first, at) : min(last, end)])
        at = min(last, end)
    return "".join([*said, " … "] if text[at:end].strip() else said)


def _stretch(text: str, place: Extent, over: list[Claim], rows: Rows, family: set[str]) -> Stretch:
    found = [(claim, rows.by_claim.get(claim.id)) for claim in over]
    told = sorted((row for _, row in found if row is not None), key=lambda row: (not row.is_warned, row.number))
    return Stretch(
        text=text,
        family=told[0].family if told else _grey(over, family),
        ids=tuple(dict.fromkeys(mark_id(claim) for claim in over if place.start <= claim.start)),
        rows=_ending(found, place.end),
        target=told[0].anchor if told else "",
        parted=any(row.is_warned for row in told),
    )


def _ending(found: list[tuple[Claim, Row | None]], end: int) -> tuple[int, ...]:
    return tuple(sorted({row.number for claim, row in found if row is not None and claim.end == end}))


def _grey(over: list[Claim], family: set[str]) -> str:
    """Grey for other events; a claim of the event that makes no row is marked all the same."""
    if not over:
        return ""
    return "loose" if any(claim.event in family for claim in over) else "other"
