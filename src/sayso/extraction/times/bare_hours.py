"""Hours that say no half of the day: "the killing began at nine", "at ten past six", "his watch showed twenty-five to seven".

What else the account tells says which half is meant (`halves`); these are only where an hour is told, and which of the twelve.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.extraction.times.hours import HOURS, NUMBERS, minutes_of

_HOUR = "|".join(HOURS)
#: What stands before an hour.
_AT = (
    r"(?:\b(?:at|until|till|since|towards?|(?:just|soon|shortly|long|well|a little|a bit|some ?time|not) (?:after|before)|(?:just|already|almost|nearly) (?:gone|past)"
    r"|(?:it|the time|the hour) (?:was|was(?:n['’]t| not) yet|is|had gone|had just gone)|(?:watch|clock)s?(?: \w+){0,3}? (?:said|showed|read|says|shows|reads|struck|stopped at|had stopped at)"
    r"|it stopped at|let us say|(?:starts?|started|begins?|began|opens?|opened|ends?|ended) at)"
    r" (?:about |around |nearly |almost |maybe |perhaps |exactly |precisely |roughly |some time after |a little after |just after |(?:shortly|just|a little|soon|not long) (?:after|before) )?"
    r"|(?:\A|[,;:.] (?:and |but )?|\b(?:over|out|gone|ended|done|finished) )(?:by|from|maybe|about|around) )"
)
#: What stands behind an hour, and not behind a number of people or things.
_THEN = (
    rf"(?= ?(?:\Z|[.;:!?)…\"”’](?!\d)|[—–-]{{1,2}}(?= )|,(?! (?:{_HOUR}|\d+)\b)|,? (?:and (?:[a-z]+ed|the|he|she|they|we|I|it|by|at|again|then|there)|when|as|while|the|he|she|they|we|I|it|there|nobody"
    r"|on|precisely|sharp|exactly|to the (?:minute|second)|that|by the|local time|but|because|or so|with|his|her|their|our)\b))"
)
_PARTS = r"a quarter|quarter|half|twenty-five|twenty|ten|five|three-quarters"
#: "Half past six", "eight minutes past eight", "a quarter to nine": with their minutes they are hours wherever they stand.
_WORDED = re.compile(
    rf"\b(?P<minutes>(?:{'|'.join(sorted(NUMBERS, key=len, reverse=True))}|\d{{1,2}}) minutes?|a quarter|quarter|half|(?:twenty-five|twenty|ten|five)(?= past))"
    rf"[ -](?P<side>past|to) (?P<hour>{_HOUR}|1[0-2]|[1-9])\b(?! (?:minutes|hours|days|weeks|months|years|people|per ?cent|others|dead|of)\b)",
    re.IGNORECASE,
)
#: "At ten to nine", which may be a range of numbers elsewhere.
_TO = re.compile(rf"{_AT}(?P<told>(?P<minutes>{_PARTS}) (?P<side>to) (?P<hour>{_HOUR})){_THEN}", re.IGNORECASE)
_PLAIN = re.compile(rf"{_AT}(?P<told>(?P<hour>{_HOUR})){_THEN}", re.IGNORECASE)
_DIGIT = re.compile(
    rf"\b(?:at|again at|by|until|till|around|about) (?P<told>(?P<hour>1[0-2]|[1-9])){_THEN}", re.IGNORECASE
)
#: "The clock stopped at 11.40", "my watch said 5.40".
_SHOWN = re.compile(
    r"\b(?:watch|clock)s?(?:,? [\w]+){0,6}?,? (?:said|showed|read|says|shows|reads|stopped at|had stopped at) (?P<told>(?P<hour>1[0-2]|[1-9])[.:](?P<minutes>[0-5]\d))\b",
    re.IGNORECASE,
)
_IS_ONE = re.compile(r"one\Z", re.IGNORECASE)
#: A part of every wording that there is here.
_GATE = re.compile(
    rf"\b(?:past|to) (?:{_HOUR}|\d)|\b(?:at|by|from|until|till|since|towards?|after|before|gone|past|was|yet|is|said|showed|reads?|says|shows|struck|about|around|maybe|nearly|almost|say|perhaps|exactly|precisely)"
    rf" (?:{_HOUR}|\d\d?(?:\.\d\d)?)\b",
    re.IGNORECASE,
)


def bare_hours(text: str) -> Iterator[tuple[int, int, int]]:
    """Start, end and minutes after midnight or noon of each hour that says no half of the day.

    Args:
        text: a sentence.

    >>> list(bare_hours("The killing began at nine."))
    [(21, 25, 540)]
    >>> [minutes for _, _, minutes in bare_hours("It was twenty past nine; his watch showed twenty-five to seven.")]
    [560, 395]
    >>> list(bare_hours("At nine places between five to six people stood, reduced by two, and one of the four."))
    []
    """
    if not _GATE.search(text):
        return
    taken: list[tuple[int, int]] = []
    for pattern in (_WORDED, _TO, _SHOWN, _PLAIN, _DIGIT):
        for match in pattern.finditer(text):
            start, end = match.span("told" if "told" in pattern.groupindex else 0)
            if any(a < end and start < b for a, b in taken) or (pattern is _PLAIN and _IS_ONE.search(text, start, end)):
                continue
            minutes = _minutes(match)
            if minutes is not None:
                taken.append((start, end))
                yield start, end, minutes


def _minutes(match: re.Match[str]) -> int | None:
    told = match.groupdict()
    said = told["hour"].lower()
    hour = HOURS.index(said) + 1 if said in HOURS else int(said)
    part = minutes_of((told.get("minutes") or "").lower())
    if part is None or part > 59:
        return None
    whole = hour * 60 + (-part if (told.get("side") or "").lower() == "to" else part)
    return whole % 720
