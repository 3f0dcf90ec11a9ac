"""Loose words for custody and flight: "picked up", "led off", "held", "left the town" mean it where the words around do.

An ambulance picks people up, too, and guests leave a town: police who do it, a cell, handcuffs or a prison beside it, or a
story of those who flee make the difference.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extraction.words.clauses import Frame, agent
from sayso.extraction.words.verbs import is_negated

if TYPE_CHECKING:
    from spacy.tokens import Token

    from sayso.extraction.words.groups import Groups

#: Verbs of custody that mean other things as often.
_LOOSE = frozenset(
    "catch give turn surrender pick take lead hold seize drag haul march cart bundle throw sweep keep put place remain".split()
)
#: What shows that police have somebody.
_OF_CUSTODY = frozenset(
    "cell patrol authority custody handcuff handcuffs jail gaol prison cell cells detention questioning interrogation police arrest arrests barracks bars gendarme"
    " gendarmes suspicion remand lockup van vans warrant raid raids prisoner questioned detained arrested policeman policemen constable troops soldiers".split()
)
_CAPTIVE = frozenset("hostage hostages captive captives ransom kidnappers captors".split())
#: Those who fight or come to help cross borders and leave towns for other reasons.
_NO_REFUGEES = frozenset(
    {"attackers", "security_forces", "responders", "hostages", "journalists", "patients", "prisoners"}
)
#: Verbs of flight that mean other things as often.
_GOING = frozenset("leave cross move take camp sleep seek go quit live".split())
_RUNNING = frozenset({"flee", "escape", "run"})
#: How those who did a deed get away from it, and what they are called.
_GETAWAY = frozenset(
    "scene foot car van truck pickup suv vehicle sedan motorcycle motorbike bicycle taxi direction".split()
)
_RUNAWAYS = frozenset(
    "man woman male female suspect gunman shooter assailant robber thief bandit driver youth teen teenager individual they".split()
)
#: What people flee from, and other words of flight.
_OF_FLIGHT = frozenset(
    "riot riots rioting pogrom violence fighting massacre shelling bombing bombardment war flood floods flooding earthquake quake cyclone hurricane"
    " typhoon eruption wildfire wildfires refuge refugee refugees displaced homeless panic exodus evacuated fled flee flight unrest clashes"
    " attacked raided burned burnt looted stormed shelled bombed flooded massacred disturbances troubles attack attacks killings volcano tsunami landslide dam".split()
)
_MEDICAL = frozenset(
    "hospital ward clinic doctor surgeon nurse medic medical infirmary theatre fracture burn wound injury intensive casualty patient".split()
)
#: From what people are brought to a shelter, besides.
_OF_DISASTER = _OF_FLIGHT | frozenset(
    "fire fires blaze leak gas explosion blast bomb bombs evacuation lava ash storm mudslide avalanche collapse collapsed subsidence river levee rain rains"
    " burst".split()
)
#: What captures pictures, and what is captured so.
_CAMERAS = frozenset(
    "camera video footage film image recording photo photograph tape dashcam bodycam cellphone lens surveillance".split()
)
#: In what people are caught that no police caught them in.
_BY_CHANCE = frozenset("in on up under underneath beneath between behind by without amid inside among".split())
_ASIDE = frozenset("back up off out down".split())


def is_meant(slot: str, frame: Frame, group: str | None, groups: Groups) -> bool:
    """Does a loose word tell of custody, or of flight, where it stands?"""
    lemma = frame.head.lemma_.lower()
    if slot == "displaced":
        return _is_flight(frame, group)
    if slot == "injured" and lemma == "admit":
        return _is_of_patients(frame)
    if slot != "arrested" or lemma not in _LOOSE or frame.head.pos_ not in ("VERB", "AUX"):
        return slot != "arrested" or not is_recorded(frame.head)
    if frame.head.lemma_ in _GIVING:
        return _gives_himself(frame)
    if group == "prisoners" and frame.head.lemma_ == "take" and frame.relation == "object":
        return True  # "eighty prisoners were taken"
    return _is_custody(frame, group, groups)


def _is_of_patients(frame: Frame) -> bool:
    """ "53 people had been admitted", in a paragraph of hospitals, and nowhere else than into one."""
    if any(name.endswith(" hospital") for name in frame.names):
        return True
    verb = frame.head
    who = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    if who is not None and who.lemma_.lower() not in _MEDICAL:
        return False  # "the army admitted nine wounded": it owned to them
    where = (o for p in verb.children if p.lower_ in ("to", "into") for o in p.children if o.dep_ == "pobj")
    if frame.relation != "object" or any(o.lemma_.lower() not in _MEDICAL for o in where):
        return False
    return any(token.lemma_.lower() in _MEDICAL for token in verb.doc)


def _is_flight(frame: Frame, group: str | None) -> bool:
    """ "Left 400 without shelter", "sixty neighbours were moved out", and not "took the train"."""
    lemma = frame.head.lemma_.lower()
    is_brought = "move to shelter" in frame.names
    if lemma in _RUNNING and (group == "attackers" or _gets_away(frame.head)):
        return False
    if lemma not in _GOING and not is_brought:
        return True
    if frame.relation == "object" and lemma == "leave":
        return True
    if group in _NO_REFUGEES:
        return False
    # Nobody is moved out who would have moved.
    return (frame.relation == "object" and "move out" in frame.names) or _flees(
        frame.head, _OF_DISASTER if is_brought else _OF_FLIGHT
    )


def _gets_away(verb: Token) -> bool:
    """ "Two men fled in a van", "the suspects fled on foot": from the scene of what they did, and from no home."""
    ways = [o for c in verb.children for o in ((c,) if c.dep_ == "dobj" else c.children) if o.dep_ in ("dobj", "pobj")]
    who = [t.lemma_.lower() for t in verb.lefts if t.dep_ == "nsubj"]
    return any(o.lemma_.lower() in _GETAWAY for o in ways) and any(one in _RUNAWAYS for one in who)


def is_recorded(verb: Token) -> bool:
    """ "Captured by a dashboard camera", "the video captured it": pictures, and nobody."""
    return verb.lemma_ == "capture" and any(t.lemma_.lower() in _CAMERAS for t in verb.subtree)


def _is_custody(frame: Frame, group: str | None, groups: Groups) -> bool:
    """Do police or the words around say that somebody is held?"""
    if group == "hostages" or is_negated(frame.head) or _can(frame.head) or _is_aside(frame.head):
        return False
    if _is_of_the_hurt(frame.head) or _is_caught_in(frame.head):
        return False
    doer = agent(frame.head)
    if doer is not None and frame.relation == "object" and doer.pos_ != "PRON":
        return groups.of(doer) == "security_forces" or doer.lemma_.lower() in _OF_CUSTODY
    words = {token.lower_ for token in frame.head.doc}
    return bool(words & _OF_CUSTODY) and not words & _CAPTIVE


#: Who does these to himself is in custody.
_GIVING = frozenset({"give", "turn", "surrender"})


def _gives_himself(frame: Frame) -> bool:
    """ "Gave himself up", "turned herself in", "600 men surrendered": not what is given, turned in or surrendered."""
    given = next((c for c in frame.head.children if c.dep_ == "dobj"), None)
    if frame.head.lemma_ == "surrender":
        return given is None or given.lower_.endswith(("self", "selves"))
    return given is not None and given.lower_.endswith(("self", "selves"))


def _flees(verb: Token, words: frozenset[str]) -> bool:
    """Does the paragraph tell of what people flee from?"""
    return any(token.lower_ in words for token in verb.doc)


def _is_aside(verb: Token) -> bool:
    """ "Police held back the crowd", "kept them out"."""
    held = verb.lemma_.lower() in ("hold", "keep", "put")
    return held and any(c.dep_ in ("prt", "advmod") and c.lower_ in _ASIDE for c in verb.children)


def _can(verb: Token) -> bool:
    """ "A club that can hold 1,200 people"."""
    return any(c.dep_ == "aux" and c.tag_ == "MD" for c in verb.children)


def _is_caught_in(verb: Token) -> bool:
    """ "Caught in the crossfire", "caught on camera", "caught fire": by what happens, and by nobody."""
    return verb.lemma_ == "catch" and any(
        (c.dep_ in ("prep", "agent", "prt") and c.lower_ in _BY_CHANCE) or c.lower_ in ("fire", "sight", "unawares")
        for c in verb.children
    )


def _is_of_the_hurt(verb: Token) -> bool:
    """ "Taken to hospital in a police van" is no arrest."""
    return any(t.lower_ in ("hospital", "clinic", "ambulance", "safety", "shelter") for t in verb.subtree)
