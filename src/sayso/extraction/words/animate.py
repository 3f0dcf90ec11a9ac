"""Nouns that no list holds, and that name people all the same: by what is done to the living alone, and what they alone do."""

from __future__ import annotations

from sayso.extraction.words.clauses import list_head
from sayso.extraction.words.groups import lemma_of
from sayso.extraction.words.lexicon import words
from sayso.extraction.words.phrases import Phrase

#: What is done to people and beasts alone, what they alone do, and deeds done to them.
_TO_THE_LIVING = frozenset(
    "kill murder massacre slaughter injure wound hurt behead arrest detain assassinate lynch kidnap abduct shoot stab jail imprison "
    "handcuff hospitalize hospitalise torture maim drown poison slay".split()
)
_OF_THE_LIVING = frozenset("die perish drown suffocate succumb faint".split())
_ON_THE_LIVING = frozenset(
    "death killing murder assassination slaying massacre arrest abduction kidnapping detention execution lynching drowning".split()
)
#: Plurals of no kind, of a people or a faith, or inside the number's own name.
_UNNAMED = ("", "NORP", "CARDINAL")
#: Endings of nouns that name no people.
_THINGS = tuple("tion sion ness ity ship ism ance ence ing day room house way line work ware sure".split())


def is_animate(phrase: Phrase) -> bool:
    """ "Three masons were killed": a noun that no list holds is of people where it names neither beast nor thing."""
    noun = phrase.noun
    if noun is None or noun.tag_ not in ("NNS", "NNPS") or noun.ent_type_ not in _UNNAMED or noun.i < phrase.first.i:
        return False
    lemma = lemma_of(noun)
    if lemma in words("people", "not_people") or lemma in words("people", "animals") or lemma.endswith(_THINGS):
        return False
    first = list_head(noun)
    if noun.i != first.i and first.pos_ == "NOUN" and first.lemma_.lower() in words("people", "animals"):
        return False
    verb = first.head
    if first.dep_ in ("dobj", "nsubjpass"):
        return verb.lemma_.lower() in _TO_THE_LIVING
    if first.dep_ == "pobj" and verb.lower_ == "of":
        return verb.head.lemma_.lower() in _ON_THE_LIVING
    return first.dep_ == "nsubj" and verb.lemma_.lower() in _OF_THE_LIVING
