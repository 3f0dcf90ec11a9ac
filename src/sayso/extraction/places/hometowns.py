"""The town that a text is set in, by all that speaks for one: whose police, whose people, the dateline, the title.

A street, a building or a quarter that the text names without its town lies there; a text that puts its deed nowhere else
is told of it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from sayso.extraction.drafts import STORY, Draft, Setting
from sayso.extraction.events.scenes import Scene
from sayso.extraction.events.story import filed_from
from sayso.extraction.places.signs import NAME, SIDE, SIGNS, SURE, TOWN, by_name, heads, tails, town
from sayso.model import BlockKind, Extent, Place
from sayso.normalisation import places
from sayso.normalisation.names import fold
from sayso.normalisation.places_countries import by_code
from sayso.normalisation.places_entries import entries_of, holds
from sayso.normalisation.places_gazetteer import Entry, Feature, region_name
from sayso.normalisation.places_links import is_inner

#: "The Ashby neighborhood": a quarter of the town, whatever towns are called so elsewhere.
_QUARTER = re.compile(rf"\b{NAME} (?:neighborhood|neighbourhood|district|quarter|section)\b")
#: How often one sign of one name counts.
_MOST = 3
_DATELINE, _TITLE, _ENOUGH = 3.0, 1.5, 1.5
#: How many times the people of a quarter a city has at least.
_CITY = 5


@dataclass(frozen=True, slots=True)
class Hometown:
    """A town with the place in the text that tells it best, and how much speaks for it."""

    place: Place
    scene: Scene
    start: int
    end: int
    weight: float
    policed: frozenset[str] = frozenset()
    quarters: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()

    def holds(self, place: Place) -> bool:
        """Can a place without a town lie in this one, as far as country and region tell?"""
        if place.country is not None and self.place.country is not None and place.country != self.place.country:
            return False
        regions = [name for name in place.inside if name not in _lands(place) and places.lookup(name)]
        return not regions or all(fold(name) in {fold(one) for one in self.place.inside} for name in regions)


def _lands(place: Place) -> tuple[str, ...]:
    land = by_code(place.country) if place.country is not None else None
    return (land.name,) if land is not None else ()


def hometown(told: Sequence[Scene], setting: Setting, known: places.PlaceContext) -> Hometown | None:
    """The town for which most speaks; None where too little does."""
    signs: defaultdict[str, Counter[str]] = defaultdict(Counter)
    first: dict[str, Hometown] = {}
    for scene in told:
        if scene.kind is BlockKind.CAPTION or not (setting.is_own(scene) or scene.number < _OPENING):
            continue
        for sign, (start, end), place in _named(scene, setting, known):
            key = fold(place.name)
            signs[key][sign] += 1
            first.setdefault(key, Hometown(place, scene, start, end, 0.0))
    for filed in _filed(told, setting, known):
        signs[fold(filed.place.name)]["dateline"] = 1
        first.setdefault(fold(filed.place.name), filed)
    weights = {key: _weight(signs[key]) for key in first}
    policed = frozenset(key for key in first if signs[key]["police"])
    quarters = _quarters(told, setting)
    quarters = quarters if any(key in policed and key not in quarters for key in first) else frozenset()
    towns = [key for key in first if key not in quarters]
    best = max(towns, key=lambda key: (weights[key], -first[key].start), default=None)
    if best is None or weights[best] < _ENOUGH:
        return None
    best = next((key for key in towns if key in policed and _is_city_of(first[key].place, first[best].place)), best)
    return replace(
        first[best], weight=weights[best], policed=policed, quarters=quarters - {best}, named=frozenset(first)
    )


def _quarters(told: Sequence[Scene], setting: Setting) -> frozenset[str]:
    """The names that the text gives to quarters, and with which it says "neighborhood"."""
    own = (scene for scene in told if setting.is_own(scene) or scene.number < _OPENING)
    return frozenset(fold(match[1]) for scene in own for match in _QUARTER.finditer(scene.words))


def _is_city_of(city: Place, place: Place) -> bool:
    """Is a place that the tables call a town a quarter of this city: much smaller, and beside it?"""
    small, large = _entries(place.name, place), _entries(city.name, city)
    if not small or not large or city.name == place.name:
        return False
    return large[0].population >= _CITY * small[0].population and holds(large[0], small[0])


_OPENING = 6


def _filed(told: Sequence[Scene], setting: Setting, known: places.PlaceContext) -> Iterator[Hometown]:
    """The town of the dateline; agencies file from the capital what happened anywhere in the country."""
    filed = filed_from(setting.document, known) or _filedby_name(setting)
    if filed is None or (filed[0].precision or 9) > TOWN:
        return
    place, at = filed
    land = by_code(place.country) if place.country is not None else None
    if land is not None and fold(land.capital) == fold(place.name):
        return
    yield from (Hometown(place, s, at.start, at.end, 0.0) for s in told if s.start <= at.start < s.end)


#: A dateline in capitals, of one or two words: "CARROLLTON (WXYZ) --".
_CAPITALS = re.compile(
    r"\s*([A-Z][A-Z.'\u2019-]{2,}(?: [A-Z][A-Z.'\u2019-]+){0,2})(?=\s*(?:\(|--|\u2014|\u2013|-\s|-$|,))"
)
_COUNTY = re.compile(
    r"\b([A-Z][\w\u2019'-]+(?: [A-Z][\w\u2019'-]+)? (?:County|Parish)|[A-Z]{3,}(?: [A-Z]{3,})? (?:COUNTY|PARISH))\b"
    r"(?! (?i:jail|court|circuit|district|medical|coroner|prosecutor|attorney|commission|hospital|school|fair|council))"
)


def _filedby_name(setting: Setting) -> tuple[Place, Extent] | None:
    """The town of a dateline whose name is a word, too, or that of many towns."""
    for block in setting.document.blocks:
        if block.kind is BlockKind.DATELINE:
            filed = _CAPITALS.match(setting.document.text, block.start, block.end)
            place = by_name(filed[1].title(), setting) if filed is not None else None
            return (place, Extent(*filed.span(1))) if filed is not None and place is not None else None
    return None


def _weight(signs: Counter[str]) -> float:
    """What all signs of a name come to."""
    fixed = {"dateline": _DATELINE, "title": _TITLE}
    return sum(min(count, _MOST) * (fixed[s] if s in fixed else SIGNS[s][1]) for s, count in sorted(signs.items()))


def _named(scene: Scene, setting: Setting, known: places.PlaceContext) -> Iterator[tuple[str, tuple[int, int], Place]]:
    """The towns that a sentence names by a sign."""
    for sign, (pattern, _) in SIGNS.items():
        for match in pattern.finditer(scene.words):
            pieces = tails(match) if sign in SURE else heads(match)
            named = ((at, name, town(name, setting, known, is_sure=sign in SURE)) for at, name in pieces)
            for at, name, place in islice((one for one in named if one[2] is not None), 1):
                stretch = (scene.start + at, scene.start + at + len(name))
                told_by = (sign, "title") if scene.kind is BlockKind.TITLE else (sign,)
                yield from ((one, stretch, place) for one in told_by if place is not None)


def settled(drafts: Sequence[Draft], home: Hometown | None) -> list[Draft]:
    """The drafts with every street, building and quarter put into its town."""
    return [
        replace(draft, value=_within(draft.value, home))
        if draft.slot == "place" and isinstance(draft.value, Place)
        else draft
        for draft in drafts
    ]


def _within(place: Place, home: Hometown | None) -> Place:
    """A place in the town that its own name tells ("North Ashby"), or in the story's, where none is told."""
    if home is not None and fold(place.name) in home.quarters:
        return _put(replace(place, inside=()), home.place)
    if not is_townless(place):
        return _in_the_city(place, home) if home is not None else place
    side = SIDE.fullmatch(place.name)
    towns = [one for one in places.lookup(side[1], place.country) if one.precision == 1] if side is not None else []
    if towns and home is None and place.country is None:
        return place  # a town of its own, for all the text tells
    if towns and (home is None or (fold(towns[0].name) in home.named and fold(towns[0].name) != fold(home.place.name))):
        return _put(place, towns[0])
    if home is not None and (towns or is_inner(place.name)) and home.holds(place):
        return _put(place, home.place)  # "East Virginia" is no Virginia where only another town is told of
    return place


def _put(place: Place, town: Place) -> Place:
    """A place in a town."""
    around = tuple(name for name in place.inside if name not in (*town.inside, town.name))
    return replace(
        place,
        inside=(*around, town.name, *town.inside),
        country=town.country,
        latitude=town.latitude,
        longitude=town.longitude,
        precision=TOWN,
    )


def _in_the_city(place: Place, home: Hometown) -> Place:
    """A quarter that the tables call a town lies in the city whose police came, where it has none of its own."""
    city, names = home.place, (place.name, *place.inside)
    if fold(city.name) not in home.policed or city.name in names or not city.inside:
        return place
    for at, name in enumerate(names):
        small, large = _entries(name, place), _entries(city.name, city)
        if small and large:
            is_quarter = fold(name) not in home.policed and large[0].population >= _CITY * small[0].population
            if is_quarter and holds(large[0], small[0]):
                return replace(place, inside=(*names[1 : at + 1], city.name, *city.inside))
            return place
    return place


def _entries(name: str, place: Place) -> list[Entry]:
    """The towns of a name in the region of a place."""
    towns = (one for one in entries_of(name) if one.feature is Feature.TOWN and one.country == place.country)
    return [one for one in towns if region_name(one.country, one.region) in place.inside]


def is_townless(place: Place) -> bool:
    """Does neither a place nor what it lies in name a town, though it is no county, region or country itself?"""
    if place.precision is not None and place.precision <= TOWN:
        return False
    return not places.lookup(place.name) and places.country(place.name) is None


def told_of(home: Hometown | None, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The story's town, where no place of the story names one."""
    named = [draft.value for draft in drafts if draft.slot == "place" and isinstance(draft.value, Place)]
    if home is None or any((place.precision or 9) <= TOWN for place in named):
        return
    if any(is_townless(place) and not is_inner(place.name) for place in named):
        return  # a village that no table has is told of: it is where it happened
    place = replace(home.place, text=home.place.name)
    root = home.scene.sent.root
    yield Draft(home.scene, home.start, home.end, "place", None, place, root, part=STORY)


def in_county(
    told: Sequence[Scene], setting: Setting, home: Hometown | None, drafts: Sequence[Draft]
) -> Iterator[Draft]:
    """Where nothing speaks for a town or a place, the county that the story names most: whose sheriff it is."""
    if home is not None or setting.story.type is None or any(draft.slot == "place" for draft in drafts):
        return
    found: list[tuple[str, Scene, int]] = [
        (match[1].title() if match[1].isupper() else match[1], scene, match.start(1))
        for scene in told
        if setting.is_own(scene) or scene.number < _OPENING
        for match in _COUNTY.finditer(scene.words)
    ]
    counts = Counter(name for name, _, _ in found)
    for name, scene, at in sorted(found, key=lambda one: (-counts[one[0]], one[1].start))[:1]:
        places_of = places.lookup(name, setting.story.country)
        place = places_of[0] if len(places_of) == 1 else by_name(name, setting)
        if place is not None:
            start = scene.start + at
            place = replace(place, text=name)
            yield Draft(scene, start, start + len(name), "place", None, place, scene.sent.root, part=STORY)
