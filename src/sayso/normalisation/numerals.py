"""Numerals: digits and spelt-out numbers as exact values, without their hedges and without what they count.

All functions read lower-case text from a given offset. A numeral is read as far as it stays well formed, so "one hundred and
six were" ends at "six" and "two three-man teams" at "two".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

# White space inside an expression: it may cross one line end (wire copy is hard-wrapped), never a blank line.
SPACE = r"(?:[^\S\n]{1,4}\n?[^\S\n]{0,8}|\n[^\S\n]{0,8})"
HYPHEN = r"[-\u2010\u2011]"
DASH = r"[-\u2010-\u2015]"
# More digits than any count needs: a longer run is a serial number, and too long to be worth a value.
LONGEST = 15

_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
#: For patterns: the small numbers that running text spells out.
TWO_TO_TWELVE = "|".join((*_UNITS[1:], *_TEENS[:3]))
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SCALES = {
    "thousand": 10**3,
    "lakh": 10**5,
    "lakhs": 10**5,
    "million": 10**6,
    "crore": 10**7,
    "crores": 10**7,
    "billion": 10**9,
    "trillion": 10**12,
}
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
    "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
)  # fmt: skip
ORDINALS: dict[str, int] = {word: n for n, word in enumerate(_ORDINALS, 1)} | {
    word[:-1] + "ieth": 10 * n for n, word in enumerate(_TENS, 2)
} | {"hundredth": 100, "thousandth": 1000}  # fmt: skip

# word -> (its place in the grammar, its value)
_WORDS: dict[str, tuple[str, int]] = (
    {"zero": ("zero", 0), "hundred": ("hundred", 100), "dozen": ("dozen", 12)}
    | {word: ("unit", n) for n, word in enumerate(_UNITS, 1)}
    | {word: ("teen", n) for n, word in enumerate(_TEENS, 10)}
    | {word: ("tens", 10 * n) for n, word in enumerate(_TENS, 2)}
    | {"fourty": ("tens", 40), "ninty": ("tens", 90)}
    | {word: ("scale", n) for word, n in SCALES.items()}
)
# place -> the places that it may follow
_FOLLOWS: dict[str, tuple[str, ...]] = {
    "zero": ("start",),
    "unit": ("start", "tens", "hundred", "scale"),
    "teen": ("start", "hundred", "scale"),
    "tens": ("start", "hundred", "scale"),
    "hundred": ("unit", "teen", "tens", "article"),
    "scale": ("unit", "teen", "tens", "hundred", "article"),
    "dozen": ("unit", "teen", "tens", "hundred", "article"),
}
# Words that begin a numeral without an article.
STARTERS = tuple(
    sorted((word for word, (place, _) in _WORDS.items() if "start" in _FOLLOWS[place]), key=len, reverse=True)
)
_ROUND = "|".join(("hundred", "dozen", *SCALES))

_WORD = re.compile(rf"({'|'.join(sorted(_WORDS, key=len, reverse=True))})(?!\w)")
_JOIN = re.compile(rf"{HYPHEN}\n?|{SPACE}(?P<and>and{SPACE})?")
_ARTICLE = re.compile(
    rf"(half{SPACE}an?|another|an?(?:{SPACE}full|{SPACE}good|{SPACE}further)?){SPACE}(?={_ROUND})(?=\w+(?!\w))"
)
_DIGITS = re.compile(
    r"(?P<comma>[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?)(?![0-9])"
    r"|(?P<dot>[1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?![0-9]|\.[0-9])"
    r"|(?P<space>[1-9][0-9]{0,2}(?:[ \u00a0\u2009\u202f][0-9]{3})+)(?![0-9])"
    rf"|(?P<decimal>[0-9]+,[0-9]{{1,2}})(?={SPACE}(?:{'|'.join(SCALES)})(?!\w))"
    r"|(?P<plain>[0-9]+(?:\.[0-9]+)?)"
)
#: "Three and twenty": the older way round, the unit first.
_UNIT_FIRST = re.compile(
    rf"(?P<unit>{'|'.join(_UNITS)})(?:{SPACE}|-)and(?:{SPACE}|-)(?P<tens>{'|'.join(_TENS)})(?![\w-])"
    rf"(?!{SPACE}(?:{_ROUND}|more|others?|(?:and{SPACE})?(?:{'|'.join(_UNITS)}))\b)"
)
#: Where each of the two is a number of its own: "between one and twenty", "killed three and twenty were hurt".
_OF_ITS_OWN = re.compile(
    rf"\b(?:between|from|(?P<harm>kill(?:ed|s|ing)|wound(?:ed|s|ing)|injur(?:ed|es|ing)|hurt|claim(?:ed|s|ing)|left|leaving)){SPACE}\Z"
)
_BEFELL = re.compile(
    rf"{SPACE}(?:(?:is|are|was|were|had|has|have|remain\w*)\b|(?:dead|wounded|injured|hurt|missing|killed|arrested|homeless)\b)"
)
_GLYPHS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_HALF = re.compile(rf"[½¼¾]|{SPACE}(?:and{SPACE}a{SPACE}half(?!\w)|(?:and{SPACE})?1/2(?![\w/]))|-1/2(?![\w/])")
_SCALE = re.compile(rf"(?:{SPACE}|{HYPHEN})?({'|'.join(SCALES)}|dozen|hundred)(?!\w)|(k|bn|mn|tn)(?!\w)")
#: "$1.3m", "R45m": behind a sign of money, millions; elsewhere metres or men.
_MILLIONS = re.compile(rf"{SPACE}?m(?!\w)")
_COIN = re.compile(r"(?:[$£€¥₹₦₩₱]|(?<!\w)r)\Z")
_SHORT = {"k": 10**3, "mn": 10**6, "bn": 10**9, "tn": 10**12}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written: where it ends and what it is; `digits` tells figures from words."""

    start: int
    end: int
    value: Decimal
    digits: bool


def lower(text: str) -> str:
    """Lower the case letter by letter, so that every offset stays true.

    >>> len(lower("İZMİR 14")) == len("İZMİR 14")
    True
    """
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def read(lowered: str, start: int) -> Numeral | None:
    """Read the numeral that begins at `start`.

    Args:
        lowered: text in lower case.
        start: where its first digit, number word or article stands.

    Returns:
        The longest well-formed numeral, or None where none begins or it is too long to be one.

    >>> read("seventy-one hostages", 0).value
    Decimal('71')
    >>> read("a hundred and fifty thousand", 0).value
    Decimal('150000')
    >>> read("2.3 million", 0).value == 2_300_000, read("1.500", 0).value == 1500
    (True, True)
    >>> read("£1.3m", 1).value == 1_300_000, read("1.3m", 0).value
    (True, Decimal('1.3'))
    >>> read("three and twenty", 0).value, read("three and twenty-one", 0).value
    (Decimal('23'), Decimal('3'))
    """
    if start < len(lowered) and "0" <= lowered[start] <= "9":
        return _figures(lowered, start)
    return _unit_first(lowered, start) or _spelt(lowered, start)


def _unit_first(lowered: str, start: int) -> Numeral | None:
    """Read "three and twenty", unless it is two numbers side by side."""
    match = _UNIT_FIRST.match(lowered, start)
    if match is None:
        return None
    before = _OF_ITS_OWN.search(lowered, max(0, start - 12), start)
    if before is not None and (before["harm"] is None or _BEFELL.match(lowered, match.end())):
        return None
    value = _WORDS[match["unit"]][1] + _WORDS[match["tens"]][1]
    return Numeral(start, match.end(), Decimal(value), digits=False)


def _figures(lowered: str, start: int) -> Numeral | None:
    match = _DIGITS.match(lowered, start)
    if match is None or len(match[0]) > LONGEST:
        return None
    end = match.end()
    form = match.lastgroup
    if form == "dot" and _SCALE.match(lowered, end):
        form = "plain"
    millions = _MILLIONS.match(lowered, end)
    if millions is not None and _COIN.search(lowered, max(0, start - 2), start):
        return Numeral(
            start, millions.end(), Decimal(_plain(match[0], "plain" if form == "dot" else form)) * 10**6, digits=True
        )
    value = Decimal(_plain(match[0], form))
    return Numeral(start, *_scaled(lowered, end, value), digits=True)


def _plain(written: str, form: str | None) -> str:
    if form == "decimal":
        return written.replace(",", ".")
    return written if form == "plain" else re.sub(r"[^0-9.]" if form == "comma" else r"[^0-9]", "", written)


def _scaled(lowered: str, end: int, value: Decimal) -> tuple[int, Decimal]:
    """Read a half and a round number after the digits: "2 1/2", "35 million", "2.5bn"."""
    half = _HALF.match(lowered, end)
    if half is not None:
        value, end = value + _GLYPHS.get(half[0], Decimal("0.5")), half.end()
    scale = _SCALE.match(lowered, end)
    if scale is None:
        return end, value
    factor = _SHORT[scale[2]] if scale[2] else _WORDS[scale[1]][1]
    return scale.end(), value * factor


def _spelt(lowered: str, start: int) -> Numeral | None:
    """Walk the words as long as each may follow the one before; the sum is kept in thousands groups."""
    article = _ARTICLE.match(lowered, start)
    total, group = Decimal(0), Decimal(0)
    place, ceiling = "start", 10**15
    end = position = start
    if article is not None:
        group = Decimal("0.5") if article[1].startswith("half") else Decimal(1)
        place, position = "article", article.end()
    while (word := _WORD.match(lowered, position)) is not None:
        kind, value = _WORDS[word[1]]
        if (
            place not in _FOLLOWS[kind]
            or (kind == "scale" and value >= ceiling)
            or (kind == "hundred" and group >= 100)
        ):
            break
        if kind == "scale":
            total, group, ceiling = total + group * value, Decimal(0), value
        else:
            group = group * value if kind in ("hundred", "dozen") else group + value
        end, place = word.end(), kind
        join = _JOIN.match(lowered, end)
        if join is None or (join["and"] and place not in ("hundred", "scale")):
            break
        position = join.end()
    if end == start:
        return None
    return Numeral(start, *_halved(lowered, end, total + group, place), digits=False)


def _halved(lowered: str, end: int, value: Decimal, place: str) -> tuple[int, Decimal]:
    """Read "two and a half million", and "a million and a half": the half of the round number before it."""
    half = _HALF.match(lowered, end)
    if half is None:
        return end, value
    if place in ("scale", "hundred", "dozen") and half[0][0].isspace():
        last = re.split(r"[\s-]+", lowered[:end].rsplit(maxsplit=1)[-1])[-1]
        return half.end(), value + Decimal(_WORDS.get(last, ("", 1))[1]) / 2
    return _scaled(lowered, end, value)
