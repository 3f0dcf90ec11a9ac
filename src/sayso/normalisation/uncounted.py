"""What a number is where it counts nothing: a year, an age, a page, a telephone number.

Three tables decide, in this order: the shape of the digits, the word before, the words after. A number that none of them
knows is a count, unless it carries a unit (see `units`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, Any, Literal

from sayso.normalisation.numerals import DASH, HYPHEN, SPACE
from sayso.normalisation.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Mapping

Reason = Literal[
    "year", "date", "age", "ordinal", "fraction", "time", "duration", "decade", "money", "percent", "distance", "weight",
    "area", "volume", "temperature", "issue", "photo", "phone", "flight", "score", "page", "address", "version", "weapon",
    "name", "pronoun", "compound",
]  # fmt: skip

_TABLE: Mapping[str, Any] = read_table((resources.files("sayso.normalisation") / "uncounted.yaml").read_bytes())
_MONTH_WORDS = frozenset(_TABLE["months"])
_MONTH = "|".join(
    sorted((form for m in sorted(_MONTH_WORDS) for form in (m.capitalize(), m.upper())), key=len, reverse=True)
)
_STREETS = (
    r"(?:Street|St|Avenue|Ave|Av|Road|Rd|Boulevard|Blvd|Parkway|Pkwy|Hwy|Dr|Ln|STREET|AVENUE|ROAD|BOULEVARD)\b(?!['\u2019])"
    r"|(?:Drive|Lane|Court|Ct|Place|Pl|Highway|Way|Terrace)(?=[,.;)]|\Z|[ \n](?:in|on|at|near|around|when|where|and|is|was)\b)"
)

# Digits whose very shape says what they are; first fit.
_SHAPES = re.compile(
    rf"(?P<phone>(?:\+?\d{{1,3}}[-. ])?\(?\d{{3}}\)?[-. ]\d{{3}}[-.]\d{{4}}(?!\d)|\d{{3}}-\d{{4}}(?![\d-])|\d{{3}}\){SPACE}?\d{{3}}-\d{{3,4}}|911(?![\d,.-]*\d)|9-1-1|\+\d[\d -]{{7,}}\d)"
    rf"|(?P<date>\d{{4}}-\d{{2}}-\d{{2}}(?!\d)|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}(?!\d)|(?:0?9/11)(?![\d/]))"
    rf"|(?P<time>\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?!\d))"
    rf"|(?P<year>(?:1[0-9]|20)\d{{2}}(?:{DASH}|/)(?:(?:1[0-9]|20)\d{{2}}|\d{{2}})(?!\d))"
    rf"|(?P<version>\d+(?:\.\d+){{2,}}(?![\d]))"
    rf"|(?P<hour>0\d[0-5]\d(?!\d))"
    rf"|(?P<issue>\d+(?:[-/]\d+){{2,}}|\d{{8,}}(?![\d,.]*\d)|0\d{{2,}})"
    rf"|(?P<fraction>(?:1/2|1/3|2/3|1/4|3/4|1/5)(?![\d/]))"
    rf"|(?P<name>\d{{1,4}}/\d{{1,4}}(?![\d/]))"
)

_LEADERS: Mapping[str, str] = {word: name for name, words in _TABLE["leaders"].items() for word in words}
_NAMERS = frozenset(_TABLE["namers"])
_GROUPS = frozenset(_TABLE["groups"])
_AGES = frozenset(_TABLE["ages"])
_PREVIOUS = re.compile(
    r"(?:(?P<second>[^\s(\[]+)[ \n])?(?P<word>[^\s(\[\"\u201c\u2018']+?)(?:[ \n]|-\n?)\Z|(?P<sign>[#№§¶])\Z"
)
_DAY_OF_MONTH = re.compile(
    rf"(?<!\w)(?:{_MONTH})\.?(?:{SPACE}\d{{1,2}}(?:st|nd|rd|th)?(?:,|{SPACE}?{DASH}|{SPACE}(?:and|to|or|AND|TO|OR|through)|))?{SPACE}?\Z"
)
_NAMED_AGE = re.compile(
    rf"(?:[A-Z][\w.'\u2019-]*['\u2019\"\u201d]?|\b(?:man|woman|boy|girl|teen|teenager|brother|sister|son|daughter|wife|husband)|\b(?:[Tt]he|[Aa]n|[Oo]ne|[Aa]) (?:other|first|second|third|latter|former|victim|suspect)|\b[Aa]nother),{SPACE}\Z"
)
_AGE_ENDS = re.compile(rf"[,.;)]|{SPACE}(?:and|AND|was|were)\b|\Z")
# "Of the 61 dead of Sar Ab, 38 were children": the number is of the whole before it, not of a name.
_OF_WHOLE = re.compile(r"\b(?:of|among)\s(?:the|those|these|all|its|his|her|their)\b[^.;]*\Z", re.IGNORECASE)
#: Words before "number" where it is a verb.
_COUNTED = frozenset(
    "now far already still could may might would dead deaths fatalities missing injured wounded casualties victims survivors homeless displaced "
    "they who which".split()
)
_WERE = re.compile(rf"{SPACE}were\b")
_CLOCK = re.compile(
    rf"(?<!\w)(?:at|until|till)(?:{SPACE}(?:about|around|approximately|exactly|nearly|just after|shortly after))?{SPACE}\Z"
)
# "Put the number of dead at nine", "the toll stood at eleven", "put it at six": a figure, and no hour.
_FIGURED = re.compile(
    r"\b(?:put|puts|putting|set|gave|gives|estimat\w+|reckon\w*)\b[^.;]{0,60}\b(?:number|toll|tally|count|figure|total|dead|deaths|injured"
    r"|wounded|missing|losses|it|them)\b[^.;]*\Z|\b(?:number|toll|tally|count|figure|total)\b[^.;]*\b(?:st[ao][no]d\w*|remain\w*|stuck|put"
    r"|fixed|estimated|set|now)\s+at\b[^.;]*\Z",
    re.IGNORECASE,
)
_HOUR_ENDS = re.compile(rf"[.,;]|{SPACE}(?:on|in the|that|when|sharp|[A-Z])")

_AFTER = re.compile(
    rf"(?P<decade>['\u2019]?s\b)"
    rf"|(?P<age>{HYPHEN}?(?:year|month){HYPHEN}old)"
    rf"|(?P<time>(?i:{SPACE}?[ap]\.?m\b|{SPACE}o['\u2019]?{SPACE}?clock|{SPACE}(?:gmt|utc|noon|midnight)\b|{SPACE}in{SPACE}the{SPACE}(?:morning|afternoon|evening)))"
    rf"|(?P<address>{SPACE}block\b|-block\b|{SPACE}(?:[NSEW]\.?{SPACE}|(?:North|South|East|West){SPACE})?(?:(?!(?:ON|IN|AT|OF|THE|AND|BY|FROM|NEAR)\b)[A-Z0-9]\w*\.?{SPACE}){{1,3}}(?:{_STREETS}))"
    rf"|(?P<date>(?:{SPACE}?(?:{DASH}|to|and|or|AND|TO){SPACE}?\d{{1,2}})?(?:{SPACE}(?:of|OF))?(?:{SPACE}|-)(?:{_MONTH})\b(?!{SPACE}(?:BE|HAVE|NOT)\b))"
    rf"|(?P<name>/\d|{SPACE}(?:Eyewitness{SPACE}|Action{SPACE})?(?:News|NEWS|Noticias)\b)"
    rf"|(?P<score>{HYPHEN}\d{{1,3}}\b)"
    rf"|(?P<flight>(?<=7[0-9]7){SPACE}(?i:planes?|jets?|jetliners?|airliners?|aircraft)\b)"
    rf"|(?P<weapon>(?:{HYPHEN}|{SPACE}?)(?i:caliber|calibre|gauge|mm)\b)"
    rf"|(?P<phone>{SPACE}(?:call|calls|caller|dispatcher|dispatchers|operator)\b)"
    rf"|(?P<compound>{HYPHEN}(?!(?i:man|men|person|people|member|strong|woman|odd|plus|or|to|and)\b)(?i:[a-z]))"
)
# A year is left a count where people or things are named right after it.
_PEOPLE = re.compile(
    rf"{SPACE}(?i:(?:[a-z]+{SPACE})?(?:people|persons|men|women|children|police|troops|soldiers|fighters|dead|wounded|injured|victims"
    r"|refugees|prisoners|hostages|civilians|students|workers|residents|members|demonstrators|protesters|officers))\b"
)
_PLURAL = re.compile(
    rf"{SPACE}(?!(?i:was|is|has|does|this|its|as|his|us|unless|across|vs|elections|attacks|bombings|shootings|riots)\b)[A-Za-z]+[b-hj-rt-z]s\b"
)
# Wire copy writes the hour without a colon: "AT APPROXIMATELY 2120".
_AT = re.compile(rf"(?<!\w)(?i:at(?:{SPACE}(?:about|around|approximately|exactly))?){SPACE}\Z")
# A paragraph's own number before its sentence: "7/ Two volunteers died", "3.8 All three were held", "12 The crew left".
_OPENING = re.compile(
    rf"[/):]{SPACE}?(?=[A-Z])"
    rf"|\.?{SPACE}(?=(?:The|All|Both|He|She|It|We|They|There|This|These|Those|No|None|Nobody|One|Two|Three|Four|Five|Six|Seven|Eight"
    r"|Nine|Ten|Eleven|Twelve|(?:Thir|Four|Fif|Six|Seven|Eigh|Nine)teen|(?:Twen|Thir|For|Fif|Six|Seven|Eigh|Nine)ty)\b)"
)
_SUBDIVIDED = re.compile(rf"(?:{SPACE}?[.):/])?{SPACE}(?=[A-Z])")
_LINE_START = re.compile(r"(?:\A|\n)[^\S\n]*\(?\Z")
_DATED = re.compile(
    rf"(?<!\w)(?i:in|since|by|until|during|of|from|early|late|mid|the|this|its|his|a|between|and|before|after|circa){SPACE}\Z"
)


@dataclass(frozen=True, slots=True)
class Shape:
    """A run of digits that is no numeral by its shape, and why."""

    end: int
    reason: str


def shape(text: str, start: int) -> Shape | None:
    """Tell a telephone number, a date, a clock time or a serial number by its shape.

    >>> shape("773-227-4066", 0).reason, shape("3:30 pm", 0).reason, shape("45-60", 0)
    ('phone', 'time', None)
    """
    match = _SHAPES.match(text, start)
    return None if match is None else Shape(match.end(), str(match.lastgroup).replace("hour", "time"))


def reason(text: str, start: int, end: int, value: float) -> str | None:
    """Say why the number at `start:end` counts nothing, or None where nothing speaks against a count.

    >>> reason("Revolutionary Worker #888", 22, 25, 888), reason("Box 3486", 4, 8, 3486), reason("all 14 died", 4, 6, 14)
    ('issue', 'address', None)
    """
    return _before(text, start, end, value) or _following(text, end) or _year(text, start, end, value)


def _before(text: str, start: int, end: int, value: float) -> str | None:
    if _is_numbering(text, start, end, value):
        return "issue"
    previous = _PREVIOUS.search(text, max(0, start - 40), start)
    if previous is None:
        return None
    if previous["sign"]:
        return "issue"
    word, second = previous["word"], previous["second"] or ""
    if text[start - 1] == "-" and text[start].isdigit() and word[-1].isalpha():
        return None if word.lower() in _STAGES else "name"
    return (
        _led(word, second, end - start)
        or _dated(text, start, word, value)
        or _aged(text, start, end, value)
        or _clocked(text, start, end, value)
    )


def _is_numbering(text: str, start: int, end: int, value: float) -> bool:
    """Is it the number of the paragraph or sentence that it opens, or one in square brackets?"""
    if text.startswith("]", end) and text[max(0, start - 1) : start] == "[":
        return True
    if value >= 1000 or not _LINE_START.search(text, max(0, start - 8), start):
        return False
    if value < 100 and text[end : end + 1] in (".", ")") and text[end + 1 : end + 2].isspace():
        return True
    is_subdivided = "." in text[start:end]
    return text[start].isdigit() and (_SUBDIVIDED if is_subdivided else _OPENING).match(text, end) is not None


def _led(word: str, second: str, length: int) -> str | None:
    """Look up the word before, alone and with the one before it."""
    if word in _NAMERS or word in _GROUPS or f"{second} {word}" in _GROUPS:
        return "name"
    if f"{second} {word}".lower() in _AGES:
        return "age"
    if word.lower() == "number" and second.lower() in _COUNTED:
        return None  # "the dead now number 60": a verb
    known = _LEADERS.get(word.lower())
    return None if known == "photo" and length < 5 else known


def _dated(text: str, start: int, word: str, value: float) -> str | None:
    """A day or a year after its month: "Dec. 17, 1996", "December 17 and 18"."""
    may_follow = (
        word[-1].isdigit()
        or word[-1] in ",-\u2013"
        or word.lower().rstrip(".") in _MONTH_WORDS
        or word.lower() in _JOINERS
    )
    if not may_follow or not text[start].isdigit() or not _DAY_OF_MONTH.search(text, max(0, start - 40), start):
        return None
    return "year" if value >= 1000 else "date" if value <= 99 else None


def _aged(text: str, start: int, end: int, value: float) -> str | None:
    """A number set off by commas after a name is an age; one in words only where a comma closes it."""
    if not 0 < value < 111 or not _AGE_ENDS.match(text, end) or not _NAMED_AGE.search(text, max(0, start - 40), start):
        return None
    if _WERE.match(text, end) and _OF_WHOLE.search(text, max(0, start - 80), start):
        return None
    return (
        "age" if text[start].isdigit() or (value > 1 and text[start].islower() and text.startswith(",", end)) else None
    )


def _clocked(text: str, start: int, end: int, value: float) -> str | None:
    if value > 12 or not _CLOCK.search(text, max(0, start - 40), start):
        return None
    if _FIGURED.search(text, max(0, start - 100), start):
        return None
    return "time" if _HOUR_ENDS.match(text, end) else None


# Words that a hyphen ties to a year or a decade: "mid-1980s".
_STAGES = frozenset({"mid", "pre", "post", "late", "early", "non"})
_JOINERS = frozenset({"and", "to", "or", "through"})


def _following(text: str, end: int) -> str | None:
    match = _AFTER.match(text, end)
    if match is None or (match.lastgroup == "address" and not text[end - 1].isdigit()):
        return None
    return match.lastgroup


def _year(text: str, start: int, end: int, value: float) -> str | None:
    """A bare four-digit number from 1000 to 2999 is a year unless what it counts is named."""
    if end - start != 4 or not text[start:end].isdigit() or not 1000 <= value <= 2999:
        return None
    if _PEOPLE.match(text, end):
        return None
    if value % 100 < 60 and value < 2400 and _AT.search(text, max(0, start - 24), start):
        return "time"
    likely = 1900 <= value <= 2035 and value % 100 != 0
    if _PLURAL.match(text, end) and not (likely and _DATED.search(text, max(0, start - 12), start)):
        return None
    return "year"
