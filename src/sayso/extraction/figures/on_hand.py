"""Who was there when it happened: what a ship carried, a hall held, a train went with; who sat, stood or waited in a place.

No word says what befell them. The place they were in does not either, unless it is a place where the event may strike: whoever
is in hospital or in prison is not told of here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.extraction.drafts import Draft, Setting, token_extent
from sayso.extraction.events.scenes import Scene
from sayso.extraction.figures.free_numbers import free_numbers
from sayso.extraction.words.clauses import list_head
from sayso.extraction.words.groups import lemma_of
from sayso.extraction.words.phrases import Phrase
from sayso.model import Figure, Relation
from sayso.normalisation import numbers

if TYPE_CHECKING:
    from spacy.tokens import Token

#: What goes with people in it, and what holds them.
_VENUES = frozenset(
    "ship liner steamer steamship ferry boat vessel barge launch brig schooner frigate trawler canoe raft dinghy lifeboat tug train express tram bus coach minibus carriage wagon "
    "car lorry truck van plane aircraft airliner aeroplane airplane jet flight helicopter balloon lift cage cable-car gondola hall theatre theater cinema club nightclub disco "
    "church chapel mosque temple synagogue school classroom dormitory hostel hotel inn tavern pub restaurant cafe hut shelter cellar basement bunker tent ward stand stadium "
    "arena circus market mall store factory mill workshop warehouse pit mine shaft gallery tunnel face level tower block building house barracks barrack room hospital orphanage".split()
)
#: Where else people may be when it happens.
_GROUNDS = frozenset(
    "square street road bridge stair stairs staircase step platform deck roof terrace hill slope field beach quay pier jetty embankment bank ground playground courtyard "
    "yard park lawn pitch track queue line crossing concourse lobby corridor balcony gallery scaffold scaffolding rig site meadow plaza bazaar fair wedding feast mass service "
    "meeting rally funeral concert dance party show match race performance shift board".split()
)
_HOLDING = frozenset("carry hold house lower contain accommodate take transport convey seat sleep".split())
_BEING = frozenset(
    "wait stand sit sleep queue work dine dance pray rest travel ride eat play shop swim picnic camp bathe worship lie".split()
)
#: What has so many whether they are in or not.
_ENROLLING = frozenset("school hotel inn hospital building block mine pit mill factory store market mall".split())
_FILLING = frozenset("fill pack crowd throng jam cram occupy attend board".split())
_WHERE = frozenset("in on at inside aboard below beneath within atop".split())
#: Who is counted because they were there.
_OCCUPANTS = frozenset(
    "passenger crew crewman pupil schoolchild schoolboy schoolgirl worshipper guest patient infant inmate spectator holidaymaker tourist worker hand soul miner commuter pilgrim "
    "traveller traveler occupant employee tenant diner shopper boarder lodger excursionist churchgoer sailor seaman steward stewardess student prisoner".split()
)
#: Of these so few may be anybody, and nobody's strength.
_FEW = 5
#: So many people without a noun are nobody's parts: "fifteen were on the plane" may be fifteen of the dead.
_CROWDED = 50
_OTHER_SIDES = ("attackers", "security_forces", "responders", "hostages")
#: Behind the count, what says that something befell them after all.
_HARMED = re.compile(
    r"[^.;:,]{0,30}\b(?:dead|killed|injured|wounded|hurt|missing|trapped|injuries|burns|survived|died|drowned|arrested|rescued|saved)\b",
    re.IGNORECASE,
)
_WE_WERE = re.compile(r"\b(?:we (?:were|was)|there (?:were|was)) (?:then |about |some |only |just )?\Z", re.IGNORECASE)
_OF_US = re.compile(
    r"(?P<us> of us)?(?P<rest> (?:in|on|at|aboard|under|inside|below|to|when|altogether|all told|that (?:day|night|morning))\b|[,.;:]|\Z)"
)
#: "The crowd, put by the police at 9,000", "the procession had swelled to 5,000", "crowd est. 150".
_CROWD = re.compile(
    r"\b(?:crowds?|procession|demonstration|march|rally|gathering|audience|congregation|turnout|attendance|demonstrators|protesters|marchers|mourners|spectators|strikers|worshippers)\b"
    r"[^.;:\d]{0,40}?\b(?:est\.?|(?:estimated|reckoned|computed|put|counted|given|stood|stands) [^.;:\d]{0,24}?(?:at|as)|(?:swelled|swollen|grew|grown|risen|rose|shrank|dwindled) to"
    r"|(?<=crowd )at|(?<=crowds )at|(?<=procession )at|(?<=demonstrators )at|(?<=marchers )at|number(?:s|ed|ing)|total(?:s|led|ling)|of(?: at (?:least|most))?(?: some| about| around)?) (?:some |about |over )?\Z",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"[\"'\u201d\u2019]?(?: (?:people|persons|souls|strong|men|in number)\b|\s*[.,;:)]|\s*\Z| (?:and|by|at|in|on|outside|gathered|more or less)\b)"
)
_GATE = re.compile(
    r"\b(?:carr(?:y|ied|ying)|h[eo]ld(?:ing|s)?|hous(?:ed|es|ing)|lowered|contained|accommodated|taking|took|transporting|convey(?:ed|ing)|with|there|were|was|are|[Ww]e|had|filled|packed|boarded|thronged|crowds?|procession|march(?:ers)?|rally|demonstrations?|demonstrators"
    r"|mourners|spectators|strikers|audience|congregation|gathering|turnout|attendance|protesters|worshippers|wait\w*|st(?:and|ood)\w*|sat|sitting|slept|sleeping|work\w*|queues?|queued|queuing|queueing)\b"
)


def on_hand(scene: Scene, setting: Setting, made: Sequence[Draft]) -> Iterator[Draft]:
    """The people of a scene who were there; `made` are its other counts."""
    if not scene.numbers or not setting.is_own(scene) or not _GATE.search(scene.words):
        return
    taken = [*((draft.start, draft.end) for draft in made), *((time.start, time.end) for time in scene.times)]
    for number, found in free_numbers(scene, setting, taken):
        if _is_there(scene, setting, number, found):
            yield _draft(scene, setting, number, found)


def _is_there(scene: Scene, setting: Setting, number: numbers.Number, found: Phrase) -> bool:
    noun = found.noun
    before = scene.words[: number.start]
    if _CROWD.search(before) and _ENDS.match(scene.words, number.end):
        return noun is None or setting.groups.of(noun) not in _OTHER_SIDES
    if noun is None or noun.i < found.first.i:
        told = _WE_WERE.search(before)
        rest = _OF_US.match(scene.words, number.end) if told is not None else None
        if noun is None and told is None:
            is_crowd = (number.low or 0) >= _CROWDED and not _HARMED.match(scene.words, number.end)
            return is_crowd and _is_somewhere(found.head, number)
        return rest is not None and (
            rest["us"] is not None or (told is not None and told.group().lower().startswith("we"))
        )
    end = noun.idx + len(noun) - scene.sent.start_char
    if setting.groups.of(noun) in _OTHER_SIDES or found.scope is Relation.PART or _HARMED.match(scene.words, end):
        return False
    head = list_head(found.head)
    return _is_held(head) or _fill(head) or _is_with(head) or _is_somewhere(head, number) or _are_there(head)


def _is_held(head: Token) -> bool:
    """ "The ward held 17 infants", "a boat carrying 83 people", "a liner that took 300 emigrants"."""
    verb = head.head
    is_had = verb.lemma_ == "have" and lemma_of(head) in _OCCUPANTS
    if head.dep_ != "dobj" or not (is_had or verb.lemma_.lower() in _HOLDING):
        return False
    if verb.dep_ in ("acl", "relcl"):
        return lemma_of(verb.head) in _VENUES
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    return subject is not None and lemma_of(subject) in _VENUES


def _fill(head: Token) -> bool:
    """ "Five hundred worshippers filled the church", "eighty men boarded the train"."""
    verb = head.head
    filled = (c for c in verb.children if c.dep_ == "dobj")
    return (
        head.dep_ == "nsubj"
        and verb.lemma_.lower() in _FILLING
        and any(lemma_of(c) in _VENUES | _GROUNDS for c in filled)
    )


def _is_with(head: Token) -> bool:
    """ "The plane, with 173 passengers and 12 crew, was seized", "a boat left with 83 people"."""
    prep = head.head
    if head.dep_ != "pobj" or prep.lower_ != "with":
        return False
    governor = prep.head
    if governor.pos_ in ("NOUN", "PROPN"):
        return lemma_of(governor) in _VENUES - _ENROLLING
    subject = next((c for c in governor.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    return subject is not None and lemma_of(subject) in _VENUES


def _is_somewhere(head: Token, number: numbers.Number) -> bool:
    """ "Some two thousand pilgrims were on the stair", "40 people were waiting on the platform"."""
    verb = head.head
    if head.dep_ != "nsubj" or (number.low or 0) < _FEW:
        return False
    if verb.lemma_ == "be":
        if any(c.dep_ in ("attr", "acomp", "neg", "expl") or c.lower_ == "still" for c in verb.children):
            return False
    elif verb.lemma_.lower() not in _BEING or verb.tag_ not in ("VBG", "VBD"):
        return False
    return any(_is_ground(c) for c in verb.children)


def _is_ground(prep: Token) -> bool:
    if prep.dep_ != "prep" or prep.lower_ not in _WHERE:
        return False
    where = next((c for c in prep.children if c.dep_ == "pobj"), None)
    return where is not None and lemma_of(where) in (_VENUES | _GROUNDS) - {"hospital"}


def _are_there(head: Token) -> bool:
    """ "There were 463 passengers and 80 crew aboard"."""
    verb = head.head
    is_told = head.dep_ in ("attr", "nsubj") and verb.lemma_ == "be" and any(c.dep_ == "expl" for c in verb.children)
    return is_told and lemma_of(head) in _OCCUPANTS


def _draft(scene: Scene, setting: Setting, number: numbers.Number, found: Phrase) -> Draft:
    start, end = scene.start + number.start, scene.start + number.end
    noun = found.noun if found.noun is not None and found.noun.i > found.first.i else None
    if noun is not None:
        end = max(end, token_extent(scene, [noun]).end)
    words = " ".join(setting.document.text[start:end].split())
    figure = Figure(number.low, number.high, "people", number.qualifier, words)
    group = setting.groups.of(noun) if noun is not None else "total"
    return Draft(scene, start, end, "present", group, figure, found.head, scope=found.scope, part="")
