"""Who stood between the sides: by what they did ("mediated", "carried messages", "spoke with the gunmen") and what they are called."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.extraction.drafts import Setting
from sayso.extraction.events.turns import CAPTIVE
from sayso.extraction.words.calling import doer_of, is_person
from sayso.extraction.words.groups import lemma_of

if TYPE_CHECKING:
    from spacy.tokens import Token

#: What is negotiated between the sides of an incident.
_SETTLED = frozenset("release surrender freedom end deal ceasefire truce passage exit settlement solution".split())
_GOING_ON = frozenset("begin start help continue".split())
#: What is done with talks by those who hold them.
_CONDUCTING = frozenset("conduct hold handle lead open run undertake pursue carry resume direct".split())
#: Who speaks with captors for others, by what he is called.
_RANKS = frozenset(
    "ambassador bishop archbishop cardinal father monsignor colonel general brigadier major captain inspector superintendent commissioner chief sheriff "
    "mayor governor minister consul delegate envoy judge lieutenant commander sergeant deputy imam rabbi pastor reverend senator attorney lawyer".split()
)
_TALKS = frozenset("negotiation talk mediation".split())
#: What go-betweens carry.
_CARRYING = frozenset("carry pass relay bring take deliver convey ferry transmit".split())
_CARRIED = frozenset("message note letter proposal offer demand word reply answer".split())
_BETWEEN = frozenset("between to from with".split())
#: Who stands between by what he is called, whatever the codebook has.
_CALLED = frozenset("negotiator mediator intermediary emissary".split())
_SIDES = frozenset({"attackers", "prisoners"})


def good_offices(noun: Token, setting: Setting) -> list[Token]:
    """ "Through the good offices of X"."""
    if not CAPTIVE & setting.story.kinds or not any(c.lower_ == "good" for c in noun.lefts):
        return []
    return [o for c in noun.children if c.lower_ == "of" for o in c.children]


def between(verb: Token, lemma: str, setting: Setting) -> Token | None:
    """ "X mediated between ...", "talks mediated by X", "X negotiated their release", "X acted as mediator"; None for any other."""
    if verb.dep_ == "xcomp" and verb.head.lemma_ not in _GOING_ON:
        return None
    nouns = setting.words.slots.forms["negotiator"].nouns
    if _holds_talks(verb, lemma, setting):
        return _doer(verb)
    as_what = [
        o for c in verb.children if c.lower_ == "as" for o in c.children if lemma_of(o) in nouns or _goes_between(o)
    ]
    if lemma != "mediate" and not as_what and not (lemma == "negotiate" and _is_between_sides(verb, setting)):
        return None
    return _doer(verb) or next((c for c in verb.children if c.dep_ == "nsubjpass"), None)


def called_negotiator(noun: Token, setting: Setting) -> Iterator[Token]:
    """ "The chief negotiator, X", "X, a mediator", in an account of captives: also where the recogniser passed the name over."""
    if noun.pos_ != "NOUN" or lemma_of(noun) not in _CALLED or not CAPTIVE & setting.story.kinds:
        return
    beside = [c for c in noun.children if c.dep_ == "appos"]
    beside += [noun.head] if noun.dep_ in ("appos", "compound") else []
    for one in beside:
        is_whole = one.pos_ == "PROPN" and any(c.dep_ == "compound" and c.pos_ == "PROPN" for c in one.lefts)
        if is_person(one) or (is_whole and not one.ent_type_):
            yield one


def _doer(verb: Token) -> Token | None:
    """Who does it, also where the parser hangs the verb on him or on what he came for ("went up to speak to the gunmen")."""
    doer = doer_of(verb)
    if doer is None and verb.dep_ == "acl" and verb.head.pos_ == "PROPN":
        return verb.head
    if doer is None and verb.dep_ in ("xcomp", "advcl") and verb.tag_ in ("VB", "VBG"):
        return doer_of(verb.head)
    return doer


def _goes_between(noun: Token) -> bool:
    """ "Go-between", which the tokeniser cuts."""
    return noun.lower_ == "intermediary" or "go-between" in noun.doc[max(noun.i - 2, 0) : noun.i + 3].text.lower()


def _holds_talks(verb: Token, lemma: str, setting: Setting) -> bool:
    """ "Talks were conducted by X", "Colonel X spoke with the gunmen", "X carried messages to them", in an account of captives."""
    if not CAPTIVE & setting.story.kinds:
        return False
    if lemma in _CARRYING and any(c.dep_ == "dobj" and lemma_of(c) in _CARRIED for c in verb.children):
        return _deals_with(verb, setting)
    if lemma == "shuttle":
        return any(c.lower_ == "between" for c in verb.children)
    if lemma in _CONDUCTING:
        return any(c.dep_ in ("dobj", "nsubjpass") and lemma_of(c) in _TALKS for c in verb.children)
    doer = _doer(verb) if lemma in ("speak", "talk", "negotiate") else None
    if doer is None or not any(c.lemma_.lower() in _RANKS for c in doer.lefts):
        return False
    return _deals_with(verb, setting)


def _deals_with(verb: Token, setting: Setting) -> bool:
    """Is it with the captors, or with prisoners who hold others?"""
    things = [c for c in verb.children if c.dep_ == "dobj"]
    with_whom = [o for top in (verb, *things) for c in top.children if c.lower_ in _BETWEEN for o in c.children]
    inner = [i for o in with_whom for c in o.children if c.lower_ == "of" for i in c.children]
    return any(setting.groups.of(o) in _SIDES for o in (*with_whom, *inner))


def _is_between_sides(verb: Token, setting: Setting) -> bool:
    """ "Negotiated with the gunmen", "negotiated the release", "on behalf of the prisoners"; not "negotiated a loan"."""
    for child in verb.children:
        if child.dep_ in ("dobj", "nsubjpass") and lemma_of(child) in _SETTLED:
            return True
        if child.lower_ in ("with", "for") and any(
            lemma_of(o) in _SETTLED or setting.groups.of(o) in _SIDES for o in child.children
        ):
            return True
        if any(lemma_of(o) == "behalf" for o in child.children) and CAPTIVE & setting.story.kinds:
            return True
    return False
