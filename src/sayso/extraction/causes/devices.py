"""The device that did it: the bomb of a bombing, the charge that went off, told once in an account.

"Two bombs killed 17", "a device fixed to a motorcycle exploded", "set off by a grenade": what did the harm by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.extraction.causes.clause import cause_of, noun_phrase
from sayso.extraction.causes.occasions import HARM
from sayso.extraction.drafts import Draft, Setting
from sayso.extraction.events.scenes import Scene
from sayso.extraction.words.groups import lemma_of
from sayso.extraction.words.hedges import hedge
from sayso.extraction.words.verbs import is_negated, is_passive

if TYPE_CHECKING:
    from spacy.tokens import Token

_GATE = re.compile(
    r"\b(?:bombs?|devices?|charges?|explosives?|IEDs?|grenades?|landmines?|mines?|dynamite|munitions?|cylinders?)\b",
    re.IGNORECASE,
)
_DEVICES = frozenset("bomb device charge explosive ied grenade landmine dynamite munition".split())
_STORIES = frozenset(
    {"bombing", "fire", "accident", "industrial_disaster", "attack", "killing", "hostage_taking", "hijacking"}
)
_GOING_OFF = frozenset(
    "explode detonate go rip tear blow kill destroy wound injure ignite blast shatter wreck hit strike rock".split()
)
_SET_OFF = frozenset("detonate explode trigger activate".split())
_DISARMED = frozenset("defuse find fail disarm deactivate plant discover".split())


def devices(told: Sequence[Scene], setting: Setting) -> Iterator[Draft]:
    """The first device of each kind that is said to have gone off."""
    if setting.story.type not in _STORIES:
        return
    seen: set[str] = set()
    for scene in told:
        if not setting.is_own(scene) or not _GATE.search(scene.words):
            continue
        for token in scene.sent:
            kind = lemma_of(token)
            if (
                kind not in _DEVICES
                or kind in seen
                or token.pos_ not in ("NOUN", "PROPN")
                or (verb := _went_off(token)) is None
            ):
                continue
            seen.add(kind)
            yield cause_of(scene, setting, noun_phrase(token), (verb, None, True))


def _went_off(device: Token) -> Token | None:
    """The verb by which it did harm; None where it was found, feared or thrown in vain."""
    verb = device.head
    while device.dep_ == "conj" and verb.pos_ in ("NOUN", "PROPN"):
        device, verb = verb, verb.head
    if device.dep_ == "pobj" and verb.lower_ in ("by", "from"):
        top = verb.head
        harmed = top.lemma_.lower() in (HARM | _SET_OFF | {"cause", "start", "ignite", "light", "blow", "destroy"})
        return top if harmed and (top.pos_ != "VERB" or is_passive(top)) and hedge(top) is None else None
    if device.dep_ == "ROOT" and any(c.dep_ == "acl" and c.lemma_.lower() in HARM for c in device.children):
        return device
    lemma = verb.lemma_.lower()
    if verb.pos_ != "VERB" or is_negated(verb) or lemma in _DISARMED or hedge(verb) is not None:
        return None
    if device.dep_ == "nsubj" and lemma in _GOING_OFF:
        return verb if lemma != "go" or any(c.lower_ == "off" for c in verb.children) else None
    if device.dep_ in ("dobj", "nsubjpass") and verb.tag_ in ("VBD", "VBN", "VBG"):
        set_off = lemma == "set" and any(c.lower_ == "off" for c in verb.children)
        return verb if set_off or lemma in _SET_OFF else None
    return None
