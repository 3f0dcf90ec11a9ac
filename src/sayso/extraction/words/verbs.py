"""Under which names a codebook may list a verb: its lemma, alone and with what completes it; passive and negated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extraction.words.figurative import is_figurative
from sayso.extraction.words.outcomes import in_other_words

if TYPE_CHECKING:
    from spacy.tokens import Token

_COMPLETING = ("prt", "advmod", "acomp", "oprd", "dobj", "attr", "xcomp", "prep", "npadvmod", "ccomp")
#: What makes a centre a hospital.
_CENTRES = frozenset("center centre facility clinic".split())
_MEDICAL = frozenset("medical trauma health".split())


def verb_names(verb: Token) -> tuple[str, ...]:
    """The lemma of a verb, alone and with its particle, object or complement; with "not" where it is negated.

    "lost their lives" gives `lose` and `lose life`; "was shot dead" `shoot` and `shoot dead`.
    """
    lemma = verb.lemma_.lower()
    if is_figurative(verb):
        return (f"figuratively {lemma}",)
    longer = [lemma]
    for child in verb.children:
        if child.dep_ in _COMPLETING and child.i != verb.i and not is_negated(child):
            longer += [f"{lemma} {child.lemma_.lower()}", f"{lemma} {child.lower_}"]
            longer += [
                f"{lemma} {child.lemma_.lower()} {bare_noun(pobj)}" for pobj in child.children if pobj.dep_ == "pobj"
            ]
        if child.dep_ == "prt" or (child.dep_ == "advmod" and child.i > verb.i):
            longer += [f"{lemma} {o.lower_} {child.lower_}" for o in verb.children if o.dep_ == "dobj"]
        if child.dep_ == "advmod" and child.lemma_.endswith("ly"):
            longer.append(f"{child.lemma_.lower()} {lemma}")
    longer += [*_out_of(verb), *in_other_words(verb, longer)]
    if verb.dep_ == "ccomp" and verb.head.lemma_ == "let" and not _is_proposed(verb):
        longer.append(f"let {lemma}")
    if verb.i + 2 < len(verb.doc):
        longer.append(f"{lemma} {verb.nbor(1).lower_} {verb.nbor(2).lower_}")
    if is_negated(verb):
        longer += [f"not {name}" for name in longer]
    if is_passive(verb):
        longer += [f"be {name}" for name in longer]
    return tuple(dict.fromkeys(longer))


def _out_of(verb: Token) -> list[str]:
    """ "Put out of action"."""
    outs = (c for c in verb.children if c.lower_ == "out")
    inner = (o for out in outs for p in out.children if p.lower_ == "of" for o in p.children)
    return [f"{verb.lemma_.lower()} out of {noun.lower_}" for noun in inner]


def bare_noun(noun: Token) -> str:
    """The lemma of a noun; a medical centre is a hospital."""
    lemma = noun.lemma_.lower()
    if lemma in _CENTRES and any(c.lower_ in _MEDICAL for c in noun.lefts):
        return "hospital"
    return "injury" if lemma == "burn" else lemma


def is_negated(verb: Token) -> bool:
    """Does "not" stand by the verb itself?"""
    return any(child.dep_ == "neg" for child in verb.children)


def is_passive(verb: Token) -> bool:
    """Is the verb passive, or a participle that stands for one ("hostages held at ...")?"""
    if any(child.dep_ in ("auxpass", "nsubjpass", "agent") for child in verb.children):
        return True
    if verb.tag_ != "VBN" or any(child.dep_ == "aux" and child.lemma_ == "have" for child in verb.children):
        return False
    return verb.dep_ in ("acl", "advcl", "conj", "relcl", "dep", "ccomp", "oprd", "xcomp")


def _is_proposed(verb: Token) -> bool:
    """ "Let's go": nobody is let go."""
    return any(child.dep_ == "nsubj" and child.lower_ in ("'s", "’s", "us") for child in verb.children)
