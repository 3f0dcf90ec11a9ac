"""Nobody of a kind: "no passengers were killed", "no civilian was detained", "not a single inmate died"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.extraction.drafts import Draft, Setting, token_extent
from sayso.extraction.events.scenes import Scene
from sayso.extraction.figures.counts import Told, told
from sayso.extraction.words.groups import MEMBERS, lemma_of
from sayso.extraction.words.people import is_human
from sayso.extraction.words.phrases import Phrase
from sayso.model import Figure, Qualifier, Relation

if TYPE_CHECKING:
    from spacy.tokens import Token

_GATE = re.compile(
    r"\bno (?!one\b|longer\b|doubt\b|fewer\b|less\b|more than\b)[a-z]|\bnot (?:a single|one) [a-z]", re.IGNORECASE
)
_SLOTS = frozenset("killed injured casualties arrested executed missing trapped displaced hostages_taken".split())
_OTHER = frozenset("other others further more additional".split())


def nobody(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """The kinds of people of a scene of whom none was harmed or taken."""
    if not _GATE.search(scene.words):
        return
    for noun in scene.sent:
        first = _none(noun) if noun.tag_ in ("NN", "NNS") and noun.dep_ in ("nsubj", "nsubjpass", "dobj") else None
        if first is None or lemma_of(noun) in MEMBERS or not is_human(noun, setting.groups):
            continue
        at = token_extent(scene, [first, noun])
        figure = Figure(0, 0, "people", Qualifier.EXACT, " ".join(setting.document.text[at.start : at.end].split()))
        scope = Relation.OTHER if any(c.lower_ in _OTHER for c in noun.lefts) else None
        found = Phrase(first, noun, noun, noun, None)
        slots = (one for one in told(found, setting.words.slots, setting.groups) if _is_told(one, noun))
        yield from (
            Draft(scene, at.start, at.end, one.slot, one.group, figure, one.frame.head, scope=scope)
            for one in slots
            if one.frame is not None
        )


def _is_told(one: Told, noun: Token) -> bool:
    """Does a verb say of the noun itself what was done to nobody?"""
    if one.slot not in _SLOTS or one.frame is None or one.frame.relation not in ("object", "subject"):
        return False
    return not one.name.startswith("not ") and _is_done(one.frame.head, noun)


def _none(noun: Token) -> Token | None:
    """ "No" or "not" before the noun, with no number between."""
    if any(c.dep_ == "nummod" and c.lower_ not in ("one", "single") for c in noun.lefts):
        return None
    for child in noun.lefts:
        if child.lower_ == "no" and child.dep_ == "det":
            return child
        if child.lower_ in ("one", "single", "a") and noun.left_edge.lower_ == "not":
            return noun.left_edge
    before = noun.left_edge.nbor(-1) if noun.left_edge.i > noun.sent.start else None
    is_single = any(c.lower_ in ("one", "single") for c in noun.lefts)
    return before if before is not None and before.lower_ == "not" and is_single else None


def _is_done(verb: Token, noun: Token) -> bool:
    """Is it told as done, of the noun itself: "no child should die" and "no man who was killed" tell of nobody?"""
    if any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children) or verb.dep_ in ("relcl", "acl"):
        return False
    clause, steps = noun.head, 0
    while clause.i != verb.i and steps < 3 and clause.head.i != clause.i:
        if any(c.dep_ == "aux" and c.tag_ == "MD" for c in clause.children):
            return False
        clause, steps = clause.head, steps + 1
    return noun.head.i == verb.i or verb in noun.head.children
