"""What was known of a danger: a leak that was reported, gas that was found, a warning that nobody wants to have had.

"Villagers had told the department of a leak", "everybody knew there was gas", "he had never heard of any crack". Told of a
disaster, such a danger is told as what it came from; who denies that it was known denies that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.extraction.causes.causation import objects
from sayso.extraction.causes.clause import cause_of, is_disaster, noun_phrase
from sayso.extraction.drafts import Draft, Setting
from sayso.extraction.events.scenes import Scene
from sayso.extraction.words.groups import lemma_of
from sayso.extraction.words.verbs import is_negated
from sayso.model import Modality

if TYPE_CHECKING:
    from spacy.tokens import Token

_GATE = re.compile(
    r"\b(?:leak\w*|seep\w*|cracks?|cracking|fissures?|gas|gases|smoke|fumes?|firedamp|damp|faults?|faulty|defects?|defective|corrosion|corroded"
    r"|rust|flaws?|bulg\w+|rot|rotten|overheat\w*|warnings?|complaints?|sparks?|vibrations?|smells?|odou?r)\b",
    re.IGNORECASE,
)
_QUAKE = re.compile(r"quake|tremor|seismic|richter", re.IGNORECASE)
#: What is a danger wherever it is named, and what only where it was there before.
_HAZARDS = frozenset(
    "leak leakage seepage crack fissure gas firedamp damp fault defect corrosion rust flaw bulge rot overheating vibration".split()
)
_SEEN = _HAZARDS | frozenset("smoke fume spark smell odor odour".split())
_TOLD_OF = frozenset({"warning", "complaint"})
_TELLING = frozenset("tell inform warn notify alert advise complain report speak write".split())
_KNOWING = frozenset("know hear learn aware".split())
_FINDING = frozenset("find detect discover smell observe measure register record see".split())
_GETTING = frozenset("receive get hear see have know".split())
_SEEPING = frozenset("seep leak ooze trickle escape drip".split())
#: Gas and damp that are no danger of that kind; what is measured of them is.
_NO_HAZARD = frozenset("tear natural greenhouse san generation income gender research cooking petrol cs nerve".split())
_MEASURES = frozenset("cent percent smell odor odour whiff trace quantity amount sign accumulation build".split())


def hazards(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """The dangers that a scene says were there, or were known, beforehand."""
    if setting.story.type is None or not setting.is_own(scene) or not _GATE.search(scene.words):
        return
    if not is_disaster(setting):
        return
    for token in scene.sent:
        if token.pos_ not in ("NOUN", "PROPN", "VERB") or token.ent_type_ in ("PERSON", "GPE"):
            continue
        if token.lemma_.lower() in _SEEPING and token.pos_ == "VERB":
            yield from _seeping(scene, setting, token)
        elif lemma_of(token) in _SEEN and not any(c.lower_ in _NO_HAZARD for c in token.lefts):
            yield from _known(scene, setting, token)
        elif lemma_of(token) in _TOLD_OF and (verb := _disowning(token)) is not None:
            yield cause_of(scene, setting, noun_phrase(token), (verb, Modality.DENIED, True))


def _seeping(scene: Scene, setting: Setting, verb: Token) -> Iterator[Draft]:
    """ "Complained of water seeping through the wall", "water had been seeping for weeks"."""
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if verb.dep_ in ("acl", "advcl") and verb.tag_ == "VBG":
        near = verb.nbor(-1)
        subject = subject if subject is not None and subject.ent_type_ != "DATE" else near
    if subject is None or subject.pos_ not in ("NOUN", "PROPN") or subject.i > verb.i or is_negated(verb):
        return
    if lemma_of(subject) not in ("water", "gas", "fuel", "oil", "ammonia", "chemical", "petrol", "diesel", "methane"):
        return
    right = [c.right_edge.i for c in verb.children if c.dep_ in ("prep", "prt") and c.i > verb.i][:1]
    tokens = list(verb.doc[subject.i : max([verb.i, *right]) + 1])
    yield cause_of(scene, setting, tokens, (verb, None, True))


def _known(scene: Scene, setting: Setting, noun: Token) -> Iterator[Draft]:
    """A danger that was told of, found, or simply there."""
    top = (
        noun.head.head
        if noun.dep_ == "pobj" and noun.head.lower_ == "of" and lemma_of(noun.head.head) in _MEASURES
        else noun
    )
    cracked = lemma_of(noun) in ("crack", "fissure") and setting.story.type == "natural_disaster"
    if cracked and _knowing(top) is None and _QUAKE.search(setting.document.text):
        return  # what a quake does to walls
    verb = _knowing(top) or (_finding(top) if lemma_of(noun) in _SEEN else None) or _being(top, noun)
    if verb is None:
        return
    is_none = any(c.lower_ in ("no", "any") for c in top.lefts) or is_negated(verb) or _is_under_denial(verb)
    if is_none and verb.lemma_.lower() not in _KNOWING and not _is_under_denial(verb):
        return
    denied = Modality.DENIED if is_none else None
    yield cause_of(scene, setting, noun_phrase(top), (verb.head if _is_under_denial(verb) else verb, denied, True))


def _is_under_denial(verb: Token) -> bool:
    return verb.dep_ in ("ccomp", "xcomp", "pcomp") and verb.head.lemma_.lower() in ("deny", "reject", "dispute")


def _knowing(noun: Token) -> Token | None:
    """The verb by which somebody told, or knew, of it."""
    prep = noun.head
    if noun.dep_ != "pobj" or prep.lower_ not in ("of", "about"):
        return None
    steps, top = 0, prep.head
    while top.pos_ in ("NOUN", "PROPN", "PRON") and top.dep_ in ("dobj", "nsubjpass", "dative") and steps < 1:
        top, steps = top.head, steps + 1
    return top if top.lemma_.lower() in (_TELLING | _KNOWING) else None


def _finding(noun: Token) -> Token | None:
    """The verb by which somebody found it, active or passive."""
    verb = noun.head
    if noun.dep_ not in ("dobj", "nsubjpass") or verb.lemma_.lower() not in _FINDING:
        return None
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    seen = verb.lemma_.lower() == "see" and lemma_of(noun) not in ("leak", "crack", "leakage", "seepage")
    return verb if not seen and (subject is not None or noun.dep_ == "nsubjpass" or verb.dep_ == "conj") else None


def _being(top: Token, noun: Token) -> Token | None:
    """ "There was gas", "there had been a leak"; smoke is there in every fire."""
    verb = top.head
    if top.dep_ not in ("attr", "nsubj", "dobj") or verb.lemma_ != "be" or lemma_of(noun) not in _HAZARDS:
        return None
    return verb if any(c.dep_ == "expl" for c in verb.children) else None


def _disowning(paper: Token) -> Token | None:
    """ "Denied receiving any warning", "knew of no complaint": the verb that says that nobody had told of it."""
    verb = paper.head
    if paper.dep_ == "pobj" and verb.lower_ in ("of", "about"):
        verb = verb.head
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in _GETTING:
        return None
    if _is_under_denial(verb):
        return verb.head
    is_none = any(c.lower_ == "no" for c in paper.lefts) or is_negated(verb)
    return verb if is_none and bool(objects(paper.head) or paper.dep_ == "dobj") else None
