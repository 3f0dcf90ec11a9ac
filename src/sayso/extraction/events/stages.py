"""How far an event came: done, tried, threatened or planned, by the words around what names it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from sayso.extraction.events.triggers import Trigger
from sayso.model import Stage

if TYPE_CHECKING:
    from spacy.tokens import Token

_TRIED = frozenset("attempted failed foiled thwarted abortive unsuccessful would-be".split())
#: Nouns that name a try, and those that name it again ("the coup") without saying that it came off.
_TRIES, _NAMED_AGAIN = frozenset("attempt bid plot".split()), frozenset("coup putsch overthrow mutiny".split())
_TRYING = frozenset("attempt try fail seek".split())
_UNDOING = frozenset("foil thwart prevent avert frustrate defuse deactivate disarm dismantle".split())
_THREATENING = frozenset("threaten warn vow swear".split())
_THREATS = frozenset("threat warning".split())
#: What is named by its means says nothing of whether it was done ("the bomb").
_MEANS = frozenset("bomb car dynamite grenade siege".split())


def stage(found: Iterable[Trigger]) -> Stage:
    """The stage of an event: tried or threatened only where nothing of it is told as done."""
    told = Counter(_stage(trigger.token) for trigger in found)
    for one in (Stage.ATTEMPTED, Stage.THREATENED):
        if told[one] and not told[Stage.ACCOMPLISHED]:
            return one
    return Stage.ACCOMPLISHED


def _stage(token: Token) -> Stage | None:
    """What one word tells of the stage; None where it tells nothing."""
    near = [token.head, *([token.head.head] if token.dep_ in ("pobj", "conj") else [])]
    lefts = {t.lower_ for t in token.lefts}
    lemmas = {t.lemma_.lower() for t in near if t.i != token.i}
    if (
        _is_tried(token)
        or lefts & _TRIED
        or (lemmas & _TRYING and token.dep_ in ("xcomp", "pobj", "acl", "conj"))
        or _is_undone(token)
    ):
        return Stage.ATTEMPTED
    if lemmas & (_THREATENING | _THREATS):
        return Stage.THREATENED
    if token.lemma_.lower() in _NAMED_AGAIN and "the" in lefts:
        return None
    return None if token.lemma_.lower() in _MEANS else Stage.ACCOMPLISHED


def _is_tried(token: Token) -> bool:
    """ "A coup attempt", "the coup failed"."""
    if token.pos_ not in ("NOUN", "PROPN"):
        return False
    head = token.head.lemma_.lower()
    if token.lemma_.lower() in _TRIES or (token.dep_ in ("compound", "nmod") and head in _TRIES):
        return True
    return token.dep_ == "nsubj" and head == "fail"


def _is_undone(token: Token) -> bool:
    """ "The bomb was defused", "police foiled the attack"."""
    return token.dep_ in ("dobj", "nsubjpass") and token.head.lemma_.lower() in _UNDOING
