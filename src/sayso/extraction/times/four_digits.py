"""Hours of four figures: "at 0430 troops entered", "1410Z", "2215 local", and, in a text that counts so, "touched down at 1025".

Without "hours" behind it such a number may be a year, a house or a sum; so what could be a year is an hour only where the text
writes others so, and where nothing behind it is counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_CLOCK = r"(?P<hour>[01]\d|2[0-3])(?P<minutes>[0-5]\d)"
#: What marks an hour for one wherever it stands.
_MARKED = re.compile(
    rf"(?<![\d.,:/$£€#-]){_CLOCK}(?:(?: ?(?:LOCAL|local)\b(?: (?i:time))?| ?[HZ]\b| (?i:hours|hrs)\b(?! (?:of|later|after|before|ago)\b))(?![-/]))"
)
#: "At 0430": no year and no sum begins so.
_ZERO = re.compile(
    r"\b(?i:at|by|from|until|till|since|between|before|after|about|around|approximately) (?P<hour>0\d)(?P<minutes>[0-5]\d)\b(?![.,:/-]?\d)"
)
#: What shows that a text counts its hours so.
_SHOWN = re.compile(
    r"(?<![\d.,:/$£€#-])(?:[01]\d|2[0-3])[0-5]\d ?(?:(?i:hours|hrs|local)\b|(?:[HZ]|GMT|UTC)\b)|\b(?i:at|about|around|between) 0\d[0-5]\d\b(?![.,:/-]?\d)"
)
_THINGS = r"(?:%| ?(?i:met(?:re|er)s?|km|kilo|miles?|feet|yards?|people|persons|men|women|dollars|pounds|tons?|tonnes?|others|block)\b| (?:[NSEW]\.? |[A-Z][a-z]+ ){1,2}(?:St|Street|Ave|Avenue|Road|Rd|Lane|Drive|Blvd|Court)\b)"
_IS_COUNTED = re.compile(_THINGS)
_COUNTED = rf"(?![.,:/-]?\d|{_THINGS})"
_USUAL = re.compile(
    rf"\b(?P<lead>(?i:at|about|around|approximately|for|between|by|from|until|till|since|and|to))\s+{_CLOCK}\b(?! ?(?i:hours|hrs)\b){_COUNTED}(?P<then>\s+(?i:on|that|today|yesterday|in the)\b)?"
)
_SURE = frozenset("at about around approximately for between".split())
#: What is a year as well, as a rule.
_YEARS = (1700, 2030)


@lru_cache(maxsize=16)  # asked for each sentence of a document
def counts_in_four(text: str) -> bool:
    """Does a text write hours in four figures?

    Args:
        text: the document's.

    >>> counts_in_four("Lift-off was at 0610 hours."), counts_in_four("It was built in 1910.")
    (True, False)
    """
    return _SHOWN.search(text) is not None


def is_counted(text: str, end: int) -> bool:
    """Does what stands behind a number make it a height, a house or a sum ("at 1600 metres", "at 1410 Maple Street")?

    Args:
        text: the document's.
        end: one past the number.
    """
    return _IS_COUNTED.match(text, end) is not None


def four_digit_hours(text: str, *, is_usual: bool) -> Iterator[tuple[int, int, str]]:
    """Start, end and clock of each hour of four figures in a text.

    Args:
        text: a sentence.
        is_usual: does the document write hours so?

    >>> sorted(four_digit_hours("At 0430 they came; 2215 local, in 1945.", is_usual=False))
    [(3, 7, '04:30'), (19, 29, '22:15')]
    >>> list(four_digit_hours("It touched down at 1025, built by 1930, at 1600 metres.", is_usual=True))
    [(19, 23, '10:25')]
    """
    taken: list[tuple[int, int]] = []
    for pattern in (_MARKED, _ZERO, *((_USUAL,) if is_usual else ())):
        for match in pattern.finditer(text):
            start = match.start("hour")
            end = match.end("minutes") if pattern is not _MARKED else match.end()
            if any(a < end and start < b for a, b in taken) or (pattern is _USUAL and not _is_no_year(match)):
                continue
            taken.append((start, end))
            yield start, end, f"{match['hour']}:{match['minutes']}"


def _is_no_year(match: re.Match[str]) -> bool:
    first, last = _YEARS
    is_sure = match["lead"].lower() in _SURE or match["then"] is not None
    return is_sure or not first <= int(match["hour"] + match["minutes"]) <= last
