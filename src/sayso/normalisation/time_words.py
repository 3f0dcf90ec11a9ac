"""The words of time, and the reading of a text into islands of them.

A word that no time expression holds is a gap; the words between two gaps are an island. Islands without a word that can
be the heart of an expression (a month, a unit, a year ...) are dropped before any grammar runs, which is what makes
finding fast.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from sayso.normalisation import numerals
from sayso.normalisation.holidays import NAMES
from sayso.normalisation.time_cascade import Node

_MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]  # fmt: skip
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_UNITS = [
    "second",
    "minute",
    "hour",
    "day",
    "week",
    "weekend",
    "month",
    "quarter",
    "year",
    "decade",
    "century",
    "millennium",
]
_DECADES = ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"]
_SEASONS = {"spring": 1, "summer": 2, "fall": 3, "autumn": 3, "winter": 4}
_DAYPARTS = {
    "morning": "MO",
    "mornings": "MO",
    "dawn": "DN",
    "daybreak": "DN",
    "sunrise": "DN",
    "noon": "12:00",
    "midday": "12:00",
    "midnight": "24:00",
    "afternoon": "AF",
    "afternoons": "AF",
    "evening": "EV",
    "evenings": "EV",
    "dusk": "EV",
    "sunset": "EV",
    "nightfall": "EV",
    "night": "NI",
    "nights": "NI",
}

Words = dict[str, tuple[str, Any]]


def _listed(kind: str, words: str) -> Words:
    return {word: (kind, word) for word in words.split()}


def _valued(kind: str, values: dict[str, Any]) -> Words:
    return {word: (kind, value) for word, value in values.items()}


# What each word may be; a word with two uses has the one that matters for time, the grammar sorts out the rest.
WORDS: Words = (
    _listed("THE", "the")
    | _listed("A", "a an")
    | _listed("AND", "and")
    | _listed("OR", "or")
    | _listed("SO", "so")
    | _listed("OF", "of")
    | _listed("IN", "in during within throughout")
    | _listed("ON", "on")
    | _listed("AT", "at")
    | _listed("BY", "by")
    | _listed("FROM", "from")
    | _listed("TO", "to through thru")
    | _listed("BETWEEN", "between")
    | _listed("SINCE", "since")
    | _listed("UNTIL", "until till til")
    | _listed("BEFORE", "before")
    | _listed("AFTER", "after")
    | _listed("AGO", "ago")
    | _listed("EARLIER", "earlier previously beforehand")
    | _listed("LATER", "later afterwards afterward hence")
    | _listed("ABOUT", "about around roughly approximately nearly almost approx circa")
    | _listed("OLD", "old olds")
    | _listed("LONG", "long")
    | _listed("FISCAL", "fiscal")
    | _listed("HALF", "half")
    | _listed("PER", "per")
    | _listed("THAT", "that those")
    | _listed("SAME", "same very")
    | _listed("LAST", "last latest past previous preceding prior")
    | _listed("NEXT", "next following coming upcoming ensuing subsequent")
    | _listed("THIS", "this these")
    | _listed("CURRENT", "current")
    | _listed("OCLOCK", "o'clock")
    | _valued("EVERY", {"every": "every", "each": "each", "alternate": "every"})
    | _valued("SHADE", {"early": "early", "mid": "mid", "late": "late", "middle": "mid"})
    | _valued("ENDS", {"beginning": "start", "start": "start", "end": "end", "close": "end"})
    | _listed("FEW", "several few couple many")
    | _valued("MONTH", {name: number for number, name in enumerate(_MONTHS, 1)})
    | _valued("MONTH", {name[:3]: number for number, name in enumerate(_MONTHS, 1)} | {"sept": 9})
    | _valued("WEEKDAY", {name: number for number, name in enumerate(_WEEKDAYS)})
    | _valued(
        "WEEKDAY", {name[:3]: number for number, name in enumerate(_WEEKDAYS)} | {"tues": 1, "thurs": 3, "thur": 3}
    )
    | _valued("DAYS", {name + "s": number for number, name in enumerate(_WEEKDAYS)})
    | _valued("SEASON", _SEASONS | {"springtime": 1, "summertime": 2, "wintertime": 4, "summers": 2, "winters": 4})
    | _valued("DAYPART", _DAYPARTS)
    | _valued("UNIT", {unit: unit for unit in _UNITS if unit != "second"} | {"fortnight": "fortnight", "hr": "hour"})
    | _valued("UNITS", {unit + "s": unit for unit in _UNITS} | {"centuries": "century", "millennia": "millennium"})
    | _valued("UNITS", {"hrs": "hour", "mins": "minute", "yrs": "year", "secs": "second", "fortnights": "fortnight"})
    | _valued("TODAY", {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": "tonight", "overnight": "overnight"})
    | _valued("DECADE", {name: 20 + 10 * number for number, name in enumerate(_DECADES)})
    | _valued("SETWORD", {"daily": "day", "weekly": "week", "monthly": "month", "yearly": "year", "annually": "year"})
    | _valued("SETWORD", {"nightly": "day", "hourly": "hour", "biweekly": "week"})
    | _valued("REF", {"now": "present", "currently": "present", "nowadays": "present", "presently": "present"})
    | _valued("REF", {"recently": "past", "lately": "past", "formerly": "past"})
    | _listed("RECENT", "recent")
    | _listed("PERIOD", "period")
    | _listed("FOR", "for")
    | _listed("OVER", "over")
    | _valued("ADVERB", {"future": "future", "present": "present"})
    | _valued(
        "ZONE",
        dict.fromkeys(
            ["gmt", "utc", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "bst", "cet", "cest", "zulu"]
        ),
    )
    | _valued("ORD", dict(numerals.ORDINALS))
    | _valued("AMPM", {"am": "am", "pm": "pm"})
)
_AMBIGUOUS_MONTHS = frozenset(
    {"may", "march", "mar", "dec", "jan", "jun", "sep", "nov", "oct", "apr", "aug", "jul", "feb"}
)
_AMBIGUOUS_WEEKDAYS = frozenset({"mon", "tue", "wed", "thu", "fri", "sat", "sun", "thur", "tues", "thurs"})
# Kinds without which an island holds no time expression.
_HEARTS = frozenset(
    [
        "YEAR",
        "MONTH",
        "WEEKDAY",
        "UNIT",
        "UNITS",
        "DATENUM",
        "CLOCK",
        "AMPM",
        "ZONE",
        "DAYPART",
        "TODAY",
        "SEASON",
        "HOLIDAY",
        "DECADE",
        "DAYS",
        "SETWORD",
        "REF",
        "ADVERB",
        "LAST",
        "CURRENT",
        "RECENT",
        "OCLOCK",
    ]
)

_PIECE = re.compile(
    r"""(?P<stop>\n[^\S\n]*\n)
    |(?P<more>\b(?:more|less|fewer|longer|later)\s+than\b|\bat\s+(?:least|most)\b|\bup\s+to\b|\bclose\s+to\b)
    |(?P<oclock>\bo['\u2019]clock\b)
    |(?P<ampm>(?<=[\d\s])[ap]\.\s?m\b\.?)
    |(?P<word>[^\W\d_]+\d*)
    |(?P<iso>(?<![\d-])(?:[12]\d{3}-\d\d-\d\d|\d{1,2}-\d{1,2}-[12]\d{3})(?![\d-]))
    |(?P<tens>['\u2019]\d\d(?:s\b|(?!\d)))
    |(?P<number>\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|['\u2019]?s)?(?![^\W\d_]))
    |(?P<glued>\d+(?:[.:]\d\d)?(?=[ap]m\b|gmt\b|hrs\b))
    |(?P<mark>[-\u2010-\u2015,./%$£€#&]|['\u2019]s\b|['\u2019])
    |(?P<other>\d[\w.,]*|[^\s])""",
    re.VERBOSE | re.IGNORECASE,
)
_MARKS = {
    "-": "HYPHEN",
    "\u2010": "HYPHEN",
    "\u2011": "HYPHEN",
    "\u2013": "HYPHEN",
    ",": "COMMA",
    ".": "DOT",
    "/": "SLASH",
}
_MARKS |= {"'s": "POSS", "\u2019s": "POSS"}
_HOLIDAY_ALIASES = {
    "christmas day": "christmas",
    "new year's day": "new year",
    "new year's": "new year",
    "thanksgiving day": "thanksgiving",
    "easter sunday": "easter",
    "presidents' day": "presidents day",
    "july fourth": "fourth of july",
    "american independence day": "fourth of july",
    "all saints' day": "all saints",
    "all saints day": "all saints",
    "veterans' day": "veterans day",
    "valentine's": "valentine's day",
    "st patrick's day": "st. patrick's day",
    "whit sunday": "pentecost",
}
_HOLIDAYS = {name: name for name in NAMES} | _HOLIDAY_ALIASES
_HOLIDAY = re.compile(
    f"(?:{'|'.join(re.escape(name) for name in sorted(_HOLIDAYS, key=len, reverse=True))})" + r"(?!\w)"
)
_HOLIDAY_STARTS = frozenset(re.split(r"\W", name)[0] for name in _HOLIDAYS) - {"may"}


def islands(text: str) -> Iterator[list[Node]]:
    """The runs of time words in a text that may hold an expression, in order."""
    nodes: list[Node] = []
    has_heart = False
    for node in _nodes(text):
        if node is None:
            if has_heart:
                yield nodes
            nodes, has_heart = [], False
            continue
        nodes.append(node)
        has_heart = has_heart or node.kind in _HEARTS or _may_open(node)
    if has_heart:
        yield nodes


def _may_open(node: Node) -> bool:
    """Whether a number may be all that is said: "nineteen" ninety-seven, the 17th."""
    if node.kind == "ORD":
        return node.end - node.start <= 4 and node.value <= 31
    return isinstance(node.value, float) and 17 <= node.value <= 20


def _nodes(text: str) -> Iterator[Node | None]:
    """Time words one by one; None is a gap."""
    lowered = text.lower() if len(text.lower()) == len(text) else text
    lowered = lowered.replace("\u2019", "'")
    skip = 0
    for piece in _PIECE.finditer(text):
        start = piece.start()
        if start < skip:
            continue
        node = _word(text, lowered, piece) if piece.lastgroup == "word" else _mark(lowered, piece)
        skip = node.end if node is not None else 0
        yield node


def _word(text: str, lowered: str, piece: re.Match[str]) -> Node | None:
    start, end = piece.span()
    word = lowered[start:end]
    if word in _HOLIDAY_STARTS and not text[start].islower() and (found := _HOLIDAY.match(lowered, start)):
        return Node("HOLIDAY", start, found.end(), _HOLIDAYS[found.group()])
    numeral = numerals.read(lowered, start) if word in _NUMBER_WORDS else None
    if numeral is not None:
        return _ordinal_tail(lowered, Node("NUM", start, numeral.end, float(numeral.value)))
    kind, value = WORDS.get(word, _NO_WORD)
    if not kind or (kind in ("MONTH", "WEEKDAY") and not _is_name(text, word, piece)):
        return None
    return Node(kind, start, end, value)


_NO_WORD = ("", None)
_NUMBER_WORDS = frozenset({*numerals.STARTERS, "a", "an"})
_TAIL = re.compile(r"-(\w+)")


def _ordinal_tail(lowered: str, number: Node) -> Node:
    """Read "twenty-first" as one ordinal."""
    tail = _TAIL.match(lowered, number.end)
    rest = numerals.ORDINALS.get(tail[1]) if tail else None
    if tail is None or rest is None or number.value < 20 or rest > 9:
        return number
    return Node("ORD", number.start, tail.end(), int(number.value) + rest)


def _is_name(text: str, word: str, piece: re.Match[str]) -> bool:
    """Whether a month or weekday is one: "may" and "sat" need a capital and a neighbour that fits."""
    start, end = piece.span()
    if word in _AMBIGUOUS_WEEKDAYS:
        return text[start].isupper() and text[end : end + 1] == "."
    if word not in _AMBIGUOUS_MONTHS:
        return True
    if _NUMBER_BESIDE.match(text, end) or _NUMBER_BEFORE.search(text[max(0, start - 12) : start]):
        return True
    if word not in ("may", "march"):
        return text[start].isupper() and text[end : end + 1] == "."
    return text[start].isupper() and _LEADS.search(text[max(0, start - 14) : start]) is not None


_NUMBER_BESIDE = re.compile(r"[.,]?\s{1,2}(?:of\s)?\d{1,4}(?!\d|,\d|\s?%)(?!\s(?:percent|people)\b)")
_NUMBER_BEFORE = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?(?:\s+of)?[\s-]$", re.IGNORECASE)
_LEADS = re.compile(
    r"\b(?:in|of|last|next|this|since|until|by|from|to|between|and|early|late|mid|through|for|before|after|during|each|every)"
    r"[\s-]$",
    re.IGNORECASE,
)


def _mark(lowered: str, piece: re.Match[str]) -> Node | None:
    start, end = piece.span()
    group = piece.lastgroup
    if group == "mark":
        kind = _MARKS.get(piece.group())
        return Node(kind, start, end) if kind else None
    if group in ("more", "oclock"):
        return Node(group.upper(), start, end, lowered[start:end])
    if group == "ampm":
        return Node("AMPM", start, end, piece.group()[0].lower() + "m")
    if group in ("number", "glued", "iso"):
        return _number(lowered, start, end)
    if group == "tens":
        value = int(lowered[start + 1 : start + 3])
        return Node("DECADE" if lowered[end - 1] == "s" else "YEAR", start, end, value)
    return None


_SHAPES = (
    ("YEAR", re.compile(r"[12]\d{3}")),
    ("NUM", re.compile(r"\d{1,3}|[3-9]\d{3}")),
    ("ORD", re.compile(r"(\d{1,3})(?:st|nd|rd|th)")),
    ("CLOCK", re.compile(r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?")),
    ("DECADE", re.compile(r"([12]\d{2}0)['\u2019]?s")),
    (
        "DATENUM",
        re.compile(
            r"\d{1,2}/\d{1,2}/(?:\d\d|\d{4})|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}-\d{1,2}-\d{4}|\d{4}[-/]\d\d[-/]\d\d"
        ),
    ),
    ("DECIMAL", re.compile(r"\d{1,2}\.\d+")),
    ("NUM", re.compile(r"\d{1,3}(?:,\d{3}){1,2}")),
    ("DECIMAL", re.compile(r"0\d{3}")),
)


_HALF = re.compile(r"\s?(?:½|1/2(?!\d))|-1/2(?!\d)")


def _number(lowered: str, start: int, end: int) -> Node | None:
    """Sort a number by its shape; a sum of money, a percentage or a number with a sign is a gap."""
    written = lowered[start:end]
    if len(written) > 12 or (start and lowered[start - 1] in "$£€#+"):
        return None
    if lowered[end : end + 1] == "%":
        return None
    for kind, shape in _SHAPES:
        if found := shape.fullmatch(written):
            digits = found[1] if shape.groups else written
            if kind == "NUM" and _HALF.match(lowered, end) and (numeral := numerals.read(lowered, start)) is not None:
                return Node(kind, start, numeral.end, float(numeral.value))
            value = int(digits.replace(",", "")) if kind in ("YEAR", "NUM", "ORD", "DECADE") else written
            return Node(kind, start, end, value)
    return None
