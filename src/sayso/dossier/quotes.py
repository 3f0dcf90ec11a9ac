"""A claim as its reader sees it: the sentence with the value marked, who says so, how, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.dossier.gathered import Gathered
from sayso.dossier.phrases import small, value_words, when
from sayso.model import Claim, Document, Modality

#: Longer sentences are cut around their value: a quote card shows about four lines.
_ROOM = 130

_STANDING = {
    "present": "was there",
    "party": "a party",
    "official": "official",
    "unnamed": "unnamed",
    "secondary": "second hand",
    "unknown": "",
}


@dataclass(frozen=True, slots=True)
class Quote:
    """One claim on the page.

    Args:
        account: number of its document; outlet: who publishes it.
        before, words, after: the sentence, parted around the value.
        speaker: who says so, with standing; "own voice" where the document speaks for itself.
        modality: how the text stands to it; is_plain where it asserts.
        mark: id of the mark in the account's text; paragraph, page: where it stands.
        moment: when the figure held, where the text says so.
        out: why the claim does not count, or empty.
    """

    account: int
    outlet: str
    before: str
    words: str
    after: str
    said: str
    speaker: str
    modality: str
    is_plain: bool
    mark: str
    paragraph: int
    page: int | None
    moment: str
    out: str


def quote(gathered: Gathered, claim: Claim, out: str = "") -> Quote:
    """The card of one claim; `out` says why it does not count, where it does not."""
    document = gathered.document(claim.document)
    before, words, after = _sentence(document, claim)
    block = document.blocks[claim.block] if claim.block < len(document.blocks) else None
    return Quote(
        account=gathered.number[claim.document],
        outlet=gathered.outlets[claim.document],
        before=before,
        words=words,
        after=after,
        said=value_words(claim.value),
        speaker=speaker(claim),
        modality=modality(claim),
        is_plain=claim.modality is Modality.ASSERTED and claim.polarity,
        mark=mark_id(claim),
        paragraph=block.paragraph if block else 0,
        page=block.page if block else None,
        moment="" if claim.as_of is None else when(claim.as_of),
        out=out,
    )


def mark_id(claim: Claim) -> str:
    """The id of the claim's mark in the text of its account."""
    return f"m-{claim.id}"


def speaker(claim: Claim) -> str:
    """Who says so and how they could know; the outermost voice last."""
    if not claim.attribution:
        return "own voice"
    return ", by way of ".join(_voice(one.speaker, one.basis) for one in claim.attribution)


def modality(claim: Claim) -> str:
    """How the text stands to what it says; a negated claim says so."""
    return claim.modality.value if claim.polarity else f"{claim.modality.value}, as not so"


def _voice(name: str, basis: str) -> str:
    standing = _STANDING.get(basis, basis)
    shown = name or "speaker unsaid"
    if shown.split(" ", 1)[0] in ("A", "An", "The"):
        shown = small(shown)
    return f"{shown} ({standing})" if standing and standing not in shown else shown


def _sentence(document: Document, claim: Claim) -> tuple[str, str, str]:
    """The sentence around the value, cut at word breaks where it is long; line ends become spaces."""
    text = document.text
    start = min(claim.sentence.start, claim.start)
    end = max(claim.sentence.end, claim.end)
    before, after = text[start : claim.start], text[claim.end : end]
    if len(before) > _ROOM:
        before = "… " + before[-_ROOM:].split(" ", 1)[-1]
    if len(after) > _ROOM:
        after = after[:_ROOM].rsplit(" ", 1)[0] + " …"
    return _flat(before).lstrip(), _flat(text[claim.start : claim.end]), _flat(after).rstrip()


def _flat(text: str) -> str:
    return text.replace("\n", " ")
