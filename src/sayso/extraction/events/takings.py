"""Takings told without a word for them: "gunmen seized a ferry", "the hijackers", "their captors"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.extraction.events.scenes import Scene
from sayso.extraction.words.called import bears_arms
from sayso.extraction.words.clauses import agent
from sayso.extraction.words.groups import Groups

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Who is called after what he does.
_TAKERS = {
    "hijacker": "hijacking",
    "skyjacker": "hijacking",
    "kidnapper": "kidnapping",
    "abductor": "kidnapping",
    "captor": "hostage_taking",
    "taker": "hostage_taking",
}
_SEIZING = frozenset("seize hold occupy storm".split())
#: What holds people, and is held with them.
_HOLDING = frozenset(
    "plane airliner airplane aircraft jet jetliner boeing airbus helicopter ship ferry liner freighter tanker yacht boat vessel trawler train bus coach "
    "tram minibus embassy consulate mission school kindergarten bank prison jail gaol penitentiary hospital clinic church mosque cathedral temple hotel "
    "theatre theater cinema courthouse courtroom studio classroom flight parliament".split()
)


def takings(scene: Scene, groups: Groups) -> Iterator[str]:
    """The types of taking that a sentence tells of by who did it, or by what armed men seized."""
    if "seiz" in scene.words or "held" in scene.words or "hold" in scene.words or "occup" in scene.words:
        yield from ("hostage_taking" for token in scene.sent if _is_seizure(token, groups))
    if "er" in scene.words or "or" in scene.words:
        yield from (
            _TAKERS[t.lemma_.lower()]
            for t in scene.sent
            if t.lemma_.lower() in _TAKERS and t.pos_ == "NOUN" and _is_taker(t)
        )


def _is_taker(noun: Token) -> bool:
    """ "Hostage-takers", and no other takers."""
    return noun.lemma_.lower() != "taker" or any(t.lower_ == "hostage" for t in noun.doc[max(noun.i - 2, 0) : noun.i])


def _is_seizure(verb: Token, groups: Groups) -> bool:
    if verb.pos_ != "VERB" or verb.lemma_ not in _SEIZING:
        return False
    thing = next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")), None)
    doer = agent(verb)
    if doer is not None and doer.tag_ in ("WP", "WDT"):
        doer = verb.head
    if doer is None and verb.dep_ in ("acl", "csubj"):
        doer = verb.head if verb.dep_ == "acl" else next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if thing is None or doer is None or thing.lemma_.lower() not in _HOLDING:
        return False
    return groups.of(doer) == "attackers" or bears_arms(doer)
