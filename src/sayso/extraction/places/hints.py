"""Where the words around a capitalised name make a place of it: "off X", "in X, Y and Z", "the siege of X", "shelled X".

A hint is none by itself: a name is a place's if a deed hangs there, or if the text hints at it twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.extraction.places.signs import SIDED

_PARTICLE = r"(?:de|del|de la|de las|de los|da|do|dos|das|di|du|des|la|las|los|le|les|el|al|am|an der|sur|of the|y)"
_WORD = r"(?:(?:St|Ft|Mt|Sta|Sto)\. )?[A-Z][\w'\u2019-]*[\w]"
#: A name of one to four words: "Plan de Ayuda", "Rio Negro".
TOPONYM = rf"{_WORD}(?: (?:{_PARTICLE} )?{_WORD}){{0,3}}"
#: One word of a name.
WORD = _WORD
_ENDS = r"(?!['\u2019]?\w)"
_GEOGRAPHIC = rf"(?:(?:Mount|Lake|Cape|Isla|Cerro|Monte) {_WORD}|(?:{_WORD} ){{1,2}}(?:Peak|Islands?|Bay|Falls|Valley|River|Strait|Gorge|Pass|Reef|Creek|Hills?|Ridge|Glacier|Point|Head))"
#: What puts something at a name, or in a list of them.
_AT = re.compile(
    rf"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Aa]round|[Oo]ff|[Aa]bove|[Bb]elow|[Bb]eyond|[Ii]nside) (?:both )?{SIDED}(?P<name>{TOPONYM}){_ENDS}"
    rf"(?P<more>(?:, {TOPONYM}){{0,5}},? and {TOPONYM}{_ENDS})?"
)
_ON = re.compile(rf"\b(?:[Oo]n|[Ii]nto|[Oo]ver|[Aa]cross) (?P<name>{_GEOGRAPHIC}){_ENDS}")
_BETWEEN = re.compile(rf"\b[Bb]etween (?P<name>{TOPONYM}) and (?P<other>{TOPONYM}){_ENDS}")
_BY = re.compile(
    rf"\b(?:coasts?|shores?|outskirts|suburbs?|hills|mountains|forests?|waters|slopes|approaches|edge|airspace|cliffs|south|north|east|west|heart|centre|center)"
    rf" (?:of|above|near|around|outside) (?P<name>{TOPONYM}){_ENDS}"
)
#: Deeds that are done to places, and to nobody.
_OF = re.compile(
    r"\b(?:[Ss]iege|[Mm]assacre|[Bb]attle|[Ss]ack|[Ss]torming|[Ss]helling|[Bb]urning|[Tt]ragedy|[Dd]isaster|[Bb]ombardment|[Ff]looding|[Rr]azing|[Dd]ead|[Mm]artyrs)"
    rf" of (?P<name>{TOPONYM}){_ENDS}"
)
_DONE = (
    "shook|shelled|bombed|razed|flooded|stormed|overran|besieged|devastated|buried|engulfed|inundated|bombarded|swept|torched|ransacked"
    "|ravaged|rocked|pounded|battered|attacked|raided|hit|struck"
)
_TO = re.compile(
    rf"\b(?:{_DONE}) {SIDED}(?P<name>{TOPONYM}){_ENDS}"
    rf"|(?P<done>{TOPONYM}) (?:was|were) (?:\w+ly )?(?:{_DONE}|shaken|overrun|burned|burnt|sacked|destroyed)\b"
)
#: "The X disaster": a name that a place's own deed is called by.
_CALLED = re.compile(
    rf"\b(?:[Tt]he|\d{{4}}) (?P<name>{_WORD}(?: {_WORD})?) (?:[a-z]+ )?(?:disaster|massacre|shootings?|bombings?|siege|explosion|crash|collapse|floods?|killings|riots?"
    r"|uprising|stampede|tragedy|derailment|avalanche|landslide|earthquake|murders|hijacking)\b"
)


def put_at(words: str) -> Iterator[str]:
    """The names at which some words put something, each member of a list by itself.

    >>> list(put_at("Bombs went off in Alta, Birk and Corv on Friday."))
    ['Alta', 'Birk', 'Corv']
    """
    for match in _AT.finditer(words):
        yield match["name"]
        yield from (name for name in re.split(r",? and |, ", match["more"] or "") if name)
    for match in _BETWEEN.finditer(words):
        yield match["name"]
        yield match["other"]
    for pattern in (_ON, _BY):
        for match in pattern.finditer(words):
            yield match["name"]


def done_to(words: str) -> Iterator[str]:
    """The names to which some words say that something was done which befalls places.

    >>> list(done_to("Jets bombed Corv, and the siege of Alta went on."))
    ['Alta', 'Corv']
    """
    for pattern in (_OF, _TO):
        for match in pattern.finditer(words):
            yield next(name for name in match.groupdict().values() if name)


def called(words: str) -> Iterator[str]:
    """The names by which some words call a deed ("the Corv disaster")."""
    for match in _CALLED.finditer(words):
        yield match["name"]


def names_a_deed(words: str) -> bool:
    """Do some words call a deed by its place, whether or not they tell of it?

    >>> names_a_deed("The Corv disaster: what was found."), names_a_deed("The dead of Alta were buried.")
    (True, True)
    """
    return _CALLED.search(words) is not None or _OF.search(words) is not None
