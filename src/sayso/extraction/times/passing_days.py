"""The day of an event told in passing: a time is its beginning only where a word of the event or of harm stands in its clause.

"The house was built in 1998", "the debate of last night": what such a time dates is no incident, and nothing is claimed of it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.extraction.drafts import Draft
from sayso.extraction.events.scenes import Scene, Time
from sayso.extraction.times.other_days import LATER, beside
from sayso.extraction.times.stretches import bounded_edge
from sayso.extraction.words.hedges import hedge
from sayso.model import Modality

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Tokens between a date and the word it dates, where the sentence has no verb.
_NEAR = 14
#: What is only planned or supposed began nothing.
_TO_COME = (Modality.PLANNED, Modality.HYPOTHETICAL)
_CLAUSES = frozenset({"relcl", "advcl", "ccomp", "conj", "acl"})
#: What is said and done about an event when it is over, beside the verbs of courts and mourners.
_ABOUT = LATER | frozenset(
    "charge file serve issue release announce report say tell write publish visit note admit sign expect promise advise warn "
    "support oppose vote debate campaign".split()
)
#: How a year stands before a thing.
_MAKES = frozenset({"nummod", "compound", "amod", "nmod"})
#: Vehicles by kind and by make.
_DRIVEN = re.compile(
    r"\b(?:cars?|trucks?|pickups?|vans?|minivans?|suvs?|sedans?|coupes?|jeeps?|motorcycles?|bus(?:es)?|models?|chevrolet|chevy|dodge|"
    r"ford|toyota|honda|nissan|gmc|buick|pontiac|cadillac|chrysler|hyundai|kia|mazda|bmw|mercedes|volkswagen|audi|lexus|acura|mercury|"
    r"lincoln|subaru|volvo|fiat|renault|peugeot|harley|tahoe|impala|mustang|camry)\b",
    re.IGNORECASE,
)


def passing_days(scene: Scene, time: Time, token: Token) -> tuple[Draft, ...]:
    """The beginning of an event told in passing; only a date of it where no word of an event is dated by the time."""
    when = time.when
    if when is None or (when.earliest is None and when.latest is None) or is_a_make(token):
        return ()
    is_told = when.earliest is not None and when.latest is not None  # "by 1996" bounds a time, and does not tell it
    when = bounded_edge(time) or when
    slot = "date_start" if is_told and _is_dated(scene, token) else "date"
    return (Draft(scene, time.start, time.end, slot, None, when, token),)


def is_a_make(token: Token) -> bool:
    """ "His 2012 pickup", "the 2015 graduate": the year tells a thing from others of its kind."""
    return (
        token.dep_ in _MAKES
        and token.head.i > token.i
        and _DRIVEN.search(token.doc[token.i : token.head.i + 3].text) is not None
    )


def _is_dated(scene: Scene, token: Token) -> bool:
    """Does a word of an event or of harm stand in the clause of a time?"""
    named = {trigger.token.i for trigger in scene.triggers}
    if token.dep_ in _MAKES and token.head.pos_ in ("NOUN", "PROPN") and token.head.i > token.i:
        return token.head.i in named
    verb = next((t for t in (token, *token.ancestors) if t.pos_ in ("VERB", "AUX")), None)
    if verb is None:
        return scene.tells_harm or any(abs(i - token.i) <= _NEAR for i in named)
    if hedge(verb) in _TO_COME:
        return False
    if verb.lemma_.lower() in _ABOUT and verb.i not in named:
        return beside(token, scene.triggers) is not None
    above = {verb.i, *(t.i for t in verb.ancestors if t.pos_ in ("VERB", "AUX"))}
    return bool(named & above) or scene.tells_harm or any(_in_clause(scene.sent.doc[i], verb) for i in named)


def _in_clause(token: Token, verb: Token) -> bool:
    """Does a word stand in the clause of a verb, with no other clause between?"""
    for head in token.ancestors:
        if head.i == verb.i:
            return True
        if head.dep_ in _CLAUSES and head.pos_ == "VERB" and head.tag_ != "VBG":
            return False
    return False
