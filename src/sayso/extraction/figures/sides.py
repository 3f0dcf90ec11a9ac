"""How strong a side was: "the attackers, about 40, came in lorries", "a gang of five", "ninety firemen fought the blaze".

A count of those who can only have come to attack, or to help, answers how many they were, where nothing is told of what befell
them. Soldiers and police come for many reasons: so few of them that they may be anybody are not counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.extraction.drafts import Draft, Setting, token_extent
from sayso.extraction.events.scenes import Scene
from sayso.extraction.figures.free_numbers import free_numbers
from sayso.extraction.words.called import is_of_the_whole
from sayso.extraction.words.clauses import list_head
from sayso.extraction.words.groups import MEMBERS, lemma_of
from sayso.extraction.words.phrases import Phrase
from sayso.extraction.words.verbs import is_negated
from sayso.model import Figure, Qualifier, Relation
from sayso.normalisation import numbers

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Who is told of by this name because of the attack.
_ATTACKERS = frozenset(
    "attacker gunman gunmen assailant raider intruder kidnapper hijacker hostage-taker captor bandit robber pirate skyjacker arsonist masked-man assassin brigand marauder looter".split()
)
_HELPERS = frozenset(
    "firefighter fireman paramedic medic rescuer diver lifeboatman volunteer searcher lifeguard draegerman".split()
)
_FORCES = frozenset(
    "soldier policeman police troop trooper constable guardsman gendarme commando marine dragoon hussar cavalryman infantryman peacekeeper carabiniere carabinieri officer man".split()
)
#: Fewer soldiers than this may be anybody.
_FORCE = 10
#: So many are an army, and came for no one event.
_ARMY = 5000
#: What those do who are no side of anything.
_APART = frozenset(
    "say tell testify report claim resign retire die lose stand charge accuse suspect indict train graduate vote train identify describe remember recall".split()
)
_ROLES = ("nsubj", "nsubjpass", "dobj", "attr", "pobj")
#: What is done to those who come to help; to whom else something is done may have suffered it.
_CALLED = frozenset(
    "send call deploy post station rush summon mobilise mobilize order dispatch bring fly detail draft".split()
)
_QUELLING = frozenset(
    "surround guard end quell suppress search join clear disperse storm cordon seal fight break attend retake crush escort comb accompany reinforce help aid".split()
)
#: Two volunteers may be anybody.
_HANDFUL = 3
#: What soldiers did to others in such a story makes them no helpers.
_OF_FORCES = frozenset({"killing", "war", "coup", "repression", "clash"})
_NAMED = (
    r"attackers|gunmen|raiders|assailants|rebels|insurgents|militants|bandits|hijackers|kidnappers|robbers|terrorists|guerrillas|captors|hostage-takers|intruders|mutineers|pirates"
    r"|police|policemen|constables|soldiers|troops|deputies|guards|commandos|firemen|firefighters|rescuers|divers|volunteers|searchers|rescue workers"
)
#: "The attackers, whom the army put at 40", "hijackers now thought to number four", "the divers, eleven in all".
_SIZE = re.compile(
    rf"\b(?P<who>{_NAMED})\b(?:,? (?P<told>(?:who |which )?(?:now |then |perhaps )?(?:(?:are |were |is )?(?:thought|believed|said|reported) to )?number(?:ed|ing|s)?"
    r"|(?:whom|which|who) [^,.;:\d]{2,40} (?:put|puts|estimated|reckoned|counted|computed)(?: at)?|(?:were |are )?(?:estimated|put|computed|reckoned) at)"
    r"|,(?: there (?:are|were))?| (?:were|are|was))(?: some| about| only| at least| perhaps)? \Z",
    re.IGNORECASE,
)
_IN_ALL = re.compile(
    r",? (?:in (?:number|all)|all told|altogether|strong|of them|together)\b|[- ]strong\b", re.IGNORECASE
)
_ENDS = re.compile(r"[\"'\u201d\u2019]?(?:\s*[.,;:)]|\s*\Z| (?:by|in|at|according|and)\b)")
#: "A gang of five held up the train": bodies that are nothing else.
_GANG = re.compile(
    r"\b(?:an?|the|one|another) (?:\w+ )?(?:gang|band|mob|raiding party|war party|commando group) of (?:some |about |perhaps )?\Z",
    re.IGNORECASE,
)
_TEAM = re.compile(
    r"\b(?:an?|the|one|another) (?:\w+[ -])?(?:rescue|search|relief) (?:party|team|crew|column) of (?:some |about |perhaps )?\Z",
    re.IGNORECASE,
)


def sides(scene: Scene, setting: Setting, made: Sequence[Draft]) -> Iterator[Draft]:
    """The strength of each side that a scene tells; `made` are its other counts."""
    if not scene.numbers or not setting.is_own(scene):
        return
    taken = [*((draft.start, draft.end) for draft in made), *((time.start, time.end) for time in scene.times)]
    for number, found in free_numbers(scene, setting, taken):
        told = _told(scene, setting, number, found) if (number.low or 0) >= 1 else None
        if told is not None:
            yield _draft(scene, setting, (number, found), told)


def _told(scene: Scene, setting: Setting, number: numbers.Number, found: Phrase) -> tuple[str, str] | None:
    """The slot and the group of a count; None where it is of no side."""
    before = scene.words[: number.start]
    general = found.noun is None or setting.groups.of(found.noun) in ("total", "men", "member")
    if general and _GANG.search(before):
        return "attackers", "attackers"
    if general and _TEAM.search(before):
        return "responders", "responders"
    size = _SIZE.search(before)
    if size is not None and found.noun is None and _is_size(scene, number, size):
        return _side(scene, setting, size)
    if found.noun is None or found.noun.i < found.first.i or found.scope in (Relation.PART, Relation.OTHER):
        return None
    return _by_noun(setting, number, found, found.noun)


def _is_size(scene: Scene, number: numbers.Number, size: re.Match[str]) -> bool:
    """Is it said that the number is how many they are? "The gunmen, 24 and 31," may be their ages."""
    if _IN_ALL.match(scene.words, number.end):
        return True
    is_hedged = number.qualifier is not Qualifier.EXACT or size["told"] is not None
    return is_hedged and _ENDS.match(scene.words, number.end) is not None


def _side(scene: Scene, setting: Setting, size: re.Match[str]) -> tuple[str, str] | None:
    at = scene.sent.start_char + size.start("who")
    noun = next((t for t in scene.sent if t.idx == at), None)
    group = setting.groups.of(noun) if noun is not None else ""
    if group == "attackers":
        return "attackers", group
    return ("responders", group) if group in ("security_forces", "responders") else None


def _by_noun(setting: Setting, number: numbers.Number, found: Phrase, noun: Token) -> tuple[str, str] | None:
    """Who can only have come for one thing; of soldiers and police, a force."""
    head = list_head(found.head)
    verb = head.head.head if head.dep_ == "pobj" else head.head
    lemma = lemma_of(noun)
    if head.dep_ == "nsubjpass" and verb.lemma_.lower() not in _CALLED:
        return None
    if verb.lemma_.lower() in _APART or is_negated(verb) or head.dep_ not in (*_ROLES, "ROOT"):
        return None
    if lemma in _ATTACKERS and setting.groups.of(noun) == "attackers":
        # One of them may be any of them: "1 captor reportedly hurt".
        return ("attackers", "attackers") if is_of_the_whole(noun) and number.low != 1 else None
    if lemma in _HELPERS:
        is_told = (number.low or 0) >= _HANDFUL and _acts(head)
        return ("responders", setting.groups.of(noun)) if is_told else None
    if lemma not in _FORCES | MEMBERS or setting.groups.of(noun) != "security_forces":
        return None
    is_force = _FORCE <= (number.low or 0) <= _ARMY and setting.story.type not in _OF_FORCES
    return ("responders", "security_forces") if is_force and _acts(head) else None


def _acts(head: Token) -> bool:
    """Do they do something, or are they sent or had to do it?"""
    if head.dep_ in ("nsubj", "nsubjpass", "ROOT"):
        return True
    if head.dep_ == "attr":
        return any(c.dep_ == "expl" for c in head.head.children)
    if head.dep_ == "dobj":
        return head.head.lemma_.lower() in ("have", "send", "order", "keep", "deploy", "bring", "use", "detail")
    is_by = head.dep_ == "pobj" and head.head.lower_ == "by" and head.head.head.lemma_.lower() in _QUELLING
    return is_by or (head.dep_ == "pobj" and head.head.lower_ == "with")


def _draft(scene: Scene, setting: Setting, one: tuple[numbers.Number, Phrase], told: tuple[str, str]) -> Draft:
    number, found = one
    start, end = scene.start + number.start, scene.start + number.end
    if found.noun is not None and found.noun.i > found.first.i:
        end = max(end, token_extent(scene, [found.noun]).end)
    words = " ".join(setting.document.text[start:end].split())
    figure = Figure(number.low, number.high, "people", number.qualifier, words)
    return Draft(scene, start, end, told[0], told[1], figure, found.head, scope=found.scope, part="")
