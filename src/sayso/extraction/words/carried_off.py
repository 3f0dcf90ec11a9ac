"""Who carries people off: gunmen and raiders take captives away; police take strikers, ambulances the hurt, and floods the drowned."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_ABDUCTORS = frozenset(
    "gunman gunmen rebel raider bandit militant insurgent guerrilla guerilla attacker terrorist kidnapper abductor brigand marauder pirate outlaw "
    "assailant intruder extremist jihadist militiaman mutineer gang robber captor hijacker slaver corsair".split()
)
_ARMED = frozenset("armed masked hooded unknown unidentified".split())
_MEN = frozenset("man people person youth stranger group".split())
_NO_CAPTIVES = frozenset("body corpse money cattle weapon arm rifle goods wounded dead".split())
_STEPS = 4


def is_carried_off(verb: Token) -> bool:
    """ "Took away 14 girls", "were led off by masked men", "took eight engineers with them"."""
    if not _is_away(verb):
        return False
    whom = (c for c in verb.children if c.dep_ in ("dobj", "nsubjpass"))
    if any(c.lemma_.lower() in _NO_CAPTIVES for c in whom):
        return False
    doer = _doer(verb)
    if doer is None:
        return False
    is_armed = any(c.lower_ in _ARMED for c in doer.lefts)
    return doer.lemma_.lower() in _ABDUCTORS or (is_armed and doer.lemma_.lower() in _MEN)


def _is_away(verb: Token) -> bool:
    for child in verb.children:
        if child.lower_ in ("away", "off") and child.dep_ in ("prt", "advmod", "prep"):
            return True
        if child.lower_ == "with" and any(o.lower_ in ("them", "him") for o in child.children):
            return True
        if child.dep_ == "dobj" and any(
            c.lower_ == "with" and any(o.lower_ in ("them", "him") for o in c.children) for c in child.children
        ):
            return True
    return False


def _doer(verb: Token) -> Token | None:
    """The subject, that of the verb it goes on from, or who it is done by."""
    by = (o for c in verb.children if c.dep_ == "agent" for o in c.children if o.dep_ == "pobj")
    if (agent := next(by, None)) is not None:
        return agent
    steps = 0
    while steps < _STEPS:
        subject = next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is not None:
            return subject if subject.dep_ == "nsubj" else None
        if verb.dep_ not in ("conj", "advcl", "xcomp") or verb.head.pos_ not in ("VERB", "AUX"):
            return None
        verb, steps = verb.head, steps + 1
    return None
