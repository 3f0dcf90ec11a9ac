"""Places that a scene of the story names and that are not where it happened: where somebody comes from, was brought, caught or treated.

"Reyes, who is from Gastonia", "was arrested in Atlanta", "is recovering in Jacksonville", "a Veracruz resident said", "the summit
to begin in Cartagena". A place that hangs on a word of the story itself is never one of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extraction.drafts import Setting
from sayso.extraction.events.scenes import Scene
from sayso.extraction.words.people import is_human

if TYPE_CHECKING:
    from spacy.tokens import Token

#: What is done to people and by them before it or after, where they happen to be.
_ELSEWHERE = frozenset(
    "live reside bear grow raise treat recover hospitalize hospitalise recuperate schedule speak call phone telephone file appear work study "
    "meet convene evacuate commemorate designate base attend enrol enroll graduate teach marry bury convict sentence try indict arraign extradite".split()
)
#: What people come together for, and where who is told of is at home: no deed was there.
_GATHERINGS = frozenset(
    "summit conference congress meeting talk negotiation rally ceremony speech visit trial interview exile relative spokesman mass wake vigil funeral convention forum "
    "seminar reception election tour office bureau photo photograph picture mugshot".split()
)
_HOLDING = frozenset({"hold", "host", "stage", "attend", "take"})
#: Where somebody is caught; it is where the story happened only if the story is one of that.
_CAUGHT = frozenset({"arrest", "apprehend", "capture", "book", "detain", "jail"})
#: How people come to a place.
_GOING = frozenset(
    "move travel go fly flee take bring transport return extradite drive head send leave cross come arrive transfer airlift rush immigrate emigrate "
    "sail deport ship release run ply bind commute".split()
)
_SAYING = frozenset("say tell add recall explain think believe describe note report state".split())
#: Who tells of what happened from anywhere; police and hospitals are of the place, as a rule.
_TELLERS = frozenset(
    "spokesman spokeswoman spokesperson source embassy ambassador correspondent bureau representative diplomat envoy analyst exile consulate "
    "delegation communique dispatch".split()
)
_WITHIN = frozenset({"in", "at", "near", "outside", "inside"})
#: Steps from a name up to the word it hangs on.
_HIGHEST = 5


def is_elsewhere(scene: Scene, setting: Setting, place: Token) -> bool:
    """Does a name tell where somebody or something else is, comes from or goes?"""
    own = {trigger.token.i for trigger in scene.triggers if trigger.types != ("arrest",)}
    if place.dep_ in ("compound", "nmod", "poss", "amod"):
        return _speaks(place.head, setting) or is_human(place.head, setting.groups)
    prep = _preposition(place)
    if prep is None or _is_scene(place):
        return False
    return _is_of_a_teller(prep) or _is_off_the_deed(prep, own, setting)


def _is_off_the_deed(prep: Token, own: set[int], setting: Setting) -> bool:
    """Does a place hang on something else than a word of the story?"""
    word, verb = prep.lower_, next((t for t in (prep, *prep.ancestors) if t.pos_ in ("VERB", "AUX")), None)
    if any(t.i in own for t in prep.ancestors if verb is None or t.i == verb.i or verb.is_ancestor(t)):
        return False
    if word in _WITHIN and prep.head.lemma_.lower() in _GATHERINGS:
        return True
    if word == "from":
        return prep.head.pos_ == "AUX" or is_human(prep.head, setting.groups) or prep.head.lemma_.lower() in _GOING
    if word in ("to", "into"):
        return prep.head.lemma_.lower() in _GOING or prep.head.lower_ == "from"
    return word in _WITHIN and verb is not None and _is_off(verb, setting)


def _is_of_a_teller(prep: Token) -> bool:
    """ "A spokesman in Vienna blamed the army", "a source of the embassy in Bern": where somebody is who only tells of it."""
    token = prep
    for _ in range(_HIGHEST):
        if token.dep_ not in ("prep", "pobj", "agent", "compound") or token.head.pos_ in ("VERB", "AUX"):
            return False
        token = token.head
        if token.lemma_.lower() in _TELLERS:
            return True
    return False


def _is_off(verb: Token, setting: Setting) -> bool:
    """Is what was done there no part of the deed?"""
    beside = (c for c in verb.children if c.dep_ in ("advcl", "acomp", "xcomp", "conj") and not _past(c))
    names = {verb.lemma_.lower(), *(c.lemma_.lower() for c in beside)}
    names |= {verb.head.lemma_.lower()} if verb.dep_ == "xcomp" else set()
    around = (c.lemma_.lower() for c in (verb.head, *verb.children) if c.pos_ in ("NOUN", "PROPN"))
    if names & _HOLDING and not _GATHERINGS.isdisjoint(around):
        return True
    return bool(names & _ELSEWHERE) or (bool(names & _CAUGHT) and setting.story.type != "arrest")


def _is_scene(place: Token) -> bool:
    """ "Drove to Ashby, where he shot two men"."""
    return any(c.dep_ == "relcl" and any(w.lower_ == "where" for w in c.children) for c in place.children)


def _past(verb: Token) -> bool:
    """A verb that goes on with another deed."""
    return verb.tag_ == "VBD"


def _preposition(place: Token) -> Token | None:
    token = place
    for _ in range(_HIGHEST):
        if token.dep_ == "pobj":
            return token.head
        if token.dep_ not in ("appos", "conj", "compound", "nmod", "npadvmod"):
            return None
        token = token.head
    return None


def _speaks(noun: Token, setting: Setting) -> bool:
    """ "A Veracruz resident said": who tells of it."""
    if noun.dep_ not in ("nsubj", "dobj") or noun.head.lemma_.lower() not in _SAYING:
        return False
    return is_human(noun, setting.groups)
