"""Doers by the name they give themselves or are known by: "gunmen who call themselves the X", "men belonging to the X"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.extraction.drafts import Draft, Setting
from sayso.extraction.events.scenes import Scene
from sayso.extraction.events.story import BEFALLING
from sayso.extraction.words.called import bears_arms
from sayso.extraction.words.calling import called, name_of
from sayso.extraction.words.clauses import agent
from sayso.extraction.words.groups import lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_CUES = re.compile(
    r"\b(?:(?:call|style|term|dub|nam)(?:s|ed|ing|es)? (?:them|it|him)sel(?:ves|f)|belong(?:s|ed|ing)? to|known as)\b",
    re.IGNORECASE,
)
_CALLING = frozenset("call style term dub name".split())
#: Bodies that are the attackers' where they are said of them.
_BANDS = frozenset("group band gang unit cell squad faction movement organisation organization outfit".split())
_ALIASED = frozenset("name know call identify style".split())


def own_names(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """The bodies that the attackers of the story call themselves, or are said to belong to."""
    if setting.story.type is None or setting.story.type in BEFALLING or not _CUES.search(scene.words):
        return
    if not setting.is_incident(scene):
        return
    for token in scene.sent:
        if token.pos_ != "VERB":
            continue
        name = _name_given(token)
        if name is not None and _are_attackers(_of_whom(token), setting):
            yield called(scene, setting, "perpetrator", name_of(name), token)


def alias(noun: Token) -> Token | None:
    """The name in "a man named X", "a man known as X", "one identified as X"; None where the noun has none."""
    for verb in (c for c in noun.rights if c.dep_ in ("acl", "relcl") and c.lemma_.lower() in _ALIASED):
        preps = (o for c in verb.children if c.lower_ == "as" for o in c.children)
        names = (*(c for c in verb.children if c.dep_ in ("oprd", "dobj", "attr")), *preps)
        found = next((n for n in names if n.pos_ == "PROPN"), None)
        if found is not None:
            return found
    return None


def _name_given(verb: Token) -> Token | None:
    """The name behind "call themselves", "known as" or "belonging to"."""
    lemma = verb.lemma_.lower()
    if lemma in _CALLING and any(c.lower_ in ("themselves", "itself", "himself") for c in verb.children):
        found = (c for c in verb.children if c.dep_ in ("oprd", "dobj", "attr", "ccomp", "npadvmod", "appos"))
    elif lemma == "belong" or (lemma == "know" and verb.tag_ == "VBN"):
        word = "to" if lemma == "belong" else "as"
        found = (o for c in verb.children if c.lower_ == word for o in c.children if o.dep_ == "pobj")
    else:
        return None
    return next((n for n in found if n.pos_ == "PROPN" and n.ent_type_ not in ("GPE", "LOC", "PERSON", "DATE")), None)


def _of_whom(verb: Token) -> Token | None:
    """Whom the verb tells of: the noun it hangs on, or its subject."""
    if verb.dep_ in ("acl", "relcl"):
        return verb.head
    return agent(verb) or next((c for c in verb.children if c.dep_ == "nsubjpass"), None)


def _are_attackers(noun: Token | None, setting: Setting) -> bool:
    if noun is None:
        return False
    if setting.groups.of(noun) == "attackers" or bears_arms(noun):
        return True
    if noun.dep_ == "appos" or lemma_of(noun) in _BANDS:
        return noun.dep_ == "appos" and setting.groups.of(noun.head) == "attackers"
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.dep_ == "agent" else noun.head
    return (
        noun.lemma_.lower() in ("man", "people", "youth")
        and noun.dep_ in ("nsubj", "pobj")
        and verb.pos_ == "VERB"
        and verb.lemma_.lower() in _DEEDS
    )


_DEEDS = frozenset("kill murder kidnap abduct hijack seize attack bomb shoot raid rob storm ambush".split())
