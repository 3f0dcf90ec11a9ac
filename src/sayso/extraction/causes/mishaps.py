"""What broke, burst or gave way, and what set gas, fuel or rock going: the direct cause of a disaster, told as its first step.

"A section of the stands gave way", "the river broke through a dyke", "an explosion tore through the deck", "a tremor brought
down rock". What the account names as its event by the same word ("the bridge collapsed") is no cause of itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.extraction.causes.clause import cause_of, clause, is_disaster, noun_phrase, subject_of
from sayso.extraction.drafts import Draft, Setting
from sayso.extraction.events.scenes import Scene
from sayso.extraction.words.groups import lemma_of
from sayso.extraction.words.hedges import hedge
from sayso.extraction.words.people import is_human
from sayso.extraction.words.verbs import is_negated, is_passive

if TYPE_CHECKING:
    from spacy.tokens import Token

_GATE = re.compile(
    r"\b(?:burst\w*|g(?:i|a)ve\w* way|giving way|cav(?:e|ed|ing) in|collapsed|collapses|collapsing|snapp\w+|ruptur\w+|buckl\w+|breach\w*|br(?:o|ea)k\w*|fail(?:ed|s)|gave|crack\w+"
    r"|ignit\w+|set off|setting off|brought down|bringing down|tore|ripped|rocked|carried|fed|fanned|spread|overflow\w*|overtopp\w*|slip\w+|jam\w+|detached|came loose|shift\w*|seep\w*|found its way)\b",
    re.IGNORECASE,
)
#: What holds something up, in or back, and fails.
_HOLDING = frozenset(
    "dam dyke dike levee embankment bund barrier wall bank floodgate sluice tank reservoir pipe pipeline tube valve cable rope chain hook cord"
    " beam girder scaffold scaffolding support pillar column post stand bleacher grandstand railing rail fence gate balcony floor deck stairway"
    " staircase axle wheel tyre tire brake coupling hose boiler cylinder seal weld bolt joint wing engine rudder mast hatch hull door anchor strut"
    " moorings mooring shackle winch hoist crane roof ceiling lock retaining tower gasket fuse ventilator pump stretch section part lashing cargo load".split()
)
_FAILING = frozenset(
    "burst collapse snap rupture buckle breach break fail crack cave give overflow slip detach shift jam tear".split()
)
_BROKEN = frozenset("breach burst rupture overtop".split())
#: Blasts, and how they go through a place.
_BLASTS = frozenset("explosion blast detonation".split())
_GOING_THROUGH = frozenset("tear rip rock shake wreck destroy blow sweep".split())
#: What a spark or a shock sets going.
_SET_GOING = {
    "ignite": frozenset(
        "gas firedamp fuel methane vapour vapor dust petrol oil fume curtain insulation thatch straw timber leak spill powder gasoline hydrogen blaze fire".split()
    ),
    "bring": frozenset("rock roof wall ceiling mountainside hillside slope tree line scaffolding".split()),
    "set": frozenset("gas fire explosion blaze dust stampede panic landslide avalanche rush chain".split()),
    "carry": frozenset("flame fire explosion blast".split()),
    "feed": frozenset("flame fire blaze".split()),
    "fan": frozenset("flame fire blaze".split()),
    "spread": frozenset("flame fire blaze".split()),
    "jam": frozenset("gate exit door stairway passage gangway".split()),
}


def mishaps(scene: Scene, setting: Setting) -> Iterator[Draft]:
    """What failed first, in a scene of a disaster."""
    if setting.story.type is None or not setting.is_own(scene) or not _GATE.search(scene.words):
        return
    if not is_disaster(setting):
        return
    named = {t.token.i for t in scene.triggers if t.token.pos_ == "VERB" and setting.story.type in t.types}
    for verb in scene.sent:
        if verb.pos_ == "VERB" and not is_negated(verb) and hedge(verb) is None:
            yield from _failed(scene, setting, verb, named)
            yield from _set_going(scene, setting, verb)
    yield from (_blast(scene, setting, token) for token in scene.sent if _is_blast(token))


def _failed(scene: Scene, setting: Setting, verb: Token, named: set[int]) -> Iterator[Draft]:
    """ "The embankment burst", "a stretch of the wall caved in", "the river broke through a dyke"."""
    lemma = verb.lemma_.lower()
    subject = subject_of(verb)
    if subject is None or lemma not in _FAILING or verb.tag_ not in ("VBD", "VBN"):
        return
    if lemma == "break":
        through = [o for c in verb.children if c.lower_ == "through" for o in c.children if lemma_of(o) in _HOLDING]
        if through and not is_human(subject, setting.groups):
            yield cause_of(scene, setting, clause(verb), (verb, None, True))
            return
    is_event = verb.i in named and scene.number == 0 and verb.dep_ in ("ROOT", "ccomp", "conj")
    if lemma_of(subject) not in _HOLDING or is_event or not _is_whole_failure(verb, lemma):
        return
    yield cause_of(scene, setting, clause(verb), (verb, None, True))


def _is_whole_failure(verb: Token, lemma: str) -> bool:
    """ "Gave way", "caved in", "broke loose"; not "gave shelter", "broke a record"; a thing that something was done to fails, too."""
    words = {c.lower_ for c in verb.children}
    if lemma == "give":
        return "way" in words
    if lemma == "cave":
        return "in" in words or is_passive(verb)
    if any(c.dep_ == "dobj" for c in verb.children):
        return False
    if lemma == "break":
        return not words & {"out", "into", "for", "up"}
    return not is_passive(verb) or lemma in _BROKEN


def _set_going(scene: Scene, setting: Setting, verb: Token) -> Iterator[Draft]:
    """ "A spark ignited the gas", "firedamp was ignited by an arc", "a tremor brought down rock", "the flame was carried by dust"."""
    things = _SET_GOING.get(verb.lemma_.lower())
    if things is None:
        return
    if verb.lemma_ in ("set", "bring") and not any(c.lower_ in ("off", "down") for c in verb.children):
        return
    agents = [o for c in verb.children if c.dep_ == "agent" for o in c.children if o.dep_ == "pobj"]
    thing = next((c for c in verb.children if c.dep_ == "dobj"), None)
    subject = subject_of(verb)
    if agents:
        if subject is None or (lemma_of(subject) not in things and not _names_gas(subject, things)):
            return
        yield from (_causing(scene, setting, one, verb) for one in agents if _is_thing(one, setting))
    elif (
        thing is not None
        and (lemma_of(thing) in things or verb.lemma_ == "ignite")
        and subject is not None
        and _is_thing(subject, setting)
    ):
        yield _causing(scene, setting, subject, verb)


def _names_gas(subject: Token, things: frozenset[str]) -> bool:
    return bool(
        subject.lower_ in things
        or any(c.lower_ in things for c in subject.subtree if c.dep_ == "pobj")
        or subject.lower_ == "it"
    )


def _is_thing(noun: Token, setting: Setting) -> bool:
    is_word = noun.pos_ == "NOUN" or (noun.pos_ == "PROPN" and noun.is_sent_start and not noun.ent_type_)
    return bool(is_word) and not is_human(noun, setting.groups) and not any(c.tag_ == "WDT" for c in noun.children)


def _causing(scene: Scene, setting: Setting, noun: Token, verb: Token) -> Draft:
    return cause_of(scene, setting, noun_phrase(noun), (verb, None, True))


def _is_blast(noun: Token) -> bool:
    """ "An explosion tore through the deck", "following an explosion that rocked the pit"."""
    if lemma_of(noun) not in _BLASTS or noun.pos_ != "NOUN":
        return False
    verb = noun.head
    if noun.dep_ == "nsubj" and verb.lemma_.lower() in _GOING_THROUGH and verb.tag_ in ("VBD", "VBZ", "VBP"):
        return not is_negated(verb)
    is_after = noun.dep_ == "pobj" and verb.lower_ in ("after", "following", "by")
    return is_after and any(c.dep_ == "relcl" and c.lemma_.lower() in _GOING_THROUGH for c in noun.children)


def _blast(scene: Scene, setting: Setting, noun: Token) -> Draft:
    verb = noun.head
    tokens = clause(verb) if noun.dep_ == "nsubj" else [t for t in noun_phrase(noun) if t.dep_ != "det" or t.i < noun.i]
    return cause_of(scene, setting, tokens, (verb, None, True))
