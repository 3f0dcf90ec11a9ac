"""What follows on an event and is none of its own: police against the bereaved, a minister heckled, an inquiry at work.

"Police beat the marchers; 60 were hurt" under a factory fire tells of another sixty than the fire's; "the Commission held 31
sittings" counts nobody whom it befell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extraction.events.imprints import INQUIRERS
from sayso.extraction.events.scenes import Scene
from sayso.extraction.events.story import BEFALLING

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Where force is no part of what is told.
_BEFALLEN = BEFALLING | {"fire", "epidemic"}
_FORCES = frozenset(
    "police policeman policemen officer officers constable constables soldier soldiers troop troops guard guards gendarme gendarmes army".split()
)
_FORCE = frozenset("beat charge club disperse shoot fire clash baton teargas kick whip manhandle tear-gas".split())
_TOOLS = frozenset(
    "baton batons lathi lathis truncheon truncheons teargas gas cannon bullet bullets force whip whips stick sticks".split()
)
_WIELDING = frozenset({"use", "fire", "wield", "deploy", "lob", "swing", "resort", "shoot"})
_RULERS = frozenset(
    "minister president governor mayor prefect official officials premier king manager collector director owner senator deputy delegation".split()
)
_HECKLING = frozenset("surround heckle jeer mob pelt stone boo besiege gherao chase hoot spit".split())
_GATE = _FORCES | _RULERS | INQUIRERS


def is_unrest_after(scene: Scene, kind: str | None) -> bool:
    """Do forces turn on people, or people on who rules them, in a text of what befell them?"""
    if kind not in _BEFALLEN:
        return False
    for token in scene.sent:
        if token.lower_ not in _GATE or token.dep_ not in ("nsubj", "nsubjpass", "conj", "agent", "pobj"):
            continue
        verb = _verb(token)
        if verb is None:
            continue
        lemma = verb.lemma_.lower()
        if token.lower_ in _FORCES and token.dep_ != "nsubjpass":
            if lemma in _FORCE or (lemma in _WIELDING and any(t.lower_ in _TOOLS for t in verb.subtree)):
                return True
        elif token.lower_ in _RULERS and lemma in _HECKLING and _is_passive(verb):
            return True
    return False


def _is_passive(verb: Token) -> bool:
    return any(child.dep_ == "auxpass" for child in verb.children)


def _verb(token: Token) -> Token | None:
    """The verb that a noun is the subject of, its conjuncts' too."""
    head, steps = token, 0
    while steps < 3 and head.dep_ == "conj":
        head, steps = head.head, steps + 1
    if head.dep_ == "pobj" and head.head.dep_ == "agent":
        head = head.head
    if head.dep_ not in ("nsubj", "nsubjpass", "agent"):
        return None
    verb = head.head
    if verb.pos_ not in ("VERB", "AUX"):
        return None
    if verb.lemma_.lower() in _FORCE | _HECKLING:
        return verb
    return next((c for c in verb.children if c.dep_ == "conj" and c.lemma_.lower() in _FORCE | _HECKLING), verb)
