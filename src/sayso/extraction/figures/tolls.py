"""Figures that a toll, a roll or a count of the dead stands at: "the roll stood at 41", "Deaths now 96", "the dead: 58".

No verb says what befell those counted; what the figure is a figure of does. The noun and the number may stand far apart,
and headlines drop what is between them, so the words are read, and not the parse.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.extraction.drafts import Draft, Setting
from sayso.extraction.events.scenes import Scene
from sayso.extraction.words.people import is_human
from sayso.extraction.words.phrases import Phrase, phrase
from sayso.model import Figure, Relation
from sayso.normalisation import numbers

_STATES = (
    r"dead|killed|slain|deaths|fatalities|drowned|lost|victims|bodies|missing|injured|wounded|hurt|injuries|casualties|trapped|entombed|displaced|homeless"
    r"|arrested|arrests|detained|survivors|rescued|saved|sick|infected|evacuees|evacuated"
)
_WHO = r"(?:the|those|people|persons|men|women|passengers|workers|miners|residents|soldiers|prisoners|inmates|pupils|students|children|lives|known|confirmed|officially|reported|who|were|have been|had been) "
_TALLY = r"(?:numbers?|counts?|tall(?:y|ies)|totals?|lists?|rolls?|tolls?|figures?)"
#: What a figure is a figure of.
_NAME = re.compile(
    rf"\b(?:(?P<of>{_TALLY} (?:of|for) (?:{_WHO})*(?P<state>{_STATES}|who (?:have |had )?died|dying))"
    r"|(?P<toll>(?:death|fatality) (?:tolls?|rolls?|lists?|counts?|tall(?:y|ies)|totals?|figures?)|(?:the|final|latest|official|total|\w+) (?:toll|roll)|loss of life|lives lost)"
    r"|(?P<bare>(?:total (?:dead|killed|injured|wounded|missing))|deaths|fatalities|arrests|the (?:dead|missing|injured|wounded|homeless|displaced|lost)))\b",
    re.IGNORECASE,
)
_PUT = (
    r"puts?|putting|sets?|placed?|places|fix(?:ed|es)|gives?|gave|given|revised?|raised?|raises|lower(?:ed|s)?|corrected|increased?|reduced|br(?:ings?|ought)|bringing"
    r"|ha[sd]|have|stands?|stood|standing|rose|risen|rises?|rising|climb(?:s|ed|ing)?|mount(?:s|ed|ing)?|lengthen(?:s|ed)?|grew|grown|grows?|swell(?:s|ed|ing)?|swollen"
    r"|jump(?:s|ed)?|soar(?:s|ed)?|increases|comes?|came|amount(?:s|ed)|estimated?|estimates|reckoned|recorded|listed|remains?|remained|doubled|fell|falls|dropped"
)
#: Between what is counted and its number.
_STANDS = re.compile(
    r"(?:[^.;:!?\d]{0,60}?\b(?:is|was|are|were|now|reach(?:ed|es|ing)?|hits?|pass(?:ed|es)|tops?|topped|exceed(?:ed|s)?|nears?|numbers?|numbered|totals?|totall?ed"
    r"|stands?|already|so far)(?: (?:now|already|still|then|officially|about|up|down|so far|put|set|given|estimated|at|as|to|reported|to be|believed|thought))*"
    r"|(?P<far>[^.;!?\d]{0,60}?)\b(?P<to>at|as|to)|\s*[:=(-]) ?\Z",
    re.IGNORECASE,
)
_PUTTING = re.compile(rf"\b(?:{_PUT})\b", re.IGNORECASE)
#: What may follow a number that stands for all of them.
_ENDS = re.compile(
    r"[\"'”’]?(?:\s*[.,;:!?)\u2013\u2014-]|\s*\Z| (?:and|but|while|with|by|on|in|this|last|late|early|yesterday|today|tonight|after|when|as|at|since|so far|overnight)\b"
    r"| (?:dead|killed|people|persons|souls|lives|deaths|men|bodies|were|are)\b)",
    re.IGNORECASE,
)
#: When a figure held: "19 the next morning", "27 by the weekend".
_WHEN = re.compile(
    r"[\"'”’]?(?: dead)? (?:by|on|at|in|after|before|within|that|this|the (?:next|following|same|day|morning|night|week)|next|last|later|yesterday|today|tonight|early|late|overnight"
    r"|(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d+) (?:hours?|days?|weeks?|months?|years?) (?:later|after|on)|later|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
#: "Bringing to nine the number released": the number stands before what it is a figure of.
_RAISING = re.compile(
    r"\b(?:br(?:ings?|inging|ought)|rais(?:es?|ed|ing)|tak(?:es|ing)|took|lift(?:s|ed|ing)?|push(?:es|ed|ing)|swell(?:s|ed|ing)|lower(?:s|ed|ing)?|reduc(?:es|ed|ing))"
    r" to (?:at least |about |some |more than |nearly )?\Z",
    re.IGNORECASE,
)
_INVERTED = re.compile(
    rf" (?:people )?the (?:total |official )?(?:(?:death |casualty )?(?P<toll>toll)|(?:number|total|count)(?: of)? (?:{_WHO})*(?P<state>{_STATES}|released|freed|let go))\b",
    re.IGNORECASE,
)
_AND_THEN = re.compile(
    r"[^.;:\d]{2,50}?(?:,|,? and|,? then|,? but|;)(?: then| later| finally| as| at| to| stood at)* \Z", re.IGNORECASE
)
_GATE = re.compile(
    r"\b(?:tolls?|rolls?|list|count|tally|total|figure|number|loss of life|lives lost|deaths|fatalities|arrests|the (?:dead|missing|injured|wounded|homeless|displaced|lost))\b",
    re.IGNORECASE,
)
#: "Thirty-three of the dead were under 15": an age.
_AGE = re.compile(r"(?:under|over|above|below|aged|younger|older)\b", re.IGNORECASE)
#: States whose word is not the one that the codebook lists.
_KNOWN = {
    "deaths": "dead",
    "fatalities": "dead",
    "victims": "dead",
    "bodies": "dead",
    "lost": "dead",
    "slain": "dead",
    "drowned": "dead",
    "killed": "dead",
    "injuries": "injured",
    "hurt": "injured",
    "arrests": "arrested",
    "detained": "arrested",
    "entombed": "trapped",
    "homeless": "displaced",
    "evacuees": "displaced",
    "evacuated": "displaced",
}
_OTHERS = {
    "released": "released",
    "freed": "released",
    "let go": "released",
    "survivors": "survived",
    "rescued": "rescued",
    "saved": "rescued",
    "casualties": "casualties",
}
#: Names that are no toll of people ("the bridge toll is $4", "the school roll").
_NO_TOLL = re.compile(
    r"(?:bridge|road|motorway|electoral|voters?|school|class|rock|drum|bread|sausage) ", re.IGNORECASE
)


def tolls(scene: Scene, setting: Setting, made: Sequence[Draft]) -> Iterator[Draft]:
    """The figures of a scene that something counted stands at; `made` are its other counts."""
    if not scene.numbers or not _GATE.search(scene.words):
        return
    last: tuple[int, tuple[str, str]] | None = None
    for number in scene.numbers:
        found = _counted(scene, setting, number)
        if found is None or not _is_whole(scene, _end(scene, number, found)):
            continue
        told = _told(scene, setting, number) or _next(scene, number, last)
        if told is None:
            continue
        last = (number.end, told)
        draft = _draft(scene, setting, (number, found), told)
        if not any(one.slot == draft.slot and one.start < draft.end and draft.start < one.end for one in made):
            yield draft


def _is_whole(scene: Scene, end: int) -> bool:
    return any(one.match(scene.words, end) is not None for one in (_ENDS, _WHEN, _INVERTED))


def _next(scene: Scene, number: numbers.Number, last: tuple[int, tuple[str, str]] | None) -> tuple[str, str] | None:
    """ "The toll was nine the next day, 23 by the weekend and 31 ten days later": a later figure of the same."""
    if last is None or _AND_THEN.fullmatch(scene.words[last[0] : number.start]) is None:
        return None
    is_later = _WHEN.match(scene.words, number.end) or scene.words[last[0] : number.start].rstrip().endswith(
        (" as", " at", " to")
    )
    return last[1] if is_later else None


def _counted(scene: Scene, setting: Setting, number: numbers.Number) -> Phrase | None:
    """A bare number, or one of people in general."""
    if _AGE.match(scene.words, number.start):
        return None
    if not number.is_count or number.low is None or number.kind in ("ordinal", "zero", "fraction", "all", "part"):
        return None
    base = scene.sent.start_char
    found = phrase(scene.sent.doc, base + number.core_start, base + number.core_end)
    if found is None or found.head.sent.start != scene.sent.start:
        return None
    if _WHEN.match(scene.words, number.end) or _inverted(scene, number) is not None:
        return replace(found, noun=None)
    is_general = found.noun is None or (
        is_human(found.noun, setting.groups) and setting.groups.of(found.noun) == "total"
    )
    return found if is_general else None


def _end(scene: Scene, number: numbers.Number, found: Phrase) -> int:
    """Where the number ends, with the noun that it counts."""
    noun = found.noun
    if noun is None or noun.i < found.first.i:
        return number.end
    return max(number.end, noun.idx + len(noun) - scene.sent.start_char)


def _told(scene: Scene, setting: Setting, number: numbers.Number) -> tuple[str, str] | None:
    """The slot and the group of what the number is a figure of; None where it is of nothing."""
    before = scene.words[: number.start]
    inverted = _inverted(scene, number)
    if inverted is not None:
        slot = _slot(setting, inverted)
        return (slot, _group(scene, setting, inverted)) if slot is not None else None
    names = [name for name in _NAME.finditer(before) if not _NO_TOLL.match(name.group())]
    name = names[-1] if names else None
    stands = _STANDS.match(before, name.end()) if name is not None else None
    if name is None or stands is None:
        return None
    if stands["to"] and not _is_put(name, stands, before):
        return None
    slot = _slot(setting, name)
    return None if slot is None else (slot, _group(scene, setting, name))


def _inverted(scene: Scene, number: numbers.Number) -> re.Match[str] | None:
    """ "Raising to 14 the number of dead"."""
    is_raised = _RAISING.search(scene.words[: number.start]) is not None
    return _INVERTED.match(scene.words, number.end) if is_raised else None


def _is_put(name: re.Match[str], stands: re.Match[str], before: str) -> bool:
    """ "Police put the toll at 20", "the toll rose to 20", "Toll at 20": no "to" or "as" without a verb of counting."""
    if stands["to"].lower() == "at" and not stands["far"].strip():
        return True
    return _PUTTING.search(stands["far"]) is not None or _PUTTING.search(before[: name.start()]) is not None


def _slot(setting: Setting, name: re.Match[str]) -> str | None:
    """The slot that the codebook gives to what befell them."""
    word = (name["state"] or ("dead" if name["toll"] else name.group().split()[-1])).lower()
    if word.startswith("who ") or word == "dying":
        word = "dead"
    if word in _OTHERS:
        return _OTHERS[word]
    slots = setting.words.slots.table.get(("adjective", _KNOWN.get(word, word)), ())
    return slots[0] if slots else None


def _group(scene: Scene, setting: Setting, name: re.Match[str]) -> str:
    """ "The number of prisoners killed": whom the name itself names."""
    start, end = (scene.sent.start_char + place for place in name.span())
    nouns = (t for t in scene.sent if start <= t.idx < end and t.pos_ == "NOUN" and is_human(t, setting.groups))
    return next((group for noun in nouns if (group := setting.groups.of(noun)) != "total"), "total")


def _draft(scene: Scene, setting: Setting, one: tuple[numbers.Number, Phrase], told: tuple[str, str]) -> Draft:
    number, found = one
    start, end = scene.start + number.start, scene.start + _end(scene, number, found)
    words = " ".join(setting.document.text[start:end].split())
    figure = Figure(number.low, number.high, "people", number.qualifier, words)
    scope = found.scope if found.scope in (Relation.CUMULATIVE, Relation.ADDITIONAL) else None
    head = found.head.head if found.head.dep_ in ("nsubj", "nsubjpass", "attr", "dobj") else found.head
    return Draft(scene, start, end, told[0], told[1], figure, head, scope=scope)
