"""Who commands: under whom armed people stand, who gave the order, who had charge; and names that the recogniser passes over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.extraction.drafts import Setting
from sayso.extraction.words.calling import doer_of
from sayso.extraction.words.clauses import agent
from sayso.extraction.words.groups import lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Bodies of armed people, whoever they are.
_SIDES = frozenset(
    "crowd mob militia band gang column platoon company battalion patrol detachment raider posse".split()
)


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
    return lemma_of(thing) in _SIDES or setting.groups.of(thing) == "attackers"
