"""Nobody of a kind: "no passengers were killed", "not a single inmate died", "there were no civilian casualties"."""

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
    r"\b(?:without|zero) |\bno (?!one\b|longer\b|doubt\b|fewer\b|less\b|more than\b)[a-z]|\bnot (?:a single|one) [a-z]",
    re.IGNORECASE,
)
_SLOTS = frozenset("killed injured casualties arrested executed missing trapped displaced hostages_taken".split())
#: Words for losses, without their s, and what they count.
_LOSSES = {
    "casualtie": "casualties", "death": "killed", "fatalitie": "killed", "dead": "killed", "killed": "killed",
    "victim": "killed", "wounded": "injured", "injured": "injured", "injurie": "injured", "losse": "killed",
}  # fmt: skip
_NO_LOSSES = re.compile(
    r"\b(?:no|without(?: any)?|zero) (?:(?P<whom>[a-z]+) (?P<what>casualties|deaths|fatalities|dead|victims|wounded|injured|injuries|losses)"
    r"|(?P<state>dead|killed|wounded|injured) (?P<named>[a-z]+s|police|crew)|(?:casualties|deaths|fatalities|losses) among (?:the )?(?P<among>[a-z]+))\b",
    re.IGNORECASE,
)
_BODIES = frozenset({"police", "crew", "staff"})
_PUBLIC = frozenset("population public community".split())
_OTHER = frozenset("other others further more additional".split())


def nobody(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """The kinds of people of a scene of whom none was harmed or taken."""
    if not _GATE.search(scene.words):
        return
    yield from _no_losses(scene, setting)
    for noun in scene.sent:
        first = _none(noun) if noun.tag_ in ("NN", "NNS") and noun.dep_ in ("nsubj", "nsubjpass", "dobj") else None
        if first is None:
            continue
        body = _body_of(noun, setting)
        if not body and (lemma_of(noun) in MEMBERS or not is_human(noun, setting.groups)):
            continue
        at = token_extent(scene, [first, noun])
        figure = Figure(0, 0, "people", Qualifier.EXACT, " ".join(setting.document.text[at.start : at.end].split()))
        scope = Relation.OTHER if any(c.lower_ in _OTHER for c in noun.lefts) else None
        found = Phrase(first, noun, noun, noun, None)
        slots = (one for one in told(found, setting.words.slots, setting.groups) if _is_told(one, noun))
        yield from (
            Draft(scene, at.start, at.end, one.slot, body or one.group, figure, one.frame.head, scope=scope)
            for one in slots
            if one.frame is not None
        )


def _body_of(noun: Token, setting: Setting) -> str:
    """The group of a body whose members are told of: "no member of the civilian population", "no member of the crew"."""
    if noun.lemma_.lower() != "member":
        return ""
    inner = next((o for c in noun.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj"), None)
    if inner is None:
        return ""
    words = (inner, *(c for c in inner.lefts if c.dep_ in ("amod", "compound")))
    found = (group for word in words for group in setting.groups.words.of(word.lemma_.lower()) if group != "total")
    return next(found, "civilians" if inner.lemma_.lower() in _PUBLIC else "")


def _no_losses(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """ "No civilian casualties", "no dead civilians", "no losses among the passengers"."""
    for match in _NO_LOSSES.finditer(scene.words):
        whom = (match["whom"] or match["named"] or match["among"] or "").lower()
        lemma = whom if whom in _BODIES else whom.removesuffix("s")
        group = next((one for one in setting.groups.words.of(lemma) if one != "total"), "")
        state = (match["what"] or match["state"] or match.group().split()[1]).lower()
        start = scene.start + match.start()
        span = scene.sent.doc.char_span(
            match.start() + scene.sent.start_char, match.end() + scene.sent.start_char, alignment_mode="expand"
        )
        if not group or span is None:
            continue
        words = " ".join(match.group().split())
        figure = Figure(0, 0, "people", Qualifier.EXACT, words)
        yield Draft(
            scene, start, start + len(match.group()), _LOSSES[state.removesuffix("s")], group, figure, span.root
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
