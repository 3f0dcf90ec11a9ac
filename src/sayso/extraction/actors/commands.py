"""Who commands: under whom armed people stand, who gave the order, who had charge; and names that the recogniser passes over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.extraction.drafts import Setting
from sayso.extraction.events.scenes import Scene
from sayso.extraction.words.calling import doer_of
from sayso.extraction.words.clauses import agent
from sayso.extraction.words.groups import lemma_of
from sayso.extraction.words.verbs import is_negated

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Bodies of armed people, whoever they are.
_SIDES = frozenset(
    "crowd mob militia band gang column platoon company battalion patrol detachment raider posse squadron regiment brigade expedition".split()
)
#: A party of these.
_PARTIES = frozenset("firing raiding war lynching search hunting execution death assault".split())
_HARM = frozenset("fire shoot attack kill charge burn execute massacre storm assault open destroy bomb hang".split())
_DEEDS = frozenset("attack killing shooting bombing raid hostage_taking kidnapping hijacking coup".split())


def orderers(order: Token) -> Iterator[tuple[Token, bool]]:
    """ "The order was given by X", "the order came from X"; with whether X is surely a person."""
    verb = order.head
    is_one = order.dep_ in ("nsubj", "nsubjpass") and any(c.lower_ == "the" for c in order.lefts)
    if not is_one or verb.lemma_ not in ("give", "come"):
        return
    for prep in (c for c in verb.children if c.lower_ in ("by", "from")):
        for giver in (o for o in prep.children if o.dep_ == "pobj"):
            named = before_alias(giver)
            yield named or giver, named is not None


def in_charge(verb: Token, setting: Setting) -> list[Token]:
    """ "X, who had charge of the company"."""
    charges = (c for c in verb.children if c.dep_ == "dobj" and lemma_of(c) in ("charge", "command"))
    led = [o for c in charges for p in c.children if p.lower_ == "of" for o in p.children]
    doer = doer_of(verb) if any(is_armed(o, setting) for o in led) else None
    return [doer] if doer is not None else []


def ordering(verb: Token, scene: Scene, setting: Setting) -> list[Token]:
    """ "The massacre was ordered by X", "X ordered his men to fire", "X ordered the attack"."""
    doer = doer_of(verb)
    if doer is None or is_negated(verb):
        return []
    deeds = {t.token.i for t in scene.triggers if _DEEDS & set(t.types) and t.token.pos_ == "NOUN"}
    things = [c for c in verb.children if c.dep_ in ("nsubjpass", "dobj")]
    if any(t.i in deeds for t in things):
        return [doer]
    clauses = (c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.lemma_.lower() in _HARM)
    whom = [*things, *(s for c in clauses for s in c.children if s.dep_ == "nsubj" and c.tag_ == "VB")]
    return [doer] if any(_obeys(one, setting) for one in whom) and _to_harm(verb) else []


def _obeys(one: Token, setting: Setting) -> bool:
    """His men, the troops: not prisoners who are ordered about."""
    mine = lemma_of(one) == "man" and any(c.tag_ == "PRP$" for c in one.lefts)
    return mine or is_armed(one, setting) or setting.groups.of(one) == "security_forces"


def _to_harm(verb: Token) -> bool:
    return any(c.lemma_.lower() in _HARM and c.tag_ == "VB" for c in verb.subtree if c.i > verb.i)


def commanded(noun: Token, setting: Setting) -> Token | None:
    """ "The troops, under X's command", "a company of infantry with X in command"."""
    prep = noun.head
    if noun.dep_ != "pobj":
        return None
    if prep.lower_ == "under":
        whose = next((c for c in noun.lefts if c.dep_ == "poss" and c.pos_ == "PROPN"), None)
        return whose if whose is not None and acts_armed(prep.head, setting) else None
    before = prep.nbor(-1) if prep.lower_ == "in" and prep.i else None
    if before is None or before.pos_ != "PROPN" or before.dep_ != "pobj" or before.head.lower_ != "with":
        return None
    return before if acts_armed(before.head.head, setting) else None


def before_alias(head: Token) -> Token | None:
    """ "X alias Y", of which the parser makes Y or "alias" the head: X."""
    if head.lower_ != "alias":
        found = next((c for c in head.lefts if c.lower_ == "alias"), None)
        return before_alias(found) if found is not None else None
    return next((c for c in reversed([*head.lefts]) if c.pos_ == "PROPN"), None)


def is_one(name: Token) -> bool:
    """ "Under one X": a person, whatever the recogniser takes him for."""
    return name.pos_ == "PROPN" and any(c.lower_ == "one" for c in name.lefts)


def is_bare(name: Token) -> bool:
    """A name that the recogniser passed over, beside a person's ("by X and the foreman Y")."""
    return name.pos_ == "PROPN" and name.ent_type_ not in ("ORG", "GPE", "LOC", "NORP", "DATE")


def acts_armed(top: Token, setting: Setting) -> bool:
    """ "Soldiers of the company, under X", "a column under X", "fighters under one X attacked"."""
    doer = agent(top) if top.pos_ == "VERB" else None
    steps = 0
    while top.dep_ == "pobj" and top.head.lower_ in ("of", "from") and steps < 3:
        if is_armed(top, setting) or setting.groups.of(top) == "security_forces":
            return True
        top, steps = top.head.head, steps + 1
    sides = [t for t in (top, doer) if t is not None and t.pos_ in ("NOUN", "PROPN")]
    if top.lemma_ == "be" and top.pos_ == "AUX":
        sides += [c for c in top.children if c.dep_ == "attr"]
    return any(
        is_armed(t, setting) or setting.groups.of(t) == "security_forces" or lemma_of(t) == "member" for t in sides
    )


def is_armed(thing: Token, setting: Setting) -> bool:
    """A mob, a militia, a company of soldiers: whoever leads it leads a side of the story."""
    if thing.pos_ != "NOUN" or any(c.lower_ in ("former", "other", "another") for c in thing.lefts):
        return False
    if lemma_of(thing) in ("party", "squad") and any(c.lower_ in _PARTIES for c in thing.lefts):
        return True
    return lemma_of(thing) in _SIDES or setting.groups.of(thing) == "attackers"
