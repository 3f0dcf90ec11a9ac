"""How it ended for those a verb tells of, whatever the verb: "brought up dead", "crawled out unhurt", "beaten to death"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Verbs beside which "dead" is no death ("stopped dead", "feared dead").
_NOT_COMPLETING = frozenset(
    "play stop go feign act look lie stay report presume fear believe think know say want seem appear leave".split()
)
#: "Burned alive", "taken alive", "released unharmed" tell of something else.
_NOT_LIVING = frozenset(
    "burn bury flay boil roast skin eat take capture see hear know hold keep leave release free find be".split()
)
_SAFE = frozenset("alive unhurt unharmed uninjured unscathed".split())
_HURT = frozenset("hurt injured wounded".split())
_WOUNDS = frozenset("burn wound injury fracture cut bruise".split())
_DEAD = frozenset({"dead", "lifeless"})
_COMPLETING = ("acomp", "oprd", "advmod", "xcomp", "amod", "attr", "dep")


def in_other_words(verb: Token, names: Sequence[str]) -> Iterator[str]:
    """Any verb "to death", and those who "are missing", which is parsed as a verb."""
    if any(name.endswith(" to death") for name in names) or _ends_dead(verb):
        yield "to death"
    elif verb.lemma_.lower() not in _NOT_LIVING and _ends(verb, _SAFE):
        yield "and live"
    if verb.lemma_ == "take" and any(c.dep_ == "nsubjpass" and c.lower_ == "prisoners" for c in verb.children):
        yield "take prisoner"
    if verb.lower_ == "missing" and not any(c.dep_ == "dobj" for c in verb.children):
        yield "missing"


def _is_wound(prep: Token) -> bool:
    """ "Brought up with burns": what those who came out had."""
    if prep.dep_ != "prep" or prep.lower_ != "with" or prep.head.tag_ not in ("VBN", "VBD"):
        return False
    return any(o.dep_ == "pobj" and o.lemma_.lower() in _WOUNDS for o in prep.children)


def is_hurt(verb: Token) -> bool:
    """ "Pulled out hurt", "brought up with burns": what befell them besides what the verb tells."""
    return _ends(verb, _HURT) or any(_is_wound(c) for c in verb.children)


def _ends_dead(verb: Token) -> bool:
    """ "Brought up dead", "taken from the water lifeless": what is done to them, or what they do, finds or leaves them dead."""
    if verb.lemma_.lower() in _NOT_COMPLETING:
        return False
    return _ends(verb, _DEAD)


def _ends(verb: Token, words: frozenset[str]) -> bool:
    """Does the verb end in one of the words: not in what goes on ("dead ahead", "dead tired")?"""
    ends = (c for c in verb.children if c.i > verb.i and c.dep_ in _COMPLETING and c.lower_ in words)
    return any(c.i + 1 >= len(c.doc) or c.nbor(1).pos_ not in ("ADJ", "ADV", "NOUN") for c in ends)
