"""What an inquiry thinks of: "a gas leak could not be ruled out", "we are looking at a bomb", "everything points to human error".

What is not ruled out is possible; what is ruled out is denied by who rules it out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.extraction.causes.causation import objects
from sayso.extraction.causes.clause import DISASTERS, cause_of, noun_phrase
from sayso.extraction.drafts import STORY, Draft, Setting
from sayso.extraction.events.scenes import Scene
from sayso.extraction.words.groups import lemma_of
from sayso.extraction.words.people import is_human
from sayso.extraction.words.verbs import is_negated, is_passive
from sayso.model import Modality

if TYPE_CHECKING:
    from spacy.tokens import Token

_GATE = re.compile(
    r"\b(?:(?:rul(?:e|es|ed|ing)|exclud\w+)|looking at|point(?:s|ed|ing)? to(?:wards?)?|suspect(?:s|ed|ing)?|possibility|culprit|(?:an )?act of god)\b",
    re.IGNORECASE,
)
_STORIES = DISASTERS | {"bombing", "killing", "shooting", "attack"}
#: What things come of, so that an inquiry may think of it, whatever the story.
_LIKELY = frozenset(
    "sabotage terrorism arson negligence bomb explosive device leak failure error cylinder cigarette lightning overloading speed speeding malfunction"
    " defect fault explosion blast spark fire collision fog weather storm wind rain earthquake robbery circuit grenade"
    " missile fatigue sabotage carelessness recklessness alcohol drug bird ice icing turbulence brake engine tyre tire derailment overheating"
    " gas methane attack play revenge gang feud accident landslide flooding surge dynamite mine torpedo rocket".split()
)


def inquiries(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """The causes that are looked into, hinted at or ruled out."""
    if setting.story.type not in _STORIES or not _GATE.search(scene.words):
        return
    if not setting.is_own(scene) and (scene.times or scene.countries):
        return  # "sabotage was ruled out": the word for another deed tells of none
    for verb in scene.sent:
        if verb.pos_ not in ("VERB", "AUX"):
            continue
        thought = ((one, how) for noun, how in _thought_of(verb, setting) for one in (noun, *noun.conjuncts))
        for one, modality in thought:
            if _may_be(one, setting) or (verb.lemma_ == "point" and _is_seen(verb, one, setting)):
                yield replace(cause_of(scene, setting, noun_phrase(one), (verb, modality, True)), part=STORY)


def _thought_of(verb: Token, setting: Setting) -> Iterator[tuple[Token, Modality | None]]:
    lemma = verb.lemma_.lower()
    if lemma in ("rule", "exclude") and (lemma == "exclude" or any(c.lower_ == "out" for c in verb.children)):
        yield from ((one, _ruled(verb)) for one in _things(verb))
    elif lemma == "look" and verb.tag_ == "VBG":
        yield from ((o, Modality.POSSIBLE) for c in verb.children if c.lower_ == "at" for o in objects(c))
    elif lemma == "point" and not is_negated(verb):
        yield from ((o, Modality.POSSIBLE) for c in verb.children if c.lower_ in ("to", "towards") for o in objects(c))
    elif lemma == "suspect" and verb.tag_ != "VBN" and not is_negated(verb):
        yield from ((o, Modality.POSSIBLE) for o in verb.children if o.dep_ == "dobj")
    elif lemma == "suspect" and is_passive(verb) and not is_negated(verb):
        yield from ((o, Modality.POSSIBLE) for o in verb.children if o.dep_ == "nsubjpass")
    elif lemma == "be" and setting.story.type in DISASTERS:
        acts = (c for c in verb.children if c.dep_ == "attr" and lemma_of(c) == "act" and not is_negated(verb))
        yield from ((c, None) for c in acts if any(o.lower_ == "god" for p in c.children for o in p.children))


def _is_seen(verb: Token, noun: Token, setting: Setting) -> bool:
    """ "Everything points to fuel exhaustion", of a disaster."""
    signs = any(
        c.lower_ in ("everything", "evidence", "signs", "findings", "indications", "all") for c in verb.children
    )
    return signs and setting.story.type in DISASTERS and noun.pos_ == "NOUN" and not is_human(noun, setting.groups)


def _things(verb: Token) -> Iterator[Token]:
    """What is ruled out: itself, or what "the possibility" is of."""
    for one in (c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")):
        inner = [o for c in one.children if c.lower_ in ("of", "that") for o in objects(c)]
        yield from inner if lemma_of(one) in ("possibility", "chance", "theory", "idea", "hypothesis") else [one]


def _ruled(verb: Token) -> Modality:
    """Ruled out, or not: "could not rule out", "did not rule out", "has yet to rule out", "refused to rule out"."""
    tops = (verb, verb.head) if verb.dep_ == "xcomp" else (verb,)
    open_still = any(is_negated(top) or top.lemma_.lower() in ("refuse", "decline", "hesitate") for top in tops)
    before = {t.lower_ for t in verb.doc[max(verb.sent.start, verb.i - 4) : verb.i]}
    return (
        Modality.POSSIBLE
        if open_still or before & {"yet", "nor", "without", "nobody", "neither", "never"}
        else Modality.DENIED
    )


def _may_be(noun: Token, setting: Setting) -> bool:
    """May an event come of it? People, and what is known to have happened, are no cause of it."""
    if lemma_of(noun) == "act":
        return True
    return noun.pos_ in ("NOUN", "PROPN") and lemma_of(noun) in _LIKELY and not is_human(noun, setting.groups)
