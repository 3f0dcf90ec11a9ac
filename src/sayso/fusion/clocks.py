"""Times of day that answer one question: when it began, when help or troops came, when something left.

Most hours of an account answer no question of another's. "The march set out at noon" and "the shooting began at five" stand
beside each other; "the shooting began at five" and "it broke out at three" do not. What an hour is of is read in the words
around it; an account that gives one question two hours itself answers neither.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from sayso.fusion.scene import Scene
from sayso.model import Claim, When

SLOT = "time"
_EVENT = (
    r"(?:attack|raid|assault|violence|riots?|rioting|disturbances?|unrest|clash(?:es)?|shooting|firing|fighting|battle|accident|collision"
    r"|crash|explosions?|blast|fire|blaze|(?:earth)?quake|tremor|shock|flood(?:ing)?|collapse|landslide|avalanche|siege|stand-?off|massacre"
    r"|killings?|trouble|bombing|bomb|storm|stampede|crush|derailment|disaster|tragedy|incident|outbreak|breach|mutiny|riot|pogrom|looting"
    r"|ambush|robbery|wave|eruption|hijack(?:ing)?|sinking|wreck|detonation|incident)"
)
_BEGAN = r"(?:began|begun|started|broke out|erupted|flared(?: up)?|happened|occurred|transpired|took place|set in|came|went off|struck|hit|commenced)"
# What begins with a noun of what happened, what there was one of, and what only an event does.
_ONSETS = re.compile(
    rf"\b{_EVENT}\b(?:[^.;:,]{{0,40}}?,[^.;:,]{{0,60}}?,)?(?: \w+){{0,4}}? {_BEGAN}\b"
    rf"|\bthere was (?:an?|one|the) (?:\w+ )?{_EVENT}\b"
    r"|\b(?:collided|derailed|exploded|detonated|burst|caved in|gave way|capsized|crashed|breached|breaching|breach opened|blew up"
    r"|let go|opened fire|began (?:shooting|firing)|(?:gunmen|raiders|rebels|attackers|militiamen|insurgents|assailants|bandits|elements"
    r"|mob|crowd|rioters|men|fighters|terrorists|guerrillas)\b[^.;:]{0,60}?\b(?:attacked|struck|stormed|raided|descended|burst))\b",
    re.IGNORECASE,
)
_ARRIVED = r"(?:arrived|came|reached|were on the spot|was on the spot|were on the scene|was on the scene|got there|turned up|moved in|appeared)"
_WHO: Mapping[str, str] = {
    "soldiers": r"(?:troops|soldiers|the army|the military|army units?|reinforcements)",
    "police": r"(?:police|policemen|officers|constables|gendarmes)",
    "help": r"(?:firemen|firefighters|fire engines?|fire brigade|rescuers|ambulances?|rescue teams?|paramedics|helicopters?)",
}
_ARRIVALS = {
    who: re.compile(rf"\b{words}\b(?: [\w'-]+){{0,3}}? {_ARRIVED}\b", re.IGNORECASE) for who, words in _WHO.items()
}
# What comes once beside it: the rain that drove them in, the lights that went out.
_BESIDE = {
    "rain": re.compile(r"\b(?:rains?|thunderstorm|downpour) (?:began|started|fell|broke|came)\b", re.IGNORECASE),
    "lights out": re.compile(
        r"\b(?:lights?|power|electricity|current)\b(?: \w+){0,5}? (?:failed|went (?:out|off)|died|was cut|were cut|fell)\b",
        re.IGNORECASE,
    ),
    "curfew": re.compile(r"\bcurfew (?:was )?(?:imposed|declared|proclaimed)\b", re.IGNORECASE),
}
_LEFT = re.compile(r"\b(?:departed|left|set out|set off|pulled out|sailed|took off)\b", re.IGNORECASE)
# What is one more of its kind, or a thing of another kind, tells of no beginning of the whole.
_OTHER = re.compile(
    r"\b(?:second|third|another|further|next|later|aftershocks?|rescue|search|relief|operation|evacuation|curfew|meeting|funeral|trial"
    r"|ended|stopped|alarm|call(?:ed)?|warning|would|should|scheduled|planned|due)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"[.;:!?]\s|\s[-\u2013\u2014]\s|\b(?:and|but|while|which|who|whom|when|where|after|before|because|although|though|until)\b",
    re.IGNORECASE,
)
_AROUND = 140
# The words just before an hour that say how it is meant: "by 18.15", "at about eight", "shortly before four".
_LEADS = re.compile(
    r"((?:(?:about|around|approximately|roughly|close to|near|nearly|almost|shortly|just|soon|towards?|some|by|before|after|past|until"
    r"|till|since|from|between)\W+)+)$",
    re.IGNORECASE,
)
# An hour from or up to which something went on tells when neither began.
_WHILE = re.compile(r"\b(?:until|till|since|from|between)\b", re.IGNORECASE)
#: What is told of a thing that leaves.
DEPARTURE = "departure"


def compared(claims: Iterable[Claim], scene: Scene) -> dict[str, tuple[str, Claim]]:
    """For each time of day that answers what another account's answers: what is asked ("beginning"), and the claim by its hour alone."""
    told: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if (key := _asked(claim, scene)) is not None:
            told[key].append(claim)
    found: dict[str, tuple[str, Claim]] = {}
    for key, answers in told.items():
        hours: defaultdict[str, set[str]] = defaultdict(set)
        for claim in answers:
            hours[claim.document].add(_hour(claim))
        sure = [claim for claim in answers if len(hours[claim.document]) == 1]
        if len({claim.document for claim in sure}) > 1:
            found.update({claim.id: (key, _by_the_clock(claim, scene)) for claim in sure})
    return found


def _by_the_clock(claim: Claim, scene: Scene) -> Claim:
    """A claim by its hour alone, with the words that lead up to it; of which day it is, the dates tell."""
    if not isinstance(claim.value, When):
        return claim
    text = claim.value.text if _LEADS.match(claim.value.text) else f"{_lead(claim, scene)}{claim.value.text}"
    return replace(claim, value=replace(claim.value, edtf="XXXX-XX-XX", earliest=None, latest=None, text=text))


def _lead(claim: Claim, scene: Scene) -> str:
    before = scene.documents[claim.document].text[max(claim.sentence.start, claim.start - _AROUND) : claim.start]
    lead = _LEADS.search(before)
    return lead[1] if lead is not None else ""


def _hour(claim: Claim) -> str:
    return claim.value.time or "" if isinstance(claim.value, When) else ""


def _asked(claim: Claim, scene: Scene) -> str | None:
    value, document = claim.value, scene.documents.get(claim.document)
    if not isinstance(value, When) or value.time is None or document is None or not claim.polarity:
        return None
    lead = _lead(claim, scene)
    if _WHILE.search(lead) or _WHILE.match(value.text):
        return None
    before = document.text[max(claim.sentence.start, claim.start - _AROUND) : claim.start - len(lead)]
    after = document.text[claim.end : min(claim.sentence.end, claim.end + _AROUND)]
    before = next((part for part in reversed(_CLAUSE.split(before)) if part.strip(" ,")), "")
    clause = f"{before} {_CLAUSE.split(after, maxsplit=1)[0]}"
    return _told_of(clause)


def _told_of(clause: str) -> str | None:
    """What the words around an hour tell of."""
    beside = next((what for what, words in _BESIDE.items() if words.search(clause)), None)
    if beside is not None or _OTHER.search(clause):
        return beside
    if _ONSETS.search(clause):
        return "beginning"
    arrived = next((who for who, arrival in _ARRIVALS.items() if arrival.search(clause)), None)
    if arrived is not None:
        return f"arrival of {arrived}"
    return DEPARTURE if _LEFT.search(clause) else None
