"""Times of day in words or with a point: "ten past five", "twenty to ten on Friday night", "10.15 on the Saturday evening".

Which half of the day is meant must be said beside it (morning, evening, a.m.); an hour that may be either tells nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

HOURS = "one two three four five six seven eight nine ten eleven twelve".split()
_ONES = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
#: "Ten", "twenty-five"; what is no five of them needs its "minutes" ("eight minutes past").
NUMBERS = {word: n for n, word in enumerate([*_ONES, *_TEENS, "twenty"], 1)} | {
    f"twenty{mark}{one}": 20 + n for n, one in enumerate(_ONES, 1) for mark in "- "
}
_PARTS = {"quarter": 15, "a quarter": 15, "half": 30, "three-quarters": 45, "three quarters": 45, "a half": 30}
_OF_AN_HOUR = r"(?:three[- ]quarters|a quarter|quarter) of an hour|half an hour"
_WORDED = re.compile(
    rf"\b(?P<minutes>(?:{'|'.join(sorted(NUMBERS, key=len, reverse=True))}|\d{{1,2}}) minutes?|{_OF_AN_HOUR}|five|ten|a quarter|quarter|twenty-five|twenty|half)"
    r"[ -](?P<side>past|to|after|before|(?<=quarter )of) (?P<hour>"
    + "|".join(HOURS)
    + r"|\d{1,2}|midnight|noon)\b(?: o['\u2019]clock\b)?",
    re.IGNORECASE,
)
_POINTED = re.compile(
    r"\b(?P<hour>[01]?\d|2[0-3])[.h](?P<minutes>[0-5]\d)(?![\d.,%]|\s*(?:per cent|percent|million|metres|meters|km))",
    re.IGNORECASE,
)
#: "Six in the evening", "three o'clock on the Friday afternoon".
_PLAIN = re.compile(
    r"\b(?:at|from|until|till|by|about|around|since|after|before|towards?|nearly|almost) (?P<hour>"
    + "|".join(HOURS)
    + r")(?P<minutes>(?: o['’]clock)?)(?= (?:in the|at night|on |that |this |yesterday |last |the (?:next|same|following)))",
    re.IGNORECASE,
)
#: "Between three and four in the morning": the first of the two.
_BETWEEN = re.compile(
    r"\b(?:between|from) (?:about |around )?(?P<hour>"
    + "|".join(HOURS)
    + r"|1[0-2]|[1-9])(?P<minutes>(?: o['’]clock)?)(?= (?:and|to|until|till) (?:about |around )?(?:"
    + "|".join(HOURS)
    + r"|1[0-2]|[1-9])(?: o['’]clock)?(?P<half> (?:in the (?:morning|forenoon|afternoon|evening|small hours)|at night|(?:that|on the|of the) (?:same )?(?:morning|afternoon|evening|night))))",
    re.IGNORECASE,
)
#: "By 18.15", "at 22.40": the second half of the day needs no word for it.
_LATE = re.compile(
    r"\b(?:at|by|until|till|from|since|before|after|around|about|towards|toward) (?P<hour>1[3-9]|2[0-3])[.h](?P<minutes>[0-5]\d)\b"
    r"(?![.,]?\d|%|\s*(?:per cent|percent|million|billion|met|km|kilo|mile|tons?|tonnes?|dollars|euros|pounds|degrees|am\b|pm\b|hours|hrs))",
    re.IGNORECASE,
)
#: "0952 hours", "17.30 hrs": the clock of reports; "2325 hours" is a time expression like others.
_REPORTED = re.compile(
    r"\b(?P<hour>0\d(?=[.:]?\d)|(?:1\d|2[0-3])(?=[.:]))[.:]?(?P<minutes>[0-5]\d) ?(?:hours|hrs)\b(?! of\b)",
    re.IGNORECASE,
)
#: "2140H": the clock of police and armies.
_MILITARY = re.compile(r"\b(?P<hour>[01]\d|2[0-3])(?P<minutes>[0-5]\d)H\b")
_HALF = re.compile(
    r"\s?(?P<half>a\.?m\b\.?|p\.?m\b\.?|in the (?:morning|forenoon|afternoon|evening|small hours)|at night|(?:on |that |yesterday |this |the |next |same |following |previous |last )*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day )?"
    r"(?:morning|afternoon|evening|night))",
    re.IGNORECASE,
)
_GATE = re.compile(
    r"\b(?:past|to|after|before|quarter of|and|until|till) (?:"
    + "|".join(HOURS)
    + r"|\d|midnight|noon)|\d[.h]\d\d|(?:o['’]clock|"
    + "|".join(HOURS)
    + r") (?:in the|at night|on|that|this|yesterday|last|the (?:next|same|following))\b|\d\d ?(?:hours|hrs|h)\b",
    re.IGNORECASE,
)


def hours(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and clock of each time of day that is told in words or with a point.

    >>> list(hours("It struck at twenty to ten on Friday night."))
    [(13, 42, '21:40')]
    >>> sorted(clock for _, _, clock in hours("opened at 10.15 on the Saturday evening, half past two in the morning, half past two"))
    ['02:30', '22:15']
    >>> [clock for _, _, clock in hours("a quarter of an hour after midnight, ten minutes past four in the morning, at 2140H")]
    ['21:40', '00:15', '04:10']
    >>> list(hours("At 0952 hours, after 1200 hours of work"))
    [(3, 13, '09:52')]
    """
    if not _GATE.search(text):
        return
    for match in (*_REPORTED.finditer(text), *_MILITARY.finditer(text)):
        yield match.start(), match.end(), f"{match['hour']}:{match['minutes']}"
    for match in _LATE.finditer(text):
        if _HALF.match(text, match.end()) is None:
            yield match.start("hour"), match.end(), f"{match['hour']}:{match['minutes']}"
    for match in _BETWEEN.finditer(text):
        clock = _clock(match, match["half"].lower())
        if clock is not None:
            yield match.start("hour"), match.end(), clock
    for pattern in (_WORDED, _POINTED, _PLAIN):
        for match in pattern.finditer(text):
            half = _HALF.match(text, match.end())
            clock = _clock(match, half.group("half").lower() if half is not None else "")
            if clock is not None:
                yield (
                    match.start() if pattern is not _PLAIN else match.start("hour"),
                    half.end() if half is not None else match.end(),
                    clock,
                )


def _clock(match: re.Match[str], half: str) -> str | None:
    hour, minutes = _hour(match["hour"].lower()), minutes_of(match["minutes"].lower())
    side = (match.groupdict().get("side") or "").lower()
    if match["hour"].lower() in ("midnight", "noon") and not half:  # they say which half it is themselves
        half = "afternoon" if match["hour"].lower() == "noon" and side in ("past", "after") else "morning"
    if hour is None or minutes is None or not half:
        return None
    if side in ("to", "before", "of"):
        hour, minutes = (hour - 1) % 24, 60 - minutes
    hour %= 24
    is_late = (
        half.startswith("p")
        or half.endswith(("afternoon", "evening"))
        or (half.endswith("night") and hour in range(6, 12))
    )
    if hour < 12 and is_late:
        hour += 12
    elif hour == 12 and not is_late:
        hour = 0
    return f"{hour:02d}:{minutes:02d}"


def _hour(said: str) -> int | None:
    if said in ("midnight", "noon"):
        return 0 if said == "midnight" else 12
    hour = HOURS.index(said) + 1 if said in HOURS else int(said)
    return hour if hour < 24 else None


def minutes_of(said: str) -> int | None:
    """The minutes that a part of an hour is ("a quarter", "half", "eight minutes"); 0 where none is said.

    Args:
        said: the words, in lower case.
    """
    if not said or said.endswith("clock"):
        return 0
    said = said.removesuffix(" of an hour").removesuffix(" an hour").removesuffix("s").removesuffix(" minute")
    said = said + "s" if said.startswith("three") and said.endswith("quarter") else said
    if said in _PARTS or said in NUMBERS:
        return _PARTS.get(said) or NUMBERS[said]
    return int(said)
