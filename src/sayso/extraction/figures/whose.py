"""Whose a bare figure is: "the minister's is 18", "the army's nine, every one of them a looter", and what a dial reads off."""

from __future__ import annotations

import re

from sayso.extraction.words.lexicon import classes, words

#: What gives a figure and is no speaker.
_DIALS = re.compile(
    r"\b(?:thermometers?|clocks?|watch|dials?|gauges?|meters?|\w+meters?|scales?|signs?|calendars?|barometers?|labels?|tickets?|timetables?|schedules?) \w+ [\"'“‘]?\Z",
    re.IGNORECASE,
)
#: "The minister's is 18", "the union's own figure was 52".
_OWNED = re.compile(
    r"\b(?P<whose>[\w-]+?)(?:['’]s|['’](?<=s['’]))(?: own| first| last| official)*(?: (?:figure|count|number|tally|total|estimate|list|reckoning|toll|version))?"
    r" (?:is|was|has|had|gives|gave|stands at|stood at|says|said|remains|remained) [\"'“‘]?\Z",
    re.IGNORECASE,
)
#: "The army's nine, every one a looter, ...", "the mayor's 44 includes the villages".
_OF_WHOM = re.compile(
    r"\b(?P<whose>[\w-]+?)(?:['’]s|['’](?<=s['’]))(?: own| first| official)? [\"'“‘]?\Z", re.IGNORECASE
)
_GOING_ON = re.compile(
    r"[\"'”’]?(?:,|\s(?:includes?|included|leaves? out|left out|takes? in|took in|covers?|covered|counts?|omits?|omitted|excludes?|excluded|was|is|has|had|still"
    r"|survives?|survived|did|does|came|comes|rests?)\b)"
)
#: Bodies that count their own dead.
_BODIES = frozenset(
    "army police government ministry union association company committee council court tribunal inquiry commission hospital church parish mission consulate "
    "embassy railway board movement party front league federation society bureau office agency paper newspaper register town village city state".split()
)


def is_read_off(before: str) -> bool:
    """Does a clock or a sign give the figure?"""
    return _DIALS.search(before) is not None


def is_owned(before: str) -> bool:
    """Is it said that somebody's figure is the number?"""
    return _is_of_one_who_tells(_OWNED.search(before))


def is_possessed(before: str, after: str) -> bool:
    """Is the number itself somebody's, and does the sentence go on to say what it takes in?"""
    return _is_of_one_who_tells(_OF_WHOM.search(before)) and _GOING_ON.match(after) is not None


def _is_of_one_who_tells(whose: re.Match[str] | None) -> bool:
    """Of somebody or a body that can tell, and not of a day or a thing."""
    if whose is None:
        return False
    name = whose["whose"]
    word = name.lower()
    return word in classes("speech", "basis") or word in words("people", "nouns") or word in _BODIES or name.isupper()
