"""What ties a name to a text as its town: "Ashby police", "an Ashby woman", "in north Ashby"; and which town the name is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sayso.extraction.drafts import Setting
from sayso.model import Place
from sayso.normalisation import places
from sayso.normalisation.names import fold
from sayso.normalisation.places_countries import by_code
from sayso.normalisation.places_links import is_inner

#: Precision of a town, or of what lies within one.
TOWN, COUNTRY = 2, 6
NAME = r"((?:(?:St|Ft|Mt)\. )?[A-Z][\w\u2019'-]+(?: (?:(?:of|on|the|de|la|los) )?[A-Z][\w\u2019'-]+){0,2})"
#: "In east Ashby", "in downtown Ashby".
SIDED = r"(?:(?:(?:north|south)?(?:east|west)?(?:ern)?|far|downtown|central|suburban|nearby) ){0,2}"
#: What ties a name to a text as its town: its police, its people and houses, who is "of" it, and what is "in" it.
SIGNS: Mapping[str, tuple[re.Pattern[str], float]] = {
    "police": (re.compile(rf"\b{NAME} (?:[Pp]olice|PD|[Ff]ire [Dd]epartment|[Ff]irefighters)\b"), 2.0),
    "people": (
        re.compile(
            rf"\b{NAME} (?:(?i:\d{{1,3}}-year-old|man|woman|men|women|teen|teens|teenager|boy|girl|child|kids?|youths?|toddler|couple|mother|father|family|resident"
            r"|residents)|home|house|apartment|nightclub|bar|shooting|homicide|murder|fire|park)\b"
        ),
        1.5,
    ),
    "of": (re.compile(rf"\b\d{{1,3}}, of {NAME}"), 0.5),
    "in": (re.compile(rf"\b(?:[Ii]n|[Cc]ity of|[Tt]own of|[Vv]illage of) {SIDED}{NAME}"), 1.0),
}
#: Signs that make a town of a name that is a word, too, or that no gazetteer has.
SURE = frozenset({"police", "people"})
#: Words that make another name of the one behind them.
_OTHER_NAME = frozenset({"Little", "Old", "New", "Upper", "Lower"})
#: Sides of the compass before the name of a town: a quarter of it.
SIDE = re.compile(
    r"(?:(?:north|south|east|west|northeast|northwest|southeast|southwest|central|downtown)(?:ern)?) (.+)",
    re.IGNORECASE,
)


def tails(match: re.Match[str]) -> Iterator[tuple[int, str]]:
    """The name and its shorter ends ("Police in West Ashby": "West Ashby", "Ashby")."""
    name, start = match[1], match.start(1)
    yield start, name
    for gap in re.finditer(" ", name):
        if name[: gap.start()].split(" ")[-1] in _OTHER_NAME:
            return
        yield start + gap.end(), name[gap.end() :]


def heads(match: re.Match[str]) -> Iterator[tuple[int, str]]:
    """The name and its shorter beginnings ("in Ashby Tuesday": "Ashby Tuesday", "Ashby")."""
    name, start = match[1], match.start(1)
    yield start, name
    for gap in reversed(list(re.finditer(" ", name))):
        if fold(name[gap.end() :].split(" ")[0]) in CALENDAR:
            yield start, name[: gap.start()]


def town(name: str, setting: Setting, known: places.PlaceContext, *, is_sure: bool) -> Place | None:
    """The town of a name; one that is a word, too, only where police are named after it."""
    place = places.resolve((name,), known, text=name)
    if place is None and _is_side(name, setting):
        return None  # "West Ashby" is told by "Ashby"
    if place is None and is_sure and (_is_placed(name, setting) or _is_plain(name, setting)):
        return by_name(name, setting)
    if place is None or (place.precision or 9) > TOWN:
        return None
    return place if setting.story.country in (None, place.country) or place.country is None else None


def _is_side(name: str, setting: Setting) -> bool:
    """Is a name that of a side of a town, and of no town of its own?"""
    side = SIDE.fullmatch(name)
    return side is not None and not places.lookup(name) and bool(places.lookup(side[1], setting.story.country))


#: What police are named after beside towns.
_NOTTOWNS = frozenset(
    "the state states county metro metropolitan capitol university campus local city transit military federal national "
    "royal township regional central airport school park highway riot border secret special traffic tribal a an area".split()
)


CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october "
    "november december spring summer autumn fall winter christmas easter halloween thanksgiving".split()
)


def _is_placed(name: str, setting: Setting) -> bool:
    """Does the text put something in or at a name, so that it is no surname?"""
    words = fold(name).split(" ")
    if words[-1] in _NOTTOWNS or not CALENDAR.isdisjoint(words) or places.country(name) is not None:
        return False
    at = re.escape(name)
    placing = (
        rf"\b(?:in|at|near|outside|of|from) {at}\b|\b{at}['\u2019]s (?:\w+ )?(?:side|neighborhood|streets|downtown)\b"
    )
    filed = rf"|^{re.escape(name.upper())}\s?(?:\(|-|\u2013|\u2014)"
    return re.search(placing + filed, setting.document.text, re.MULTILINE) is not None


def _is_plain(name: str, setting: Setting) -> bool:
    """Is a name that of one town of the story's country, and no word or surname?"""
    found = places.lookup(name, setting.story.country)
    is_one = len({one.inside for one in found}) == 1 and fold(found[0].name) == fold(name)
    return is_one and setting.story.country is not None and not places.is_risky(name)


def by_name(name: str, setting: Setting) -> Place | None:
    """The one town of a name in the story's country; by its words alone where there are several, or none."""
    found = places.lookup(name, setting.story.country)
    towns = [one for one in found if one.precision == 1]
    if len({one.inside for one in towns}) == 1:
        return towns[0]
    if found and not towns:
        return None
    land = by_code(setting.story.country) if setting.story.country is not None else None
    if land is None:
        return Place(name, (), None, None, None, None, name)
    return Place(name, (land.name,), land.code, None, None, COUNTRY, name)


def is_town(place: Place) -> bool:
    """A town or a village, and no street or building."""
    if is_inner(place.name):
        return False
    return (place.precision or 9) <= 2 or place.latitude is None
