"""Armed people who come upon a place: "the hamlet was surrounded at dawn", "a company occupied the village", "a patrol came under fire".

In a text of killings their coming is where the deed begins, and its day the day of the deed. In a text of a flood or a crash
soldiers who come bring help.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.extraction.words.clauses import agent

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.extraction.events.triggers import Trigger
    from sayso.extraction.words.groups import Groups

_CLOSING = frozenset("surround encircle cordon".split())
_TAKING = frozenset("enter occupy overrun invade reach".split()) | _CLOSING
_COMING = frozenset("come arrive descend march burst advance".split())
#: The lemmas that may tell of a coming; other verbs are passed over.
ADVANCING = _TAKING | _COMING
_FIRE = frozenset("fire attack bombardment shelling gunfire".split())
_PLACES = frozenset(
    "village hamlet town settlement camp quarter community neighbourhood neighborhood compound monastery mission kraal township farm".split()
)
#: Who comes armed; the police come to most scenes after the deed.
_ARMED = frozenset(
    "soldier troop army militia militiaman guerrilla paramilitary patroller battalion company unit column patrol regiment brigade "
    "raider rebel insurgent fighter gunman detachment platoon commando cossack dragoon legionnaire force man".split()
)
_BY_NAME = frozenset({"force", "unit", "company", "man", "patrol"})
_OF_ARMS = frozenset("armed masked uniformed security government military infantry army paramilitary rebel of".split())
_VIOLENT = frozenset("killing clash shooting".split())
_HELPED = frozenset("natural_disaster accident industrial_disaster fire".split())


def is_advance(verb: Token, groups: Groups) -> bool:
    """Does a verb tell that armed people came upon a place, or were fired on there?"""
    lemma = verb.lemma_.lower()
    if lemma == "come" and (under := _under(verb)) is not None:
        return under.lemma_.lower() in _FIRE and not any(c.lower_ in ("for", "over") for c in verb.children)
    doer = agent(verb)
    if lemma in _COMING:
        return doer is not None and _is_armed(doer, groups)
    taken = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    is_place = any(c.lemma_.lower() in _PLACES or c.pos_ == "PROPN" for c in taken)
    if doer is None:
        return is_place and lemma in _CLOSING and verb.tag_ == "VBN" and any(c.dep_ == "nsubjpass" for c in taken)
    return is_place and _is_armed(doer, groups)


def _under(verb: Token) -> Token | None:
    preps = (c for c in verb.children if c.dep_ == "prep" and c.lower_ == "under")
    return next((o for prep in preps for o in prep.children if o.dep_ == "pobj"), None)


def _is_armed(doer: Token, groups: Groups) -> bool:
    lemma = doer.lemma_.lower()
    if lemma in _BY_NAME:
        return (any(c.lower_ in _OF_ARMS for c in doer.children) and lemma != "man") or _bears(doer)
    return lemma in _ARMED or groups.of(doer) == "attackers"


def _bears(doer: Token) -> bool:
    return any(c.lower_ in ("armed", "masked", "uniformed", "hooded") for c in doer.children)


def without_advances(told: Sequence[tuple[Trigger, ...]]) -> list[tuple[Trigger, ...]]:
    """The triggers of each sentence of a text; who comes upon a place attacks it only where the text tells of killing."""
    coming = {(n, t.start) for n, here in enumerate(told) for t in here if _is_coming(t)}
    if not coming:
        return list(told)
    others = [kind for n, here in enumerate(told) for t in here if (n, t.start) not in coming for kind in t.types]
    violent = sum(kind in _VIOLENT for kind in others)
    if violent and violent > sum(kind in _HELPED for kind in others):
        return list(told)
    return [tuple(t for t in here if (n, t.start) not in coming) for n, here in enumerate(told)]


def _is_coming(trigger: Trigger) -> bool:
    lemma = trigger.token.lemma_.lower()
    return trigger.types == ("attack",) and not trigger.parts and trigger.token.pos_ == "VERB" and lemma in ADVANCING
