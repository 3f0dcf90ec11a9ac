"""What was wrong beforehand: exits locked, a crack ignored, a warning not heeded. Told of a disaster, it is told as its cause.

"The owner denied that the ferry was overloaded", "survivors say the doors were chained", "accused the ministry of ignoring a
crack": no word of causing stands there, and every reader takes it as one. Who says so, or denies it, is kept as always.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.extraction.causes.clause import cause_of, clause, is_disaster, noun_phrase, subject_of
from sayso.extraction.drafts import Draft, Setting
from sayso.extraction.events.scenes import Scene
from sayso.extraction.words.groups import lemma_of
from sayso.extraction.words.verbs import is_negated
from sayso.model import Modality

if TYPE_CHECKING:
    from spacy.tokens import Token

_GATE = re.compile(
    r"\b(?:overload\w*|overcrowd\w*|(?:pad)?lock\w*|secured with|kept (?:closed|shut|locked)|should have|chain\w*|bolt\w*|block\w*|ignor\w+|neglect\w*|negligen\w+|overlook\w*|warn\w+|disregard\w*|fault\w*"
    r"|defect\w*|disable[sd]?|disabling|switch\w* off|turn\w* off|open\w*|fail\w*|smok\w+|report\w+|maintain\w*|train\w+|inspect\w*|repair\w*|licen[cs]\w+|permits?"
    r"|careless\w*|reckless\w*|drunk|speeding|unsafe|corroded|tamper\w*|touch\w*)\b",
    re.IGNORECASE,
)
#: What is a fault whoever suffers it, as a passive or a state; whoever does it; and what is one where it was not done.
_SUFFERED = frozenset(
    "overload overcrowd lock padlock chain bolt block ignore neglect overlook disregard warn disable obstruct corrode tamper".split()
)
_STATES = frozenset(
    "overloaded overcrowded locked padlocked chained blocked faulty defective drunk unsafe unlicensed untrained corroded leaking cracked broken".split()
)
_DONE = frozenset("ignore neglect overlook disregard disable tamper".split())
_OMITTED = frozenset("maintain train inspect repair license service clean replace test check close".split())
#: Verbs that make a fault with these things alone.
_WITH = {
    "open": frozenset("gate valve hatch sluice floodgate spillway lock door".split()),
    "padlock": frozenset("door gate exit cabin turnstile".split()),
    "touch": frozenset("gate valve brake lever switch".split()),
    "lock": frozenset("door gate exit cabin lifeboat".split()),
    "block": frozenset("exit door outlet escape passage gangway way".split()),
    "switch": frozenset("alarm pump radar ventilator fan detector light siren".split()),
    "turn": frozenset("alarm pump radar ventilator fan detector siren".split()),
    "report": frozenset("smoke gas crack leak smell fault defect hole noise spark fume flaw".split()),
    "notice": frozenset("smoke gas crack leak smell fault defect hole noise spark fume flaw".split()),
}
#: What should have been done to a thing, or by it, before it failed.
_OWED = frozenset(
    "close shut stop wait slow evacuate inspect replace repair renew remove demolish take ground warn evacuate lock open test drain"
    " reinforce maintain check cancel halt brake turn clear cut fence".split()
)
#: What is shut that should be open.
_SHUT = frozenset("gate door exit sluice valve hatch floodgate spillway turnstile window".split())
#: What people fail to do without any fault.
_IN_VAIN = frozenset(
    "appear get find return answer reach contact force persuade convince win materialise materialize arrive show respond agree pass"
    " save revive halt stem contain make".split()
)
#: What somebody denies, is blamed for or is found guilty of, by its noun.
_NOUNS = frozenset(
    "negligence carelessness recklessness overloading overcrowding speeding error mismanagement misconduct".split()
)
_OF_NOUNS = frozenset("deny admit cite blame find prove allege confirm".split())
_ACCUSING = frozenset("accuse blame fault criticise criticize suspect".split())


def faults(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """What a scene of a disaster says was wrong before."""
    if setting.story.type is None or not setting.is_own(scene) or not _GATE.search(scene.words):
        return
    if not is_disaster(setting):
        return
    for token in scene.sent:
        if token.pos_ in ("VERB", "AUX", "ADJ") and _is_fault(token):
            yield _draft(scene, setting, token)
        elif token.lower_ in ("locking", "padlocking", "chaining", "blocking", "bolting") and _is_of_exits(token):
            yield cause_of(scene, setting, noun_phrase(token), (token.head, None, True))
        elif token.lower_ in _NOUNS and token.dep_ == "dobj" and token.head.lemma_.lower() in _OF_NOUNS:
            yield _named(scene, setting, token)


def _is_fault(token: Token) -> bool:
    """Does a predicate tell of something that was wrong?"""
    if token.lower_ in _STATES and token.dep_ in ("acomp", "oprd", "ccomp") and token.pos_ == "ADJ":
        return True
    if token.pos_ != "VERB" or token.dep_ == "amod":
        return False
    subject = next((c for c in token.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    thing = next((c for c in token.children if c.dep_ == "dobj"), None)
    if thing is None and token.lemma_ in ("switch", "turn"):
        off = (c for c in token.children if c.lower_ == "off")
        thing = next((o for c in off for o in c.children if o.dep_ == "pobj"), None)
    if subject is not None and subject.tag_ in ("WP", "WDT"):
        return False  # "who opened the gates?"
    if token.dep_ == "xcomp" and token.lemma_ == "secure" and token.head.lemma_ == "find":
        subject = token
    if subject is not None and (subject.dep_ == "nsubjpass" or token.lemma_ in ("keep", "secure")):
        return _is_owed(token, subject) or _is_suffered(token, subject)
    return _is_owed(token, subject) or _is_done(token, subject, thing)


def _is_owed(verb: Token, subject: Token | None) -> bool:
    """ "The bridge should have been closed in March": what was not done, of a thing or of those who run it."""
    helping = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    told = "should" in helping and "have" in helping and subject is not None and subject.pos_ == "NOUN"
    return told and verb.lemma_ in _OWED and not is_negated(verb)


def _is_of_exits(deed: Token) -> bool:
    """ "The padlocking of the only exit"."""
    of = (o for c in deed.children if c.lower_ == "of" for o in c.children)
    return deed.dep_ not in ("amod", "compound") and any(
        lemma_of(o) in _SHUT | {"outlet", "stairway", "gangway"} for o in of
    )


def _is_suffered(verb: Token, subject: Token) -> bool:
    """ "The exits had been blocked", "the crew was not trained", "the ministry had been warned of a crack"."""
    lemma = verb.lemma_.lower()
    if lemma in _OMITTED:
        return is_negated(verb)
    if lemma == "secure":
        return any(
            c.lower_ == "with" and any(o.lemma_ in ("chain", "padlock", "bolt", "wire") for o in c.children)
            for c in verb.children
        )
    if lemma == "keep":
        shut = any(c.lower_ in ("closed", "shut", "locked") for c in verb.children)
        return shut and bool(_named_by(subject) & _SHUT)
    if lemma in _WITH:
        return bool(_named_by(subject) & (_WITH[lemma] | ({"it", "they"} if lemma == "lock" else set())))
    if lemma == "warn":
        return any(c.lower_ in ("of", "about") or c.dep_ == "ccomp" for c in verb.children)
    return lemma in _SUFFERED


def _is_done(verb: Token, subject: Token | None, thing: Token | None) -> bool:
    """ "Guards locked the gate", "ignored a crack", "the captain failed to slow down"."""
    lemma = verb.lemma_.lower()
    if thing is not None and lemma in _WITH:
        return bool(_named_by(thing) & _WITH[lemma]) and verb.tag_ in ("VBD", "VBN", "VBG")
    if thing is not None:
        can_not = is_negated(verb) and lemma in _DONE
        return lemma in _DONE and not can_not and not (lemma == "overlook" and thing.pos_ == "PROPN")
    is_failing = lemma == "fail" and any(c.dep_ == "xcomp" and c.lemma_ not in _IN_VAIN for c in verb.children)
    return subject is not None and (is_failing or (lemma == "smoke" and any(c.dep_ == "aux" for c in verb.children)))


def _named_by(noun: Token) -> set[str]:
    """The thing itself, or what "two of the gates" is of."""
    inner = (o for c in noun.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj")
    return {noun.lemma_.lower(), *(one.lemma_.lower() for one in inner)}


def _draft(scene: Scene, setting: Setting, verb: Token) -> Draft:
    """The fault in the words of its clause, with what holds of it."""
    top = verb.head if verb.pos_ == "ADJ" and verb.dep_ in ("acomp", "oprd") else verb
    subject = subject_of(top)
    accuser = verb.head.head if verb.dep_ == "pcomp" else None
    accused = accuser is not None and accuser.lemma_.lower() in _ACCUSING
    holds = not (is_negated(top) and verb.lemma_.lower() not in _OMITTED) and not _is_of_none(subject)
    owed = Modality.ASSERTED if _is_owed(verb, subject) else None
    modality = Modality.ALLEGED if accused else owed
    head = accuser if accused and accuser is not None else top
    return cause_of(scene, setting, clause(verb, top), (head, modality, holds))


def _is_of_none(subject: Token | None) -> bool:
    """ "No gate was touched"."""
    words = (subject, *subject.children) if subject is not None else ()
    return any(c.lower_ in ("no", "none", "neither") for c in words)


def _named(scene: Scene, setting: Setting, noun: Token) -> Draft:
    """ "Denied negligence": a fault by its noun."""
    tokens = [t for t in noun.subtree if t.i <= noun.i or t.dep_ in ("prep", "pobj", "compound", "det")]
    denied = noun.head.lemma_.lower() == "deny" and not is_negated(noun.head)
    return cause_of(scene, setting, tokens, (noun.head, Modality.DENIED if denied else None, True))
