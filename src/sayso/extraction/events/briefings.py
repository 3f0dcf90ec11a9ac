"""Hours of the telling: "at a press briefing just after 4 p.m.", "in a statement released at 9": of no event told there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sayso.extraction.drafts import Draft

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Where and in what it is told.
_TOLD_IN = frozenset("briefing conference interview statement update tweet post newscast broadcast bulletin".split())
#: Who does this hands out words.
_HANDING_OUT = frozenset("offer release issue conduct tweet post brief address update".split())
_HIGHEST = 4


def without_briefings(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts without the hours at which somebody spoke."""
    return [draft for draft in drafts if draft.slot != "time" or not _is_of_words(draft)]


def _is_of_words(draft: Draft) -> bool:
    base = draft.scene.parse.base
    inside = [t for t in draft.scene.sent if draft.start <= base + t.idx < draft.end]
    return bool(inside) and _hangs_on_words(inside[-1], first=inside[0])


def _hangs_on_words(token: Token, *, first: Token) -> bool:
    """Does a time stand with a briefing, or with who hands out words, and with no other verb between?"""
    before = [*token.doc[max(token.sent.start, first.i - 4) : first.i]]
    if any(t.lemma_.lower() in _TOLD_IN for t in before) or _next(token).lemma_.lower() in ("press", *_TOLD_IN):
        return True
    for _ in range(_HIGHEST):
        if token.head.i == token.i or token.pos_ in ("VERB", "AUX"):
            break
        token = token.head
        if token.lemma_.lower() in _TOLD_IN:
            return True
    is_passed_on = token.lemma_.lower() in _HANDING_OUT
    return token.pos_ == "VERB" and is_passed_on and any(t.lemma_.lower() in _TOLD_IN for t in token.subtree)


def _next(token: Token) -> Token:
    return token.nbor(1) if token.i + 1 < len(token.doc) else token
