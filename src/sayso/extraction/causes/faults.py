"""What was wrong beforehand: exits locked, a crack ignored, a warning not heeded. Told of a disaster, it is told as its cause.

"The owner denied that the ferry was overloaded", "survivors say the doors were chained", "accused the ministry of ignoring a
crack": no word of causing stands there, and every reader takes it as one. Who says so, or denies it, is kept as always.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.extraction.drafts import Draft, Setting, token_extent
from sayso.extraction.events.scenes import Scene
from sayso.extraction.events.story import BEFALLING
from sayso.extraction.words.verbs import is_negated
from sayso.model import Modality, Words

if TYPE_CHECKING:
    from spacy.tokens import Token

_GATE = re.compile(
    r"\b(?:overload\w*|overcrowd\w*|lock\w*|chain\w*|bolt\w*|block\w*|ignor\w+|neglect\w*|negligen\w+|overlook\w*|warn\w+|disregard\w*|fault\w*"
    r"|defect\w*|disable[sd]?|disabling|switch\w* off|turn\w* off|open\w*|fail\w*|smok\w+|report\w+|maintain\w*|train\w+|inspect\w*|repair\w*|licen[cs]\w+|permits?"
    r"|careless\w*|reckless\w*|drunk|speeding|unsafe|corroded|tamper\w*|touch\w*)\b",
    re.IGNORECASE,
)
#: What is a fault whoever suffers it, as a passive or a state; whoever does it; and what is one where it was not done.
_SUFFERED = frozenset(
    "overload overcrowd lock chain bolt block ignore neglect overlook disregard warn disable obstruct corrode tamper".split()
)
_STATES = frozenset(
    "overloaded overcrowded locked chained blocked faulty defective drunk unsafe unlicensed untrained corroded leaking cracked broken".split()
)
_DONE = frozenset("ignore neglect overlook disregard disable tamper".split())
_OMITTED = frozenset("maintain train inspect repair license service clean replace test check close".split())
#: Verbs that make a fault with these things alone.
_WITH = {
    "open": frozenset("gate valve hatch sluice floodgate spillway lock door".split()),
    "touch": frozenset("gate valve brake lever switch".split()),
    "lock": frozenset("door gate exit cabin lifeboat".split()),
    "block": frozenset("exit door outlet escape passage gangway way".split()),
    "switch": frozenset("alarm pump radar ventilator fan detector light siren".split()),
    "turn": frozenset("alarm pump radar ventilator fan detector siren".split()),
    "report": frozenset("smoke gas crack leak smell fault defect hole noise spark fume flaw".split()),
    "notice": frozenset("smoke gas crack leak smell fault defect hole noise spark fume flaw".split()),
}
#: What somebody denies, is blamed for or is found guilty of, by its noun.
_NOUNS = frozenset(
    "negligence carelessness recklessness overloading overcrowding speeding error mismanagement misconduct".split()
)
_OF_NOUNS = frozenset("deny admit cite blame find prove allege confirm".split())
_ACCUSING = frozenset("accuse blame fault criticise criticize suspect".split())
_LONGEST = 24


def faults(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """What a scene of a disaster says was wrong before."""
    if setting.story.type not in _DISASTERS or not setting.is_own(scene) or not _GATE.search(scene.words):
        return
    for token in scene.sent:
        if token.pos_ in ("VERB", "AUX", "ADJ") and _is_fault(token):
            yield _draft(scene, setting, token)
        elif token.lower_ in _NOUNS and token.dep_ == "dobj" and token.head.lemma_.lower() in _OF_NOUNS:
            yield _named(scene, setting, token)


_DISASTERS = BEFALLING | {"fire"}


def _is_fault(token: Token) -> bool:
    """Does a predicate tell of something that was wrong?"""
    if token.lower_ in _STATES and token.dep_ in ("acomp", "oprd", "ccomp") and token.pos_ == "ADJ":
        return True
    if token.pos_ != "VERB" or token.dep_ == "amod":
        return False
    subject = next((c for c in token.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    thing = next((c for c in token.children if c.dep_ == "dobj"), None)
    if subject is not None and subject.tag_ in ("WP", "WDT"):
        return False  # "who opened the gates?"
    if subject is not None and subject.dep_ == "nsubjpass":
        return _is_suffered(token, subject)
    return _is_done(token, subject, thing)


def _is_suffered(verb: Token, subject: Token) -> bool:
    """ "The exits had been blocked", "the crew was not trained", "the ministry had been warned of a crack"."""
    lemma = verb.lemma_.lower()
    if lemma in _OMITTED:
        return is_negated(verb)
    if lemma in _WITH:
        return bool(_named_by(subject) & _WITH[lemma])
    if lemma == "warn":
        return any(c.lower_ in ("of", "about") or c.dep_ == "ccomp" for c in verb.children)
    return lemma in _SUFFERED


def _is_done(verb: Token, subject: Token | None, thing: Token | None) -> bool:
    """ "Guards locked the gate", "ignored a crack", "the captain failed to slow down"."""
    lemma = verb.lemma_.lower()
    if thing is not None and lemma in _WITH:
        return bool(_named_by(thing) & _WITH[lemma]) and verb.tag_ in ("VBD", "VBN", "VBG")
    if thing is not None:
        return lemma in _DONE
    is_failing = lemma == "fail" and any(c.dep_ == "xcomp" for c in verb.children)
    return subject is not None and (is_failing or (lemma == "smoke" and any(c.dep_ == "aux" for c in verb.children)))


def _named_by(noun: Token) -> set[str]:
    """The thing itself, or what "two of the gates" is of."""
    inner = (o for c in noun.children if c.lower_ == "of" for o in c.children if o.dep_ == "pobj")
    return {noun.lemma_.lower(), *(one.lemma_.lower() for one in inner)}


def _draft(scene: Scene, setting: Setting, verb: Token) -> Draft:
    """The clause in its own words, from its subject to its end; what follows in a further clause is not of it."""
    top = verb.head if verb.pos_ == "ADJ" and verb.dep_ in ("acomp", "oprd") else verb
    left = [c for c in top.children if c.dep_ in ("nsubj", "nsubjpass")]
    right = [c for c in (*top.children, *verb.children) if c.i > verb.i and c.dep_ in _KEPT]
    first = left[0].left_edge.i if left else verb.i
    last = max([verb.i, *(min(c.right_edge.i, _cut(c)) for c in right)])
    tokens = [t for t in verb.doc[first : last + 1] if not t.is_space][:_LONGEST]
    while tokens and tokens[-1].is_punct:
        tokens.pop()
    accuser = verb.head.head if verb.dep_ == "pcomp" else None
    accused = accuser is not None and accuser.lemma_.lower() in _ACCUSING
    holds = not (is_negated(top) and verb.lemma_.lower() not in _OMITTED) and not _is_of_none(left)
    modality = Modality.ALLEGED if accused else None
    head = accuser if accused and accuser is not None else top
    return _told(scene, setting, tokens, (head, modality, holds))


_KEPT = ("prep", "dobj", "prt", "advmod", "xcomp", "acomp", "oprd", "agent", "npadvmod", "neg")


def _cut(token: Token) -> int:
    """Where a clause about a part of the fault begins ("a crack that sailors had reported")."""
    inner = [t.left_edge.i for t in token.subtree if t.dep_ in ("relcl", "advcl", "conj") and t.pos_ in ("VERB", "AUX")]
    return min(inner) - 1 if inner else token.right_edge.i


def _is_of_none(subjects: list[Token]) -> bool:
    """ "No gate was touched"."""
    return any(c.lower_ in ("no", "none", "neither") for s in subjects for c in (s, *s.children))


def _named(scene: Scene, setting: Setting, noun: Token) -> Draft:
    """ "Denied negligence": a fault by its noun."""
    tokens = [t for t in noun.subtree if t.i <= noun.i or t.dep_ in ("prep", "pobj", "compound", "det")]
    denied = noun.head.lemma_.lower() == "deny" and not is_negated(noun.head)
    return _told(scene, setting, tokens, (noun.head, Modality.DENIED if denied else None, True))


def _told(scene: Scene, setting: Setting, tokens: list[Token], how: tuple[Token, Modality | None, bool]) -> Draft:
    head, modality, holds = how
    at = token_extent(scene, tokens)
    words = " ".join(setting.document.text[at.start : at.end].split())
    return Draft(scene, at.start, at.end, "cause", None, Words(words), head, modality=modality, part="", holds=holds)
