"""Whose words a phrase gives: "according to X", and the colon of a headline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extraction.speech.content import Ground, Statement, chars, pieces
from sayso.extraction.speech.sources import whole
from sayso.extraction.words.lexicon import classes

if TYPE_CHECKING:
    from spacy.tokens import Token


def according(token: Token, ground: Ground) -> Statement | None:
    """ "According to X, ...": the sentence without the phrase."""
    if token.lower_ != "according" or token.i + 1 >= ground.sent.end or token.nbor(1).lower_ != "to":
        return None
    to = token.nbor(1)
    noun = next((c for t in (to, token) for c in t.children if c.dep_ == "pobj"), None)
    if noun is None or noun.tag_ == "WDT":
        return None  # "statements according to which ...": what the statements say, and nobody's word of its own
    first, last = whole(noun, token)
    rest = [t for t in ground.sent if not token.i <= t.i <= last.i]
    return Statement(
        token, "according", noun, chars(first, last), chars(token, to), pieces(rest, ground), ground.stretch
    )


def headline(ground: Ground) -> Statement | None:
    """ "Minister: Two died": a name, a colon, and what it says."""
    sent = ground.sent
    colon = next((t for t in sent[:9] if t.text == ":"), None)
    if colon is None or colon.i == sent[0].i or colon.i + 3 >= sent[-1].i:
        return None
    names = sent[: colon.i - sent[0].i]
    if names[-1].pos_ not in ("PROPN", "NOUN") or any(t.pos_ in ("VERB", "AUX", "NUM", "PUNCT") for t in names):
        return None
    if not any(t.pos_ == "PROPN" for t in names) and names[-1].lemma_.lower() not in classes("speech", "basis"):
        return None
    rest = [t for t in sent if t.i > colon.i]
    return Statement(
        colon,
        "headline",
        names[-1],
        chars(names[0], names[-1]),
        chars(colon, colon),
        pieces(rest, ground),
        ground.stretch,
    )
