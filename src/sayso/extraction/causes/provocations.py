"""What a crowd is said to have done before forces fired on it: stones thrown, a first shot from a roof; told or denied as why they fired."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.extraction.causes.clause import cause_of, clause
from sayso.extraction.drafts import Draft, Setting
from sayso.extraction.events.scenes import Scene
from sayso.extraction.words.groups import lemma_of
from sayso.extraction.words.hedges import hedge
from sayso.extraction.words.verbs import is_negated, is_passive
from sayso.model import Modality

if TYPE_CHECKING:
    from spacy.tokens import Token

_GATE = re.compile(
    r"\b(?:ston(?:e|es|ed|ing)|rocks?|bricks?|tiles?|bottles?|cobbles?|pelted|first shot|shot from)\b", re.IGNORECASE
)
_STORIES = frozenset({"protest", "repression", "shooting", "clash", "killing", "attack"})
#: Forces that fired on a crowd, by the words of the whole account.
_FIRED = re.compile(
    r"\b(?:(?:opened )?fire(?:d)? (?:on|into|at|upon)|opened fire|volleys?|fusillade|shot (?:dead|down))\b",
    re.IGNORECASE,
)
_CROWD = re.compile(
    r"\b(?:crowds?|demonstra(?:tors?|tions?)|protest\w+|strikers?|marchers|rioters|rally|labou?rers)\b", re.IGNORECASE
)
_MISSILES = frozenset("stone rock brick tile bottle cobble cobblestone".split())
_THROWING = frozenset("throw hurl fling cast lob".split())


def provocations(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """What was thrown or fired first, by whomever."""
    if setting.story.type not in _STORIES or not setting.is_own(scene) or not _GATE.search(scene.words):
        return
    text = setting.document.text
    if not (_FIRED.search(text) and _CROWD.search(text)):
        return
    for token in scene.sent:
        verb = token.head
        if token.lemma_.lower() in ("stone", "pelt") and token.pos_ == "VERB" and is_passive(token):
            yield _draft(scene, setting, token, None)
        elif token.dep_ in ("dobj", "nsubjpass", "nsubj") and verb.pos_ == "VERB":
            listed = {lemma_of(token), *(lemma_of(c) for c in token.conjuncts)}
            thrown = verb.lemma_.lower() in _THROWING and bool(listed & _MISSILES) and hedge(verb) is None
            first = any(c.lower_ == "first" for c in token.lefts)
            if thrown or (first and lemma_of(token) == "shot" and verb.lemma_ == "come"):
                yield _draft(scene, setting, verb, token)


def _draft(scene: Scene, setting: Setting, verb: Token, thing: Token | None) -> Draft:
    none = thing is not None and any(c.lower_ in ("no", "any") for c in thing.lefts)
    denied = none or (is_negated(verb) and verb.tag_ != "VBG")
    return cause_of(scene, setting, clause(verb), (verb, Modality.DENIED if denied else None, True))
