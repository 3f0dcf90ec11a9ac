"""On whose orders: "the ministry ordered the attack", "killed on the orders of a cartel", "denied having given the order to fire"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.extraction.causes.causation import objects
from sayso.extraction.causes.clause import cause_of, clause, is_disaster, noun_phrase, subject_of, trimmed
from sayso.extraction.drafts import Draft, Setting
from sayso.extraction.events.scenes import Scene
from sayso.extraction.words.verbs import is_negated
from sayso.model import Modality

if TYPE_CHECKING:
    from spacy.tokens import Token

_GATE = re.compile(
    r"\b(?:order(?:s|ed|ing)?|command(?:s|ed)?|instruct\w*|behest|bidding|authori[sz]\w+|directive|signal|directed)\b",
    re.IGNORECASE,
)
_ORDERING = frozenset("order command instruct direct authorise authorize".split())
_NOUNS = frozenset("order command instruction directive signal behest bidding".split())
_GIVING = frozenset("give issue receive get shout".split())
#: What is ordered so that it is a deed.
_HARM = frozenset(
    "kill shoot fire attack storm execute murder massacre assassinate burn bomb lynch open charge raid assault hit eliminate"
    " liquidate ambush torch shell bombard strike destroy loot".split()
)
#: What else was ordered before a disaster.
_WRONG = frozenset(
    "lock padlock close shut chain switch turn remove leave depart sail continue proceed send disable open".split()
)
_DEED_NOUNS = frozenset(
    "attack assault killing murder raid storming massacre execution bombing shooting assassination fire ambush hit".split()
)
_ON = frozenset("on upon under at by".split())


def orders(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """Who ordered what the scene tells of, or is said to have."""
    if setting.story.type is None or not setting.is_own(scene) or not _GATE.search(scene.words):
        return
    for token in scene.sent:
        lemma = token.lemma_.lower()
        if (
            token.tag_ in ("VBD", "VBN", "VBG")
            and token.pos_ == "VERB"
            and lemma in _ORDERING
            and _is_of_a_deed(token, setting)
        ):
            yield _draft(scene, setting, token, clause(token))
        elif token.pos_ == "NOUN" and lemma in _NOUNS:
            verb = token.head
            if token.dep_ in ("dobj", "nsubjpass") and verb.lemma_.lower() in _GIVING and _is_ours(token, setting):
                yield _draft(scene, setting, verb, _given(token, verb))
            elif token.dep_ == "pobj" and verb.lower_ in _ON and _is_done_so(verb, token, setting):
                yield cause_of(scene, setting, noun_phrase(token), (verb.head, None, True))


def _is_of_a_deed(verb: Token, setting: Setting) -> bool:
    """Is it a deed that is ordered: by its noun, by its verb, or a gate that is to be locked?"""
    below = [c for c in verb.children if c.dep_ in ("xcomp", "ccomp") and c.pos_ == "VERB"]
    if any(_is_deed(c, setting) for c in below):
        return True
    things = [c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")]
    return any(c.lemma_.lower() in _DEED_NOUNS and c.pos_ == "NOUN" and subject_of(verb) is not None for c in things)


def _is_deed(verb: Token, setting: Setting) -> bool:
    lemma = verb.lemma_.lower()
    if lemma == "open":
        return any(c.lower_ == "fire" for c in verb.children)
    return lemma in _ordered(setting)


def _ordered(setting: Setting) -> frozenset[str]:
    return _HARM | _WRONG if is_disaster(setting) else _HARM


def _is_ours(order: Token, setting: Setting) -> bool:
    """ "The order to fire", and "the order" without a word more; not "the order to withdraw"."""
    told = [c for c in order.children if c.dep_ in ("acl", "relcl", "prep") and c.i > order.i]
    told += [c for c in order.head.children if c.dep_ in ("xcomp", "advcl") and c.i > order.i]
    if not told:
        is_one = any(c.lower_ == "the" for c in order.lefts) and order.lower_ in ("order", "orders")
        agents = any(c.dep_ == "agent" for c in order.head.children)
        return is_one and (agents or (order.dep_ == "dobj" and subject_of(order.head) is not None))
    lemmas = {t.lemma_.lower() for c in told for t in (c, *objects(c), *(x for x in c.children if x.dep_ == "pcomp"))}
    return bool(lemmas & (_ordered(setting) | _DEED_NOUNS))


def _given(order: Token, verb: Token) -> list[Token]:
    """ "X gave the order to fire", from its subject to the end of what was ordered."""
    subject = subject_of(verb)
    first = subject.left_edge.i if subject is not None else verb.i
    right = [
        c.right_edge.i
        for c in (order, *verb.children)
        if c.dep_ in ("dobj", "xcomp", "advcl", "agent") and c.i >= order.i
    ]
    last = max([verb.i, order.i, *right])
    return trimmed(verb, min(first, order.i), last)


def _is_done_so(prep: Token, order: Token, setting: Setting) -> bool:
    """ "Killed on the orders of X", "acted upon instructions of X": whose order it was is told."""
    whose = [*(o for c in order.children if c.lower_ in ("of", "from", "by") for o in objects(c))]
    whose += [c for c in order.lefts if c.dep_ == "poss"]
    verb = prep.head
    acted = verb.lemma_.lower() in (_ordered(setting) | {"act", "carry", "commit", "do"}) and verb.pos_ == "VERB"
    return bool(whose) and acted and not (prep.lower_ == "under" and order.lower_ == "command")


def _draft(scene: Scene, setting: Setting, verb: Token, tokens: list[Token]) -> Draft:
    above = verb.head
    denies = verb.dep_ in ("xcomp", "ccomp") and above.lemma_.lower() in ("deny", "reject") and not is_negated(above)
    never = any(c.lower_ == "never" for c in verb.children)
    modality = Modality.DENIED if denies or never else None
    return cause_of(scene, setting, tokens, (above if denies else verb, modality, never or not is_negated(verb)))
