"""Who leads, by what he is called: "the ringleader, X", "X, the commander of the operation", "the gunmen, whose leader was X", "the strikers' leader, X".

A leader of anybody else (of a party, of the opposition, of a town) leads no side of the story.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.extraction.drafts import Setting
from sayso.extraction.events.scenes import Scene
from sayso.extraction.words.calling import is_person
from sayso.extraction.words.groups import lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Token

HEADS = frozenset(
    "leader commander chief ringleader chieftain mastermind organiser organizer instigator captain".split()
)
#: Who is called so leads a deed, whatever it is of.
_OF_DEEDS = frozenset("ringleader mastermind instigator".split())
#: Sides that have leaders, and what they do together.
_SIDES = frozenset({"attackers", "demonstrators", "prisoners"})
_LED = frozenset(
    "mutiny revolt uprising rising riot strike march protest rebellion insurrection mob raid attack assault ambush massacre hijacking siege occupation"
    " takeover coup plot killing pogrom band column gang hijacker rioter insurgent mutineer operation storming rescue".split()
)
#: Deeds of forces have leaders, too, and those are the raid's own.
_OPERATIONS = frozenset("operation storming rescue".split())
_CALLED = frozenset("identify name know call describe".split())
#: "The former leader of the strikers" leads them no more.
_FORMER = frozenset("former ex late one-time erstwhile then".split())


def heads(noun: Token, scene: Scene, setting: Setting) -> Iterator[Token]:
    """The persons that a word for a leader is said of."""
    if noun.pos_ not in ("NOUN", "PROPN") or any(c.lower_ in _FORMER for c in noun.lefts):
        return
    if not _leads_a_side(noun, scene, setting):
        return
    for one in _called_so(noun):
        if is_person(one):
            yield one
            return


def _leads_a_side(noun: Token, scene: Scene, setting: Setting) -> bool:
    """Does it name the leader of attackers, strikers or prisoners, or of the deed?"""
    owners = [c for c in noun.lefts if c.dep_ in ("poss", "compound", "nmod")]
    owners += [o for c in noun.rights if c.lower_ in ("of", "behind") for o in c.children if o.dep_ == "pobj"]
    relative = next((o for o in owners if o.tag_ == "WP$"), None)
    if relative is not None and noun.head.dep_ in ("relcl", "acl"):
        owners.append(noun.head.head)
    if lemma_of(noun) in _OF_DEEDS and (owners or setting.groups.has_attackers):
        return True
    return any(_is_side(o, scene, setting) for o in owners)


def _is_side(owner: Token, scene: Scene, setting: Setting) -> bool:
    if owner.pos_ not in ("NOUN", "PROPN", "ADJ"):
        return False
    if setting.groups.of(owner) in _SIDES or owner.lower_ in setting.groups.attackers:
        return True
    lemma = lemma_of(owner)
    if lemma in _OPERATIONS:
        return setting.part(scene) == "raid" or setting.story.type == "raid"
    return lemma in _LED and owner.pos_ == "NOUN"


def _called_so(noun: Token) -> Iterator[Token]:
    """The names beside a word: in apposition, as its predicate, "identified as X"."""
    yield from (c for c in noun.children if c.dep_ == "appos" and c.pos_ == "PROPN")
    for apposed in (c for c in noun.children if c.dep_ == "appos" and c.pos_ == "NOUN"):
        yield from _aliased(apposed)
    if noun.dep_ == "appos":
        yield noun.head
    if noun.dep_ == "compound" and noun.head.pos_ == "PROPN":
        yield noun.head
    verb = noun.head
    if noun.dep_ in ("nsubj", "nsubjpass") and verb.lemma_ in ("be", *_CALLED):
        yield from (c for c in verb.children if c.dep_ in ("attr", "oprd") and c.pos_ == "PROPN")
        yield from (o for c in verb.children if c.lower_ == "as" for o in c.children if o.pos_ == "PROPN")
        for said in (c for c in verb.children if c.dep_ == "attr" and c.pos_ == "NOUN"):
            yield from _aliased(said)
    if noun.dep_ == "attr":
        yield from (c for c in verb.children if c.dep_ == "nsubj")
    yield from _aliased(noun)
    if noun.dep_ == "pobj" and noun.head.lower_ == "as":  # "was named as the leader of the attackers"
        yield from (c for c in noun.head.head.children if c.dep_ == "nsubjpass")


def _aliased(noun: Token) -> Iterator[Token]:
    """ "A schoolteacher named X", "a man known as X", "a man called X"."""
    for verb in (c for c in noun.rights if c.dep_ in ("acl", "relcl") and c.lemma_.lower() in _CALLED):
        preps = (o for c in verb.children if c.lower_ == "as" for o in c.children)
        yield from (
            n for n in (*verb.children, *preps) if n.pos_ == "PROPN" and n.dep_ in ("oprd", "dobj", "attr", "pobj")
        )
    yield from (c for c in noun.children if c.dep_ == "appos" and c.pos_ == "PROPN")
