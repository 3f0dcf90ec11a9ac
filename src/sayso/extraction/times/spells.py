"""Which lengths are of what happened in an event: how long people were held, hurt, sought or helped, burnt, fought or came late.

"They lay four hours under the wall" is one; "she had worked there for 22 years", "a sentence of eight years", "six weeks from
now" and "the report will take a month" are none, wherever they stand.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sayso.extraction.events.scenes import Scene
from sayso.extraction.words.hedges import hedge
from sayso.model import Modality
from sayso.normalisation import durations

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

#: What happens in an incident is told in these; weeks and more only of what goes on ("the fire burned for three weeks").
_SHORT, _LONG = frozenset({"second", "minute", "hour", "day"}), frozenset({"week", "month"})
#: What is done and suffered in an incident, by the verb that a length hangs on.
_ENDURED = frozenset(
    "hold keep detain trap strand stay remain lie sit stand wait hide cling hang drift float survive live last continue go "
    "drag run rage burn smoulder smolder blaze shake rock tremble rain pour blow flow rise bleed suffer fight battle resist "
    "clash shoot fire exchange shell bombard bomb besiege surround block barricade occupy seize cut close shut seal lock "
    "delay stop halt suspend interrupt search look comb dig work tunnel struggle try pull hunt chase pursue negotiate talk question "
    "interrogate beat torture rape loot riot rampage march walk run crawl swim travel climb row sail protest strike refuse stone "
    "pelt throw stand ring sound cry scream call shout wail spend take endure stretch lose hear watch guard patrol clear "
    "evacuate treat operate queue starve down".split()
)
#: What is said to be so long in an incident, by the noun that a length stands before or is "of".
_SPELLS = frozenset(
    "wait delay drive walk march search ordeal blackout silence standstill battle gunbattle gunfight fight fighting firefight shootout "
    "shoot-out exchange standoff stand-off siege chase pursuit operation bombardment shelling shooting rampage attack clash combat "
    "struggle darkness captivity agony terror chaos rain storm downpour blaze fire tremor quake shock flight fall confrontation curfew "
    "truce ceasefire interruption relay shift spell stretch hunt manhunt negotiation talk rescue riot looting mourning".split()
)
#: Of the law, of work and of cures: how long they take says nothing of the event.
_LATER = frozenset(
    "sentence prison jail term custody probation parole service office power funeral mass course season surgery recovery hospital "
    "school career marriage relationship contract suspension leave notice deadline investigation inquiry review trial hearing study "
    "history campaign training rule reign tenure post job".split()
)
#: Who comes out, is found or is reached so long after it began.
_FOUND = frozenset(
    "rescue find bring pull free recover reach dig cut emerge escape walk come crawl climb surface release save free extricate haul leave recede subside reappear".split()
)
_TO_COME = (Modality.PLANNED, Modality.HYPOTHETICAL, Modality.POSSIBLE)
_OFFSET = re.compile(
    r"[- ](?:ago|prior|from (?:now|the)|before|earlier|later|since|away|north|south|east|west|drive\b)", re.IGNORECASE
)
_AFTER = re.compile(r" after\b", re.IGNORECASE)
#: What people are called to do for so long, and what is only supposed of those in danger.
_CALLED = frozenset("strike down stop halt protest refuse lift live survive last stand hold".split())
_NEVER = frozenset({"not", "n't", "never", "nor"})
#: "The papers said sixty hours": what is meant was told before.
_SAID = frozenset({"say", "prefer", "give", "have", "put", "count", "make", "estimate", "mention"})
#: Words of a sentence that is little more than its length; and how far round it another thing is named.
_A_SCRAP, _BESIDE = 12, 6
_LATE = frozenset({"late", "early", "behind", "overdue", "slow"})


def is_of_the_event(scene: Scene, length: durations.Length, span: SpacySpan) -> bool:
    """Is a length that of something done or suffered in the event?"""
    unit, after = length.value.unit, scene.words[length.end : length.end + 24]
    if unit not in _SHORT | _LONG or _OFFSET.match(after):
        return False
    noun = measured(span)
    if noun is not None:
        return noun.lemma_.lower() in _SPELLS and unit in _SHORT
    if any(t.lower_ in _LATE for t in span.doc[span.end : span.end + 2]):
        return True
    verb = _verb(span.root)
    if verb is None:
        return unit in _SHORT and len(scene.sent) <= _A_SCRAP
    is_after = _AFTER.match(after) is not None or span.root.head.lower_ == "after"
    return not is_off(verb, span.root, unit) and (
        (unit in _SHORT and verb.lemma_.lower() in _FOUND) if is_after else _is_told_by(verb, unit, scene)
    )


def is_off(verb: Token, root: Token, unit: str) -> bool:
    """Is it denied, long and only to come, or of the law, of work or of cures?"""
    if any(c.lower_ in _NEVER for c in verb.children):
        return True
    if hedge(verb) in _TO_COME and (unit in _LONG or verb.lemma_.lower() not in _CALLED):
        return True
    return any(t.lemma_.lower() in _LATER for t in verb.subtree if abs(t.i - root.i) <= _BESIDE)


def _is_told_by(verb: Token, unit: str, scene: Scene) -> bool:
    """Is it so long that the verb's subject did or suffered what it says?"""
    lemma = verb.lemma_.lower()
    if unit in _LONG and not {"have", "has", "had"}.isdisjoint(c.lower_ for c in verb.children):
        return False  # "had been warned for weeks" leads up to it
    return lemma in _ENDURED or (unit in _SHORT and (lemma == "be" or (lemma in _SAID and len(scene.sent) <= _A_SCRAP)))


def measured(span: SpacySpan) -> Token | None:
    """The noun that is so long: "a two-hour wait", "five days of combat", "a siege of three days"."""
    last = span[-1]
    following = last.nbor(1) if last.i + 1 < len(last.doc) else None
    if following is not None and following.lower_ == "of":
        return next((c for c in following.children if c.dep_ in ("pobj", "pcomp")), None)
    if span.root.dep_ == "pobj" and span.root.head.lower_ == "of" and span.root.head.head.pos_ == "NOUN":
        return span.root.head.head
    if last.tag_ == "NNS" or following is None:
        return None
    while following.i + 1 < len(last.doc) and (
        following.text == "-" or following.pos_ == "ADJ" or following.nbor(1).pos_ == "NOUN"
    ):
        following = following.nbor(1)
    return following if following.pos_ in ("NOUN", "PROPN") else None


def _verb(token: Token) -> Token | None:
    """The verb that a length hangs on."""
    return next((t for t in token.ancestors if t.pos_ in ("VERB", "AUX")), None)
