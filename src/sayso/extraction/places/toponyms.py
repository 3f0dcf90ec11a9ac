"""The names that a text itself uses as those of places, whether or not a gazetteer has them, and what it puts them in.

A village that no table knows is known by the words around it: "the villagers of Kotwara", "Kotwara, Orla Province", "12 km
north of Kotwara", or, twice, "at Kotwara". What one sentence says it lies in holds for every other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.extraction.events.scenes import Scene
from sayso.extraction.places.signs import SIDED
from sayso.extraction.words.lexicon import words as listed
from sayso.model import Place
from sayso.normalisation import places
from sayso.normalisation.names import fold
from sayso.normalisation.places_countries import by_code
from sayso.normalisation.places_risk import COMPASS

_PARTICLE = r"(?:de|del|de la|de las|de los|da|do|dos|das|di|du|des|la|las|los|le|les|el|al|am|an der|on|sur|of the|y)"
_WORD = r"(?:(?:St|Ft|Mt|Sta|Sto)\. )?[A-Z][\w'\u2019-]*[\w]"
#: A name of one to four words: "Plan de Ayuda", "Rio Negro".
TOPONYM = rf"{_WORD}(?: (?:{_PARTICLE} )?{_WORD}){{0,3}}"
_KINDS = (
    "villages?|towns?|hamlets?|city|settlement|township|suburb|commune|municipality|islands?|port|quarter|parish|district|barrio"
    "|neighbou?rhood|community|department|province|governorate|county|jurisdiction|outskirts|vicinity|place known as|area known as"
)
_OF_A_TOWN = (
    "inhabitants|villagers|townspeople|townsfolk|residents|streets?|bazaar|market square|mayor|stations?|port|harbou?r|bay|people|population"
    "|airfield|airstrip|gates?|walls|ruins"
)
_AWAY = (
    r"(?:kilomet(?:re|er)s?|km|miles?|mi|leagues?|versts?|hours?|[Nn]orth|[Ss]outh|[Ee]ast|[Ww]est|(?:[Nn]orth|[Ss]outh)-?(?:[Ee]ast|[Ww]est))"
    r"(?: (?:to the )?\w+)? (?:of|from)"
)
#: What makes a place of a name by one mention.
_SURE = re.compile(
    rf"\b(?:(?:(?i:{_KINDS})(?: of)?|(?i:{_OF_A_TOWN}) of|{_AWAY}|[Rr]oad (?:to|from)|[Bb]orn at) |(?=(?:Barangay|Brgy\.|Mohallah|Colonia|Barrio|Cerro|Kampung|Desa) ))"
    rf"(?P<name>{TOPONYM})(?!['\u2019]?\w)"
)
#: "Kotwara, a village of 1,200", "Kotwara district", "Kotwara was a hamlet".
_CALLED = re.compile(
    rf"(?P<name>{TOPONYM})(?:,? (?:is|was|an?|the) (?:[\w-]+ ){{0,4}}(?i:village|town|hamlet|settlement|municipality|island|port)\b| (?:district|province|village|municipality|valley|airfield)\b)"
)
#: "Kotwara, Orla Province", "Kotwara (Orla)": decided by what stands behind.
_WITHIN = re.compile(
    rf"(?P<name>{TOPONYM})(?:, (?:in )?(?:the )?| \((?=[^)]{{3,40}}\))| in (?:the )?{SIDED})(?P<outer>{TOPONYM})"
)
#: What hints at a place, and needs another.
_AT = re.compile(rf"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]utside|[Aa]round) (?P<name>{TOPONYM})(?!['\u2019]?\w)")
_HINTS = 2
#: Words that begin with a capital after "in" and "at" and are no places.
_NO_PLACES = frozenset(
    "parliament congress senate god heaven islam english french spanish arabic german russian portuguese latin monday tuesday wednesday thursday friday saturday "
    "sunday january february march april may june july august september october november december spring summer autumn winter christmas "
    "easter ramadan lent mass first second third court room chapter article section part annex appendix table figure page line "
    "paragraph volume book he she it they we i you this that these those there here the a an all both no none one two three four five six "
    "seven eight nine ten twelve operation world war state government house council committee police army front general president facebook "
    "twitter whatsapp youtube telegram instagram mr mrs ms dr colonel captain major sergeant lieutenant gmt am pm".split()
)


@dataclass(frozen=True, slots=True)
class Toponym:
    """A name that a text uses as a place's; `place` is what it lies in, where the text says so, `is_sure` by one mention."""

    name: str
    inside: tuple[str, ...] = ()
    country: str | None = None
    outer: Place | None = None


def toponyms(told: Sequence[Scene], known: places.PlaceContext) -> Mapping[str, Toponym]:
    """The places of a text by their names as it writes them; those of a gazetteer only where the text says what they lie in."""
    sure: dict[str, Toponym] = {}
    hints: Counter[str] = Counter()
    people = people_of(told)
    for scene in told:
        for name, outer in _sure(scene.words, known):
            if _may_be(name, people) and (name not in sure or sure[name].outer is None):
                sure[name] = _within(name, outer)
        hints.update(hinted(scene.words, people))
    for name, count in hints.items():
        if count >= _HINTS and name not in sure:
            sure[name] = Toponym(name)
    return dict(sorted(sure.items(), key=lambda one: (-len(one[0]), one[0])))


def hinted(words: str, people: frozenset[str]) -> Iterator[str]:
    """The names that stand after "in", "at" or "near": a place's, if a deed hangs there."""
    for match in _AT.finditer(words):
        name = _trimmed(match["name"])
        if _may_be(name, people):
            yield name


def _within(name: str, outer: Place | None) -> Toponym:
    if outer is None:
        return Toponym(name)
    return Toponym(name, (outer.name, *outer.inside), outer.country, outer)


def _sure(words: str, known: places.PlaceContext) -> Iterator[tuple[str, Place | None]]:
    """The names that one mention makes places, with what they lie in."""
    for match in _WITHIN.finditer(words):
        outer = _region(match["outer"], known)
        name = _trimmed(match["name"])
        if outer is not None and not places.is_place(name):
            yield name, outer
    for pattern in (_SURE, _CALLED):
        for match in pattern.finditer(words):
            yield _trimmed(match["name"]), None


def _region(name: str, known: places.PlaceContext) -> Place | None:
    """A country, a region or a county by its name; no town, which may stand in a list."""
    name = re.sub(r" (?:District|Province|State|Region|Department)\Z", "", _trimmed(name))
    place = places.resolve((name,), known)
    if place is None or (place.precision or 0) <= 2 or fold(name) in COMPASS:  # noqa: PLR2004 - a town's precision
        return None
    return place


def _trimmed(name: str) -> str:
    """A name without the day or the word behind it that is none of it ("Kotwara Tuesday")."""
    parts = name.split(" ")
    while len(parts) > 1 and fold(parts[-1]) in _NO_PLACES:
        parts.pop()
    return " ".join(parts)


def people_of(told: Sequence[Scene]) -> frozenset[str]:
    """The names of persons, in full and by their last words."""
    full = {e.text for scene in told for e in scene.sent.ents if e.label_ == "PERSON" and " " in e.text}
    given = listed("capitals", "given")
    full = {name for name in full if fold(name.split(" ")[0]) in given}
    return frozenset(full | {name.rsplit(" ", 1)[-1] for name in full})


def _may_be(name: str, people: frozenset[str]) -> bool:
    """Can a name be that of a place, as far as it goes by itself?"""
    first = fold(name.split(" ")[0])
    if name in people or first in _NO_PLACES or len(name) < 3 or (name.isupper() and len(name) < 5):  # noqa: PLR2004
        return False
    return not (fold(name) in COMPASS or places.country(name) is not None or places.is_risky(name))


def by_words(names: Sequence[str], told: Toponym | None, land: str | None) -> Place:
    """A place that no gazetteer has, inside what the text says, else in a country."""
    text = ", ".join(names)
    if told is not None and told.outer is not None:
        outer = told.outer
        sharp = max(outer.precision or 6, 2)
        inside = (*(name for name in names[1:] if name not in told.inside), *told.inside)
        return Place(names[0], inside, told.country, outer.latitude, outer.longitude, sharp, text)
    home = by_code(land) if land is not None else None
    inside = (*names[1:], *((home.name,) if home is not None and home.name not in names else ()))
    return Place(names[0], inside, land, None, None, 6 if home is not None else None, text)
