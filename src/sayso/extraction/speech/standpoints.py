"""From whose side a sentence is told, in a phrase set off from it: "in the words of the abbot", "as the consul wrote".

The phrase opens the sentence or stands behind a comma; what it covers is the rest of the sentence, up to a semicolon.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.extraction.speech.content import Ground, Statement, chars, pieces

if TYPE_CHECKING:
    from spacy.tokens import Token

#: What is somebody's own, and told by him.
_STANDS = frozenset(
    "words telling account version opinion view estimate estimation judgment judgement evidence word authority testimony showing recollection"
    " memory phrase language accounts reckoning count".split()
)
#: The words a phrase opens with, for a quick look; what may stand before it.
OPENERS = frozenset("in on by upon per citing quoting going to if as from".split())
_EDGES = frozenset([",", "(", ";", "–", "—", "-", "--"])
_NAMING = frozenset("per citing quoting".split())
_OWN = frozenset("own very sworn".split())
_OF_NAME = ("DET", "NOUN", "PROPN", "ADJ", "NUM", "PART", "ADP", "CCONJ")
_AS_TOLD = frozenset(
    "say tell put write have recall remember note report explain state recount relate describe call see find cable testify claim admit argue observe"
    " insist acknowledge warn allege conclude announce point".split()
)
_LONGEST = 10


def standpoint(token: Token, ground: Ground) -> Statement | None:
    """The statement that a phrase makes of its sentence; None where the token opens no such phrase."""
    sent = ground.sent
    if token.lower_ not in OPENERS or token.i + 2 >= sent.end:
        return None
    if token.i > sent.start and token.nbor(-1).text not in _EDGES and not token.nbor(-1).is_space:
        return None
    found = (
        _named(token, sent.end) or _owned(token, sent.end) or _believed(token, sent.end) or _as_told(token, sent.end)
    )
    if found is None:
        return None
    frame, source, first, last = found
    rest = _rest(token, last, ground)
    if not any(t.pos_ in ("VERB", "AUX") for t in rest):
        return None
    at = chars(first, source if source.i >= first.i else first)
    return Statement(
        token, frame, source, at, chars(token, token), pieces(rest, ground), ground.stretch, phrase=(first, source)
    )


_Phrase = tuple[str, "Token", "Token", "Token"]


def _named(token: Token, end: int) -> _Phrase | None:
    """ "Per the sheriff", "citing hospital sources", "going by the register"."""
    start = token.i + 1
    if token.lower_ == "going":
        if token.nbor(1).lower_ != "by":
            return None
        start += 1
    elif token.lower_ not in _NAMING:
        return None
    name = _name(token, start, end)
    return _phrase("standpoint", name, name[-1]) if name and name[0].pos_ != "NUM" else None


def _owned(token: Token, end: int) -> _Phrase | None:
    """ "In the words of the abbot", "on the midwife's evidence", "in her telling"."""
    if token.lower_ not in ("in", "on", "by", "upon"):
        return None
    noun = next((t for t in token.doc[token.i + 1 : min(token.i + _LONGEST, end)] if t.lower_ in _STANDS), None)
    if noun is None:
        return None
    between = [t for t in token.doc[token.i + 1 : noun.i] if t.lower_ not in _OWN]
    is_of = noun.i + 1 < end and noun.nbor(1).lower_ == "of"
    if is_of and between and between[0].lower_ == "the" and all(t.pos_ in ("DET", "ADJ") for t in between):
        name = _name(token, noun.i + 2, end)
        return _phrase("standpoint", name, name[-1]) if name else None
    if len(between) == 1 and between[0].lower_ in ("his", "her", "their"):
        return "standpoint", between[0], between[0], noun
    if not between or between[-1].tag_ != "POS" or any(t.pos_ not in _OF_NAME for t in between):
        return None
    return _phrase("standpoint", between[:-1], noun)


def _believed(token: Token, end: int) -> _Phrase | None:
    """ "If the ministry is to be believed", "to hear the foreman tell it"."""
    if token.lower_ == "to" and token.nbor(1).lower_ == "hear":
        name = _name(token, token.i + 2, end)
        told = (
            [t for t in token.doc[name[-1].i + 1 : min(name[-1].i + 3, end)] if t.lemma_ in ("tell", "it")]
            if name
            else []
        )
        return _phrase("standpoint", name, told[-1]) if len(told) == 2 else None
    if token.lower_ != "if":
        return None
    name = _name(token, token.i + 1, end)
    behind = [*token.doc[name[-1].i + 1 : min(name[-1].i + 5, end)]] if name else []
    believed = next((t for t in behind if t.lower_ == "believed"), None)
    return (
        _phrase("believed", name, believed)
        if believed is not None and behind[0].lemma_ in ("be", "may", "can")
        else None
    )


def _as_told(token: Token, end: int) -> _Phrase | None:
    """ "As the consul wrote to London", "as she puts it", "from what the porter told the inquiry"."""
    start = token.i + 1
    if token.lower_ == "from":
        if token.nbor(1).lower_ != "what":
            return None
        start += 1
    elif token.lower_ != "as":
        return None
    name = _name(token, start, end)
    if token.lower_ == "from" and name and name[0].pos_ == "PRON":
        return None  # "from what he remembers, he was on the floor"
    verb = token.doc[name[-1].i + 1] if name and name[-1].i + 1 < end else None
    if verb is None or verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.lemma_.lower() not in _AS_TOLD:
        return None
    edge = next((t.i for t in token.doc[verb.i + 1 : end] if t.is_punct), end)
    behind = token.doc[verb.i + 1 : edge]
    things = [
        t
        for t in verb.children
        if t.dep_ in ("dobj", "ccomp") and verb.i < t.i < edge and t.lower_ not in ("it", "this", "us", "me")
    ]
    if things and token.lower_ == "as" and verb.lemma_ != "tell":
        return None  # "as the police announced the arrests, a crowd gathered": meanwhile
    return _phrase("standpoint", name, behind[-1] if len(behind) else verb)


def _name(token: Token, start: int, end: int) -> list[Token]:
    """The words from a place on that name somebody: a pronoun, or a phrase that ends with a noun."""
    first = token.doc[start] if start < end else None
    if first is None:
        return []
    if first.lower_ in ("he", "she", "they"):
        return [first]
    found: list[Token] = []
    for word in token.doc[start : min(start + _LONGEST, end)]:
        if word.pos_ not in _OF_NAME or (
            word.pos_ in ("ADP", "CCONJ") and word.lower_ not in ("of", "for", "and", "at")
        ):
            break
        found.append(word)
    while found and found[-1].pos_ not in ("NOUN", "PROPN"):
        found.pop()
    return found


def _phrase(frame: str, name: Sequence[Token], last: Token) -> _Phrase:
    return frame, name[-1], name[0], last


def _rest(token: Token, last: Token, ground: Ground) -> list[Token]:
    """The words of the sentence outside of the phrase, up to a semicolon on either side.

    Of a phrase set within a sentence it covers what follows: "the deaths, in the view of the court, were murder".
    """
    doc, sent = token.doc, ground.sent
    behind = [t for t in doc[last.i + 1 : sent.end] if not t.is_punct and not t.is_space]
    if token.i > sent.start and behind:
        closing = next((t.i for t in doc[last.i : sent.end] if t.text == ";"), sent.end)
        return [*doc[last.i + 1 : closing]]
    begin = max((t.i + 1 for t in doc[sent.start : token.i] if t.text == ";"), default=sent.start)
    finish = next((t.i for t in doc[last.i : sent.end] if t.text == ";"), sent.end)
    return [t for t in doc[begin:finish] if not token.i <= t.i <= last.i]
