"""Whose words a phrase gives: "according to X", and the colon of a headline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.extraction.speech.content import Ground, Statement, chars, pieces
from sayso.extraction.speech.labels import NO_NAMES
from sayso.extraction.speech.sources import whole
from sayso.extraction.words.lexicon import classes
from sayso.normalisation.places import is_place

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

#: A speaker at the end of a headline.
_AT_END = re.compile(r"\s[-–—]{1,2} ?((?:[A-Za-z.'’]+ ){0,3}[A-Za-z]+)\s*$")
_FINITE = ("VBD", "VBZ", "VBP", "VBN")


def according(token: Token, ground: Ground) -> Statement | None:
    """ "According to X, ...": the sentence without the phrase."""
    if token.lower_ != "according" or token.i + 1 >= ground.sent.end or token.nbor(1).lower_ != "to":
        return None
    to = token.nbor(1)
    noun = next((c for t in (to, token) for c in t.children if c.dep_ == "pobj"), None)
    if noun is None or noun.tag_ == "WDT":
        return None  # "statements according to which ...": what the statements say, and nobody's word of its own
    first, last = whole(noun, token)
    rest = [t for t in _told(token, last, ground) if not token.i <= t.i <= last.i]
    return Statement(
        token, "according", noun, chars(first, last), chars(token, to), pieces(rest, ground), ground.stretch
    )


def _told(cue: Token, last: Token, ground: Ground) -> Sequence[Token]:
    """What a phrase covers: its brackets, its relative clause, the words that it is joined to without a comma, else all."""
    sent = ground.sent
    doc, start, end = cue.doc, sent.start, sent.end
    opened = next((t.i for t in reversed(doc[start : cue.i]) if t.text in "()"), None)
    if opened is not None and doc[opened].text == "(":
        closed = next((t.i for t in doc[last.i : end] if t.text == ")"), end)
        return [*doc[opened + 1 : closed]]
    before = doc[cue.i - 1] if cue.i > start else cue
    opens = before.nbor(-1) if before.text == "," and before.i > start else before
    if opens.tag_ in ("WDT", "WP", "WRB") or opens.lower_ == "that":
        return [*doc[cue.i : end]]
    begin = max((t.i + 1 for t in doc[start : cue.i] if t.text == ";"), default=start)
    if before.text != "," and cue.i > begin:
        comma = max((t.i + 1 for t in doc[begin : cue.i] if t.text == ","), default=begin)
        joined = comma if any(t.tag_ in _FINITE for t in doc[comma : cue.i]) else begin
        return [*doc[joined : last.i + 1 if joined > start else end]]
    closing = next((t.i for t in doc[cue.i : end] if t.text == ";"), end)
    return [*doc[begin:closing]]


def headline(ground: Ground) -> Statement | None:
    """ "Minister: Two died": a name, a colon, and what it says."""
    sent = ground.sent
    if (behind := _behind_dash(ground)) is not None:
        return behind
    colon = next((t for t in sent[:9] if t.text == ":"), None)
    if colon is None or colon.i == sent[0].i or colon.i + 3 >= sent[-1].i:
        return None
    names = sent[: colon.i - sent[0].i]
    if not _can_say(names):
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


def _can_say(names: SpacySpan) -> bool:
    """A name, or a noun that speaks; not a place, which tells where, nor "WATCH: ..."."""
    if names[-1].lemma_.lower() in classes("speech", "basis"):
        can_speak = True
    else:
        can_speak = any(t.pos_ == "PROPN" for t in names) and names[0].lower_ not in NO_NAMES
        can_speak = can_speak and not is_place(names.text.title())
    is_name = names[-1].pos_ in ("PROPN", "NOUN") and not all(t.ent_type_ == "GPE" for t in names)
    return can_speak and is_name and not any(t.pos_ in ("VERB", "AUX", "NUM", "PUNCT") for t in names)


def _behind_dash(ground: Ground) -> Statement | None:
    """ "Two die in blast -official": whoever can say something, at the end of a headline behind a dash."""
    match = _AT_END.search(ground.sent.text)
    noun = ground.sent[-1]
    if match is None or noun.lemma_.lower().lstrip("-") not in classes("speech", "basis"):
        return None
    at = ground.sent.start_char + match.start(1), ground.sent.start_char + match.end(1)
    rest = [t for t in ground.sent if t.idx + len(t) <= at[0] - 1]
    if not any(t.pos_ == "VERB" for t in rest):
        return None
    return Statement(
        noun, "headline", noun, at, (at[0] - 1, at[0]), pieces(rest, ground), ground.stretch, phrase=(noun, noun)
    )
