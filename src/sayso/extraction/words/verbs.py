"""Under which names a codebook may list a verb: its lemma, alone and with what completes it; passive and negated."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.extraction.words.figurative import is_figurative
from sayso.extraction.words.outcomes import in_other_words, is_of_another_number

if TYPE_CHECKING:
    from spacy.tokens import Token

_COMPLETING = ("prt", "advmod", "acomp", "oprd", "dobj", "attr", "xcomp", "prep", "npadvmod", "ccomp")
_OUT_OF = frozenset({"from", "into", "to"})
#: What nobody can be made to suffer: "eighty got out by the old shaft" went that way.
_GOING = frozenset("get go come leave escape enter return arrive climb flee".split())
_HURTS = frozenset("injury wound burn fracture harm casualty treatment care".split())
_HOLDING = frozenset("take hold keep seize".split())
#: Whom one takes, and is taken.
_CAPTIVES = frozenset({"prisoner", "hostage", "captive"})
_TAKING = frozenset({"take", "hold", "keep", "seize", "lead"})
_TAKEN = {
    "hostage": "hostage",
    "hostages": "hostage",
    "captive": "captive",
    "captives": "captive",
    "prisoner": "prisoner",
}
#: Tokens between the verb and the word for what they were taken.
_REACH = 14
#: What makes a centre, a ward or a room a hospital; and other words for one.
_CENTRES = frozenset("center centre facility clinic unit room ward station care post".split())
_MEDICAL = frozenset("medical trauma health emergency intensive burns burn casualty dressing aid isolation".split())
_HOSPITALS = frozenset("infirmary casualty lazaret lazaretto sanatorium sickbay icu surgery".split())
#: Wounds by their own names, and what is one where it is broken.
_WOUNDS = frozenset("burn fracture laceration gash contusion sprain abrasion scald cut bruise graze".split())
#: Where a hit leaves one alive, as a rule, and what hits.
_LIMBS = frozenset(
    "leg arm hand foot ankle wrist elbow knee thigh shoulder calf shin finger toe buttock hip forearm limb ear hamstring heel cheek jaw".split()
)
_HITTING = frozenset("shoot hit stab strike cut slash graze bite bayonet kick wing nick spear".split())
_MISSILES = frozenset(
    "bullet ball splinter shrapnel fragment arrow pellet shard bayonet knife round slug pitchfork blade spear stone".split()
)
_BONES = frozenset(
    "leg arm wrist ankle rib collarbone bone back pelvis hip nose jaw shoulder finger limb thigh skull neck foot hand thumb knee elbow".split()
)


def verb_names(verb: Token) -> tuple[str, ...]:
    """The lemma of a verb, alone and with its particle, object or complement; with "not" where it is negated.

    "lost their lives" gives `lose` and `lose life`; "was shot dead" `shoot` and `shoot dead`.
    """
    lemma = verb.lemma_.lower()
    if is_figurative(verb):
        return (f"figuratively {lemma}",)
    longer = [lemma, *(name for child in verb.children for name in _completed(verb, child))]
    longer += [*_out_of(verb), *in_other_words(verb, longer), *_taken_as(verb)]
    if verb.dep_ == "ccomp" and verb.head.lemma_ == "let" and not _is_proposed(verb):
        longer.append(f"let {lemma}")
    if lemma in _HOLDING and _is_of_hostages(verb):
        longer.append(f"{lemma} hostage")
    if verb.i + 2 < len(verb.doc):
        longer.append(f"{lemma} {verb.nbor(1).lower_} {verb.nbor(2).lower_}")
    if is_negated(verb):
        longer += [f"not {name}" for name in longer]
    if is_passive(verb):
        longer += [f"be {name}" for name in longer]
    return tuple(dict.fromkeys(longer))


def _is_of_hostages(verb: Token) -> bool:
    """ "Took six guards hostage in the jail": the parser makes a verb of "hostage" as often as not."""
    things = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    for word in verb.doc[verb.i + 1 : verb.i + 12]:
        if word.is_sent_start or word.text in (".", ";", ":"):
            return False
        if word.lower_ == "hostage":
            return bool(things) and word.nbor(-1).pos_ in ("NOUN", "PROPN", "PRON", "NUM", "VERB", "ADP")
    return False


def _taken_as(verb: Token) -> list[str]:
    """ "Took nine teachers and a priest hostage": the parser hangs the word on the last of them, or joins it to the verb."""
    lemma = verb.lemma_.lower()
    if lemma not in _TAKING:
        return []
    for token in verb.doc[verb.i + 1 : verb.i + _REACH]:
        if token.is_sent_start or (token.pos_ == "VERB" and token.lower_ != "captive"):
            break
        counted = any(c.dep_ in ("nummod", "quantmod") or c.pos_ == "NUM" for c in token.children)
        if token.lower_ in _TAKEN and not counted and token.i > verb.i + 1:
            return [f"{lemma} {_TAKEN[token.lower_]}"]
    return []


def _out_of(verb: Token) -> list[str]:
    """ "Put out of action"."""
    outs = (c for c in verb.children if c.lower_ == "out")
    inner = (o for out in outs for p in out.children if p.lower_ == "of" for o in p.children)
    return [f"{verb.lemma_.lower()} out of {noun.lower_}" for noun in inner]


def _completed(verb: Token, child: Token) -> Iterator[str]:
    """A verb with one of the words that complete it."""
    lemma = verb.lemma_.lower()
    is_state = child.dep_ in ("advcl", "amod") and child.tag_ == "JJ" and child.i > verb.i  # "shot their driver dead"
    if (child.dep_ in _COMPLETING or is_state) and child.i != verb.i and not _is_none(child):
        yield from (f"{lemma} {child.lemma_.lower()}", f"{lemma} {child.lower_}")
        if child.pos_ == "NOUN":
            yield f"{lemma} {bare_noun(child)}"
        yield from (f"{lemma} {child.lemma_.lower()} {bare_noun(o)}" for o in child.children if o.dep_ == "pobj")
        if lemma in _HITTING and child.lower_ in ("in", "through", "on", "across"):
            yield from (f"{lemma} in limb" for o in child.children if o.lemma_.lower() in _LIMBS)
    if child.dep_ == "dobj" and child.lemma_.lower() in _MISSILES:  # "took a bullet in the leg"
        preps = (p for c in (child, verb) for p in c.children if p.lower_ in ("in", "through"))
        yield from (f"{lemma} bullet in limb" for p in preps for o in p.children if o.lemma_.lower() in _LIMBS)
    if child.dep_ == "dobj":  # "pulled a hundred people from the sea": the parser hangs it on the people
        preps = (p for p in child.children if p.lower_ in _OUT_OF)
        yield from (f"{lemma} {p.lower_} {o.lemma_.lower()}" for p in preps for o in p.children)
    if child.dep_ == "nsubjpass" and child.lemma_ in _CAPTIVES:
        yield f"{lemma} {child.lemma_}"
    if child.dep_ == "prt" or (child.dep_ == "advmod" and child.i > verb.i):
        yield from (f"{lemma} {o.lower_} {child.lower_}" for o in verb.children if o.dep_ == "dobj")
    if child.dep_ == "advmod" and child.lemma_.endswith("ly"):
        yield f"{child.lemma_.lower()} {lemma}"


def _is_none(child: Token) -> bool:
    """ "Had no injuries", "not alone", "left 7 dead and 30 injured": what is denied, or is told of another number, completes nothing."""
    if child.dep_ == "oprd" and is_of_another_number(child):
        return True
    return is_negated(child) or (
        child.dep_ == "dobj" and child.lemma_ in _HURTS and any(c.lower_ == "no" for c in child.lefts)
    )


def bare_noun(noun: Token) -> str:
    """The lemma of a noun; a medical centre is a hospital, a burn or a broken leg an injury."""
    lemma = noun.lemma_.lower()
    if lemma in _HOSPITALS or (lemma in _CENTRES and any(c.lower_ in _MEDICAL for c in noun.lefts)):
        return "hospital"
    if lemma in _WOUNDS or (
        lemma in _BONES and any(c.lower_ in ("broken", "fractured", "shattered") for c in noun.lefts)
    ):
        return "injury"
    return lemma


def has_object(verb: Token) -> bool:
    """Does an object stand with the verb?"""
    return any(child.dep_ == "dobj" for child in verb.children)


def is_of_object(verb: Token, state: Token) -> bool:
    """ "The gunmen left two wounded": what the object is in, and not who left it so."""
    return any(c.dep_ == "dobj" and c.i < state.i for c in verb.children)


def is_negated(verb: Token) -> bool:
    """Does "not" stand by the verb itself?"""
    return any(child.dep_ == "neg" for child in verb.children)


def is_passive(verb: Token) -> bool:
    """Is the verb passive, or a participle that stands for one ("hostages held at ...")?"""
    parts = {child.dep_ for child in verb.children}
    if parts & {"auxpass", "nsubjpass"} or ("agent" in parts and verb.lemma_ not in _GOING):
        return True
    if verb.tag_ != "VBN" or any(child.dep_ == "aux" and child.lemma_ == "have" for child in verb.children):
        return False
    return verb.dep_ in ("acl", "advcl", "conj", "relcl", "dep", "ccomp", "oprd", "xcomp")


def _is_proposed(verb: Token) -> bool:
    """ "Let's go": nobody is let go."""
    return any(child.dep_ == "nsubj" and child.lower_ in ("'s", "’s", "us") for child in verb.children)


def is_urged(verb: Token) -> bool:
    """ "Was coaxed to surrender by X": who stands behind "by" did the urging, for an infinitive in the active has no doer."""
    if verb.dep_ != "xcomp" or verb.tag_ != "VB" or any(c.dep_ == "auxpass" for c in verb.children):
        return False
    return verb.head.pos_ == "VERB" and is_passive(verb.head)
