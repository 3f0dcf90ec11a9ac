"""Whose measure it is: "the papers said sixty-two hours", "survivors speak of seven minutes", "the organisers say 4,200 tickets".

Hours, sums and things that somebody puts a number on are his, as the dead are that he counts.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.extraction.speech.reckonings import Reckoning, is_text
from sayso.extraction.speech.sources import source_of
from sayso.extraction.words.lexicon import classes, words
from sayso.model import Modality

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Who does this with a number says it; with "of" behind the second.
_SAYING = frozenset(
    "say write estimate reckon prefer report record register claim allege cite mention state quote maintain accept".split()
)
_SPEAKING = frozenset("speak talk tell".split())
#: "Gave the time as 21:40", "put the distance at two miles", "made it nine minutes".
_SETTING = {"give": ("as", "at"), "put": ("at", "as"), "set": ("at",), "place": ("at",), "fix": ("at",), "make": ()}
_THINGS = ("dobj", "attr", "npadvmod", "dep", "oprd")


def by_measure(verb: Token) -> Reckoning | None:
    """Whose measure a verb gives; None where it takes a clause, or nobody who can say so."""
    lemma = verb.lemma_.lower()
    if lemma not in _SAYING and lemma not in _SPEAKING and lemma not in _SETTING:
        return None
    if any(c.dep_ in ("ccomp", "neg") for c in verb.children):
        return None
    if any(c.dep_ == "auxpass" for c in verb.children) and lemma not in _SETTING:
        return None  # "the dead are given by the authorities as five"
    source = source_of(verb)
    number = next(_numbers(verb, lemma), None)
    if source is None or number is None or not _can_say(source):
        return None
    kind = classes("speech", "verbs").get(lemma)
    modality = Modality.ALLEGED if kind == "alleged" else Modality.ASSERTED
    return Reckoning(source, verb, (number.left_edge, number.right_edge), modality)


def _numbers(verb: Token, lemma: str) -> Iterator[Token]:
    """What is measured, behind the verb."""
    behind = [c for c in verb.children if c.i > verb.i]
    if lemma == "make" and not any(c.lower_ == "it" for t in behind for c in (t, *t.children)):
        return
    preps = ("of",) if lemma in _SPEAKING else _SETTING.get(lemma, ())
    found = [g for c in behind if c.lower_ in preps for g in c.children if g.dep_ == "pobj"]
    if lemma in _SAYING or lemma == "make":
        found += [c for c in behind if c.dep_ in (*_THINGS, "ccomp", "nsubj")]
    yield from (
        t for t in found if any(g.like_num or g.tag_ == "CD" or g.ent_type_ == "TIME" for g in (t, *t.children))
    )


def _can_say(source: Token) -> bool:
    """Somebody, several people, a body or a text; not "a fire", and not the account itself."""
    lemma = source.lemma_.lower()
    if source.pos_ == "PRON":
        return source.lower_ in ("he", "she", "they", "it", "some", "others", "most", "one", "who")
    known = (
        lemma in classes("speech", "basis") or lemma in words("speech", "bodies") or lemma in words("people", "nouns")
    )
    return known or is_text(source) or source.ent_type_ in ("PERSON", "ORG") or lemma in words("people", "kin")
