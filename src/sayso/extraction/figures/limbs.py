"""Injuries told by a part of the body: "her arm was torn off", "they broke the editor's fingers", "had two ribs broken".

Whose part it is was hurt, whoever did it. A part that is lost or broken by its owner is told of with the verb elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.extraction.drafts import Draft, Setting, token_extent
from sayso.extraction.events.scenes import Scene
from sayso.extraction.words.calling import without_ending
from sayso.extraction.words.people import is_human
from sayso.extraction.words.verbs import is_negated
from sayso.model import Extent, Figure, Qualifier, Relation

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Parts of the body that may be lost, broken or hit, and leave one alive.
_LIMBS = frozenset(
    "leg arm hand foot eye rib jaw hip pelvis collarbone knee ankle wrist elbow shoulder thigh finger toe thumb nose ear shin calf limb bone skull spine "
    "cheekbone kneecap forearm fingertip tooth eardrum vertebra shinbone ".split()
)
#: What is done to a part; and what is done to it with a particle.
_HARM = frozenset(
    "break shatter crush sever amputate mangle smash fracture dislocate maim lacerate splinter pulverize pulverise".split()
)
_OFF = frozenset("tear blow take cut rip shoot hack saw lop slice chop burn bite wrench".split())
_GATE = re.compile(
    r"\b(?:legs?|arms?|hands?|foot|feet|eyes?|ribs?|jaw|hip|pelvis|collarbone|knees?|ankles?|wrists?|elbows?|shoulders?|thighs?|fingers?|toes?|thumbs?|nose|ears?|shins?|calf|limbs?|skull"
    r"|spine|cheekbone|kneecaps?|forearms?|fingertips?|teeth|eardrums?|vertebrae?)\b",
    re.IGNORECASE,
)  # fmt: skip
_PRONOUNS = frozenset("my his her".split())
_ARTICLES = frozenset("a an the my our his her their".split())


def limbs(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """Everybody of a scene of whom a part was broken, crushed or taken off."""
    if _GATE.search(scene.words) is None or not setting.is_own(scene):
        return
    told: set[int] = set()
    for part in scene.sent:
        verb = _verb(part) if part.lemma_.lower() in _LIMBS and part.pos_ == "NOUN" else None
        whose = _whose(part, verb, setting) if verb is not None and not is_negated(verb) else None
        if verb is None or whose is None or whose.i in told:
            continue
        told.add(whose.i)
        yield _draft(scene, setting, whose, verb)


def _verb(part: Token) -> Token | None:
    """What was done to a part: as object, as what it was done to, or as what somebody had done to it."""
    if part.dep_ in ("dobj", "nsubjpass") and _is_harm(part.head):
        return part.head
    if part.dep_ == "nsubj" and part.head.tag_ == "VBN" and part.head.dep_ == "ccomp" and _is_harm(part.head):
        return part.head
    if part.dep_ == "nsubj" and part.head.lemma_ == "have":  # "the leg had to be amputated"
        return next((c for c in part.head.children if c.dep_ == "xcomp" and c.tag_ == "VBN" and _is_harm(c)), None)
    done = (c for c in part.children if c.dep_ in ("acl", "amod") and c.tag_ == "VBN" and c.i > part.i)
    return next((c for c in done if _is_harm(c)), None)


def _is_harm(verb: Token) -> bool:
    """ "Crushed", "tore off", "was blown away"."""
    lemma = verb.lemma_.lower()
    is_away = any(c.lower_ in ("off", "away") for c in verb.children)
    return verb.pos_ == "VERB" and (lemma in _HARM or (lemma in _OFF and is_away))


def _whose(part: Token, verb: Token, setting: Setting) -> Token | None:
    """Whose part it is: the one beside it, else the one who had it done to him."""
    owner = next((c for c in part.lefts if c.dep_ == "poss"), None)
    had = _had(part, verb)
    if owner is not None and owner.tag_ == "PRP$":
        return had or (owner if owner.lower_ in _PRONOUNS and not _is_own_doing(owner, part, verb, setting) else None)
    whose = owner or had
    if whose is None or whose.tag_ not in ("NN", "NNP", "PRP") or whose.lower_ in ("it", "they", "we", "you"):
        return None
    return whose if whose.tag_ == "PRP" or whose.ent_type_ == "PERSON" or is_human(whose, setting.groups) else None


def _had(part: Token, verb: Token) -> Token | None:
    """ "The stoker had his arm broken"."""
    have = verb.head if verb.dep_ == "ccomp" else part.head
    if have.lemma_ not in ("have", "get"):
        return None
    return next((c for c in have.children if c.dep_ == "nsubj" and c.tag_ in ("NN", "NNP", "PRP")), None)


def _is_own_doing(owner: Token, part: Token, verb: Token, setting: Setting) -> bool:
    """ "I broke my arm", "the porter broke his arm": told of the one who did, with the verb."""
    if part.dep_ != "dobj":
        return False
    doer = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if doer is None or owner.lower_ == "my":
        return doer is None or doer.lower_ == "i"
    return doer.lower_ != "they" and (doer.tag_ in ("NNP", "PRP") or is_human(doer, setting.groups))


def _draft(scene: Scene, setting: Setting, whose: Token, verb: Token) -> Draft:
    entity = next((e for e in scene.sent.ents if e.label_ == "PERSON" and e.start <= whose.i < e.end), None)
    article = next((c for c in whose.lefts if c.dep_ in ("det", "poss") and c.lower_ in _ARTICLES), None)
    tokens = without_ending(entity) if entity is not None else [t for t in (article, whose) if t is not None]
    at = token_extent(scene, tokens)
    figure = Figure(1, 1, "people", Qualifier.EXACT, " ".join(setting.document.text[at.start : at.end].split()))
    if entity is not None:
        return Draft(scene, at.start, at.end, "injured", None, figure, verb, about=Extent(at.start, at.end))
    group = "total" if whose.tag_ in ("PRP", "PRP$") else setting.groups.of(whose)
    return Draft(scene, at.start, at.end, "injured", group, figure, verb, scope=Relation.PART)
