"""Those counted together: "14 women and children", "13 passengers and crew" are one number of both kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extraction.words.people import is_human

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.extraction.words.groups import Groups
    from sayso.extraction.words.phrases import Phrase

#: What gives a noun a number, an owner or a reference of its own.
_OWN = ("nummod", "det", "poss", "quantmod")
_PLURAL = ("NNS", "NNPS")
#: What many are called by one word without an ending.
_MANY = frozenset("crew staff personnel police military clergy".split())


def last_of(found: Phrase, groups: Groups) -> Token | None:
    """The last noun of those that a number counts with its own; None where it counts one kind alone."""
    noun = found.noun
    if noun is None or noun.i < found.first.i or not _is_several(noun):
        return None
    last, steps = noun, 0
    while steps < 3:
        joined = next((c for c in last.children if c.dep_ == "conj" and c.i > last.i), None)
        if joined is None or not _goes_with(last, joined, groups):
            break
        last, steps = joined, steps + 1
    return last if last.i > noun.i and any(t.lower_ == "and" for t in noun.doc[noun.i : last.i]) else None


def is_counted_with(noun: Token) -> bool:
    """Does the number before another noun count this one, too ("36 women and children")?"""
    first, steps = noun, 0
    while first.dep_ == "conj" and steps < 3 and not any(c.dep_ in _OWN for c in first.lefts):
        first, steps = first.head, steps + 1
    return first.i != noun.i and any(c.dep_ == "nummod" for c in first.lefts) and noun.i - first.i <= 3 * steps


def _goes_with(before: Token, joined: Token, groups: Groups) -> bool:
    """Right behind the other and without a number, and no verb's own subject that the parser drew in."""
    between = before.doc[before.i + 1 : joined.i]
    is_near = len(between) <= 3 and all(t.dep_ in ("cc", "punct", "amod", "compound") for t in between)
    if not is_near or any(c.dep_ in _OWN for c in joined.lefts) or not _is_several(joined):
        return False
    after = joined.nbor(1) if joined.i + 1 < len(joined.doc) else None
    return not (after is not None and _lacks_subject(after)) and is_human(joined, groups)


def _lacks_subject(word: Token) -> bool:
    """Is it a finite verb whose subject the parser may have drawn into the list before it?"""
    if word.tag_ not in ("VBD", "VBP", "MD"):
        return False
    verb = word.head if word.dep_ in ("aux", "auxpass") else word
    return not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)


def _is_several(noun: Token) -> bool:
    return noun.tag_ in _PLURAL or noun.lemma_.lower() in _MANY
