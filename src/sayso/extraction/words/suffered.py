"""Participles of headlines: "aid workers abducted", "two men shot, one fatally" tell of those who suffered it, not of who did it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

#: What is always done to somebody.
_DONE_TO_SOMEBODY = frozenset("abduct kidnap kill murder assassinate wound slay massacre".split())
#: Where people are when they are shot.
_GATHERINGS = frozenset(
    "party club nightclub bar pub park mall home house school church mosque concert station restaurant market store shop festival funeral wedding "
    "parade rally apartment complex hotel motel intersection corner plaza theater theatre cinema college university campus hospital stadium pool beach".split()
)
#: What is done to somebody where nothing says at whom, and what says it.
_DONE_AT_SOMEBODY = frozenset({"shoot", "stab", "injure", "gun"})
_AIMING = frozenset("at into upon from through toward towards back out indiscriminately randomly".split())


def is_suffered(verb: Token) -> bool:
    """ "Aid workers abducted": a headline's participle, whose subject suffered it."""
    if verb.tag_ not in ("VBD", "VBN") or verb.lemma_.lower() not in _DONE_TO_SOMEBODY | _DONE_AT_SOMEBODY:
        return False
    if verb.lemma_.lower() in _DONE_AT_SOMEBODY and any(_is_aim(c) for c in verb.children):
        return False  # "the men shot at the bus"
    if any(c.dep_ == "conj" and any(o.dep_ == "dobj" for o in c.children) for c in verb.children):
        return False  # "a gunman shot and killed two"
    if sum(c.dep_ == "nsubj" for c in verb.children) > 1:  # what is taken for a second subject is whom it was done to
        return False
    return not any(
        c.dep_ in ("dobj", "agent", "aux", "auxpass", "dative", "ccomp") and not _is_one_of_them(c)
        for c in verb.children
    )


def is_aimed(verb: Token) -> bool:
    """ "A man shot into the crowd", "fired at the bus": who aims suffered nothing."""
    return verb.lemma_.lower() in _DONE_AT_SOMEBODY and any(_is_aim(c) for c in verb.children)


def is_done_by(verb: Token) -> bool:
    """ "Was brought in by her mother": a passive's subject in meaning is its agent."""
    return any(c.dep_ == "auxpass" for c in verb.children)


def _is_one_of_them(token: Token) -> bool:
    """ "Two men stabbed, one fatally": the one is of the men."""
    return token.pos_ == "NUM" and token.i > 0 and token.nbor(-1).text == ","


def _is_aim(prep: Token) -> bool:
    """ "Shot at the bus" aims; "shot at party", "shot at a bar in Ashby" say where."""
    if prep.lower_ not in _AIMING:
        return False
    inner = next((c for c in prep.children if c.dep_ == "pobj"), None)
    if prep.lower_ != "at" or inner is None:
        return True
    return inner.lemma_.lower() not in _GATHERINGS and any(c.dep_ in ("det", "poss", "nummod") for c in inner.children)
