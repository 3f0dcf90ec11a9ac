"""The words that tie one place to another, and the common words that name a building; tables of patterns, no more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum


class Tie(StrEnum):
    """How a place stands to the one named after it."""

    INSIDE = "inside"
    LISTED = "listed"
    HOLDS = "holds"
    NEAR = "near"


_KINDS = (
    "capital|city|town|village|port|municipality|township|suburbs?|hamlet|community|neighbou?rhood|district|quarter|borough"
    "|province|department|state|region|county|prefecture|governorate|area|area|heart|cent(?:er|re)|outskirts|island"
    "|north|south|east|west|republic|kingdom"
)
# "the upscale district of", "the northern city of", "its capital of"
_KIND_OF = rf"(?:(?:the|a|an|its|their)\s+)?(?:[\w-]+\s+){{0,2}}(?:{_KINDS})\s+(?:of|in)\s+(?:the\s+)?"
_SIDE = r"(?:(?:the|nearby|central|downtown|northern|southern|eastern|western|north|south|east|west|suburban|rural)\s+){0,2}"
_AWAY = (
    r"(?:\(?\d[\d,.]*\)?|a few|some|several|about \d+)[\s-]+(?:miles?|kilomet(?:er|re)s?|km|kms)\s+"
    r"(?:(?:to the\s+)?(?:north|south|east|west|northeast|northwest|southeast|southwest)\s+(?:of|from)|outside(?: of)?|from|away from)"
)
_NEAR_WORDS = rf"(?:near|close to|not far from|outside|just outside|on the outskirts of|{_AWAY})"

# Tried in this order; each must match all that stands between two names.
_BETWEEN: tuple[tuple[Tie, re.Pattern[str]], ...] = tuple(
    (tie, re.compile(pattern, re.IGNORECASE))
    for tie, pattern in (
        (Tie.HOLDS, r"['\u2019]s?\s+(?:[\w-]+\s+)?"),
        (Tie.NEAR, rf"\s*,?\s+(?:located\s+)?{_NEAR_WORDS}\s+(?:{_KIND_OF}|{_SIDE})"),
        (Tie.INSIDE, rf"\s*,?\s+(?:in|at|inside|within|of|on)\s+(?:{_KIND_OF}|{_SIDE})"),
        (Tie.INSIDE, rf"\s*,\s+{_KIND_OF}"),
        (Tie.LISTED, r"\s*,\s*(?:the\s+)?"),
        (Tie.LISTED, r"\s*\(\s*"),
    )
)
_NEAR_BEFORE = re.compile(rf"\b{_NEAR_WORDS}\s+(?:{_KIND_OF}|{_SIDE})$", re.IGNORECASE)

BUILDINGS = (
    "embassy|consulate|mission|residence|mansion|home|house|villa|apartment|hospital|clinic|school|university|college|campus"
    "|academy|airport|airfield|airstrip|church|cathedral|chapel|mosque|synagogue|temple|monastery|prison|jail|penitentiary"
    "|barracks|base|camp|garrison|fort|fortress|hotel|motel|hostel|restaurant|cafe|café|bar|pub|nightclub|club|casino|market"
    "|mall|store|shop|supermarket|pharmacy|bank|station|terminal|stadium|arena|park|square|plaza|bridge|tunnel|street|avenue"
    "|road|highway|boulevard|lane|drive(?!-by)|building|office|offices|headquarters|ministry|palace|court|courthouse|factory|plant"
    "|mill|mine|museum|theater|theatre|cinema|library|farm|ranch|plantation|compound|checkpoint|outpost|complex|parking lot"
    "|tower|center|centre|shelter|refinery|pipeline|colliery|quarry|bazaar|reservoir|wharf|pier|quay|jetty|dam|substation|harbor|harbour|dock|warehouse|intersection|block"
)
_HOUSEHOLDERS = (
    "ambassador|president|minister|mayor|governor|consul|general|colonel|bishop|archbishop|senator|judge|chief|director"
    "|family|attorney|congressman|commander"
)
# No article, preposition or auxiliary; a dot only within an abbreviation ("U.S.", "St."), so that no sentence ends inside.
_NO_LINK = r"(?!(?i:the|a|an|in|at|of|on|and|or|to|from|near|was|were|is|are|had|has|by|for|with|that|which|who)\b)"
_WORD = rf"{_NO_LINK}(?:[A-Z]\w{{0,2}}\.(?:\w\.)*|[\w-]+(?:['\u2019]s?)?)"
_PROPER = rf"(?=[A-Z]){_WORD}"
# Lines may be wrapped; a blank line ends all.
_SPACE = r"(?:[^\S\n]+|[^\S\n]*\n(?![^\S\n]*\n))"
_OWNER = (
    rf"(?:\s+of\s+(?:(?:the|a|an|his|her|its|their)\s+(?:{_WORD}\s+){{0,2}}?[a-z]+|(?:[A-Z]\w+\s+)?(?:{_HOUSEHOLDERS}))"
    r"(?:\s+[A-Z][\w-]+){0,3})"
)
_BUILDING = re.compile(
    rf"(?:\b(?i:the|a|an|his|her|its|their)\s+(?:{_WORD}{_SPACE}){{0,4}}?|\b(?:{_PROPER}{_SPACE}){{0,4}})"
    rf"\b(?P<head>(?i:{BUILDINGS}))\b(?!['\u2019]s\s+(?:[\w-]+\s+)?(?i:{BUILDINGS})\b){_OWNER}?"
)
_IS_BUILDING = re.compile(rf"\b(?:{BUILDINGS})$", re.IGNORECASE)
_KIND_BEFORE = re.compile(rf"\b{_KIND_OF}$", re.IGNORECASE)
_PLACE_BEFORE = re.compile(
    rf"\b(?:in|at|near|from|to|toward|towards|off|outside|inside|above|across|throughout)\s+(?:{_KIND_OF}|{_SIDE})$",
    re.IGNORECASE,
)
_MISSION = re.compile(r"\s+(?:embassy|consulate|mission|legation|ambassador|consul)\b", re.IGNORECASE)
_BLANK_LINE = re.compile(r"\n\s*\n")
_ARTICLE = re.compile(r"(?:the|a|an|his|her|its|their)\s+", re.IGNORECASE)


def tie_between(words: str) -> Tie | None:
    """How the words between two names tie them, or None where they do not.

    >>> tie_between(" in the upscale district of "), tie_between(", "), tie_between("'s "), tie_between(" and ")
    (<Tie.INSIDE: 'inside'>, <Tie.LISTED: 'listed'>, <Tie.HOLDS: 'holds'>, None)
    """
    if len(words) > 60 or _BLANK_LINE.search(words):
        return None
    return next((tie for tie, pattern in _BETWEEN if pattern.fullmatch(words)), None)


def is_near_before(words: str) -> bool:
    """Whether words that end before a name put something near it, not in it.

    >>> is_near_before("the convoy was hit 12 miles north of ")
    True
    """
    return _NEAR_BEFORE.search(words) is not None


def is_kind_before(words: str) -> bool:
    """Whether words that end before a name say what kind of place it is ("the upscale district of ")."""
    return _KIND_BEFORE.search(words) is not None


def is_place_before(words: str) -> bool:
    """Whether words that end before a name speak of it as a place ("in ", "from the city of ")."""
    return _PLACE_BEFORE.search(words) is not None


def buildings(text: str) -> Iterator[tuple[int, int, int]]:
    """Where the text names a building in common or proper words, without the article before it.

    Yields:
        Its start, the end of its head word ("home"), and the end of all that names it.

    >>> text = "at the home of the Danish consul in Riga"
    >>> [text[start:end] for start, _, end in buildings(text)]
    ['home of the Danish consul']
    """
    for found in _BUILDING.finditer(text):
        article = _ARTICLE.match(text, found.start(), found.start("head"))
        yield (article.end() if article else found.start()), found.end("head"), found.end()


def is_mission(text: str, end: int) -> bool:
    """Whether a mission abroad follows the country that ends at `end` ("U.S. Embassy"): the country is not its place."""
    return _MISSION.match(text, end) is not None


def is_building(name: str) -> bool:
    """Whether a name ends in a word for a building ("Saint Anne Hospital")."""
    return _IS_BUILDING.search(name.strip()) is not None


#: Ends of the names of streets and quarters beside those of buildings.
_INNER = re.compile(
    r"\b(?:trail|way|parkway|pike|court|place|terrace|circle|expressway|side|neighbou?rhood|district|block)$",
    re.IGNORECASE,
)


def is_inner(name: str) -> bool:
    """Whether a name is that of a street, a building or a quarter, and no village's.

    >>> is_inner("Rosemary Street"), is_inner("South Side"), is_inner("Otterville")
    (True, True, False)
    """
    return is_building(name) or _INNER.search(name.strip()) is not None
