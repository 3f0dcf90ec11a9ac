"""What a value says, whichever way a source writes it: the form in which two values are equal or not.

Two spellings of one value must not compete, and two values must not be taken for one: a form is never nearer than the
spelling allows. Times within ten minutes or numbers within a percent stay different values. Letting them lend each other
a share of their votes (0.1 to 0.5, swept on weather and flight tables) chose fewer right values at every share.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# What tables write where they have no value.
ABSENT = frozenset(
    {"", "-", "--", "n/a", "na", "nan", "null", "none", "nil", "unknown", "?", "*", "not available", "not provided"}
)
_CLOCK = re.compile(r"(?<!\d)(\d{1,2}):(\d{2})(?::\d{2})?\s*(am?|pm?)?(?![a-z]*\d*:)", re.IGNORECASE)
_NUMBER = re.compile(r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+|(?<=\d)\.?)")
_MARKS = re.compile(r"^[$€£\s]+|[%\s]+$")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})[/.-](\d{1,2})(?:[/.-]\d{2,4})?(?![\d/])")
_DAY_MONTH = re.compile(rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th)?[\s.-]*({'|'.join(_MONTHS)})[a-z]*", re.IGNORECASE)
_MONTH_DAY = re.compile(rf"({'|'.join(_MONTHS)})[a-z]*[\s.-]*(\d{{1,2}})(?!\d|:)", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(1\d{3}|20\d{2})(?!\d)")
# Attributes whose values list people; the names may come in either order, whole or with initials.
_PEOPLE = re.compile(r"author|writer|editor|director|actor|cast\b|people|persons?\b|participants?", re.IGNORECASE)
_BETWEEN_PEOPLE = re.compile(r";|/|&|\||\band\b")


def form(attribute: str, text: str, *, is_dated: bool = True) -> str | None:
    """Give the form in which a value is compared, or None where it is no value.

    Args:
        attribute: the attribute's name; its own words say nothing in a value, and it may ask for people.
        text: the value as a source wrote it.
        is_dated: whether the day beside a time of day counts.

    >>> form("price", "$1,250.0") == form("price", "1250"), form("left", "12/3/2011 2:53PM"), form("pages", "N/A")
    (True, '@14:53 03-12', None)
    >>> form("left", "12/3/2011 2:53PM", is_dated=False), form("departure_gate", "Gate D-12"), form("born", "3 May 1921")
    ('@14:53', '=d12', '/1921-05-03')
    >>> form("authors", "Ada M. Young; Berg, Carl") == form("authors", "Carl Berg & A. Young")
    True
    """
    folded = fold(text)
    if folded in ABSENT:
        return None
    if _PEOPLE.search(attribute):
        return _people(folded) or f"={folded}"
    clock = _CLOCK.search(folded)
    if clock is not None:
        return _time(clock, folded, is_dated=is_dated)
    plain = _MARKS.sub("", folded)
    if plain and _NUMBER.fullmatch(plain):
        return f"#{float(plain.replace(',', '')) + 0.0!r}"
    return _date(folded) or f"={_bare(folded, attribute)}"


def fold(text: str) -> str:
    """Fold case, accents and spaces.

    >>> fold("  São   Paulo ")
    'sao paulo'
    """
    if not text.isascii():
        text = "".join(mark for mark in unicodedata.normalize("NFKD", text) if not unicodedata.combining(mark))
    return " ".join(text.casefold().split())


def has_clock(form_: str) -> bool:
    """Say whether a form is a time of day."""
    return form_.startswith("@")


def _time(clock: re.Match[str], folded: str, *, is_dated: bool) -> str:
    hour, minute, half = int(clock[1]), clock[2], clock[3]
    if half:
        hour = hour % 12 + (12 if half[0] == "p" else 0)
    day = _day(folded[: clock.start()] + " " + folded[clock.end() :]) if is_dated else ""
    return f"@{hour:02d}:{minute}{day and ' '}{day}"


def _day(text: str) -> str:
    """Month and day as two numbers, the smaller first: whether 3/12 is March or December nobody says."""
    if iso := _ISO.search(text):
        pair = int(iso[2]), int(iso[3])
    elif named := _DAY_MONTH.search(text):
        pair = int(named[1]), _MONTHS.index(named[2]) + 1
    elif named := _MONTH_DAY.search(text):
        pair = _MONTHS.index(named[1]) + 1, int(named[2])
    elif slashed := _SLASHED.search(text):
        pair = int(slashed[1]), int(slashed[2])
    else:
        return ""
    return f"{min(pair):02d}-{max(pair):02d}"


def _date(folded: str) -> str | None:
    """Read a whole date whose parts are certain."""
    if iso := _ISO.fullmatch(folded):
        return f"/{iso[1]}-{int(iso[2]):02d}-{int(iso[3]):02d}"
    year = _YEAR.search(folded)
    if year is None or len(folded) > 24:
        return None
    rest = folded[: year.start()] + " " + folded[year.end() :]
    if named := _DAY_MONTH.search(rest):
        return f"/{year[1]}-{_MONTHS.index(named[2]) + 1:02d}-{int(named[1]):02d}"
    if named := _MONTH_DAY.search(rest):
        return f"/{year[1]}-{_MONTHS.index(named[1]) + 1:02d}-{int(named[2]):02d}"
    return None


def _people(folded: str) -> str | None:
    """Name people by their last names, in alphabetical order."""
    names = set()
    for person in _BETWEEN_PEOPLE.split(re.sub(r"\(.*?\)", " ", folded)):
        words = re.findall(r"[^\W\d_][\w'-]*", person.split(",")[0])
        names |= {words[-1]} if words else set()
    return f"&{' '.join(sorted(names))}" if names else None


def _bare(folded: str, attribute: str) -> str:
    """Leave out the attribute's own words and all marks; the folded text where nothing else is left."""
    words = [word for word in re.findall(r"\w+", folded) if word not in _words_of(attribute)]
    return "".join(words) or folded


@lru_cache(maxsize=4096)
def _words_of(attribute: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z0-9]+", fold(attribute)))
