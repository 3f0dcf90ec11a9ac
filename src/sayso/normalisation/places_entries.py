"""What a name can mean, by all tables together, and which of two places lies inside the other."""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import lru_cache

from sayso.normalisation import places_countries as countries
from sayso.normalisation.names_forms import fold
from sayso.normalisation.places_gazetteer import Entry, Feature, regions, towns
from sayso.normalisation.places_risk import COMPASS

# "San Miguel Department", "province of Cuzco": the name without the word that says what kind of place it is.
_REGION_WORDS = "department|province|state|region|governorate|oblast|prefecture|county|district"
_TOWN_WORDS = "city|town|village|port|capital|municipality|township|suburb|hamlet|community|neighborhood|neighbourhood"
_KIND_BEFORE = re.compile(rf"^(?:the )?(?P<kind>{_REGION_WORDS}|{_TOWN_WORDS}) of (?P<name>.+)$", re.IGNORECASE)
_KIND_AFTER = re.compile(rf"^(?P<name>.+?) (?P<kind>{_REGION_WORDS}|{_TOWN_WORDS})$", re.IGNORECASE)
# Half the width of a large city and its suburbs: a district is inside its city though their region codes differ.
_CITY_KILOMETRES = 40.0


def country(name: str) -> str | None:
    """The ISO 3166-1 alpha-2 code of a country's name or demonym.

    >>> country("Peruvian"), country("El Salvador"), country("the U.S."), country("us")
    ('PE', 'SV', 'US', None)
    """
    found = countries.by_name(name) or countries.by_demonym(name)
    return None if found is None else found.code


#: So many times the people of all namesakes elsewhere make a town's country sure.
_LARGER = 2


@lru_cache(maxsize=8192)
def country_of_towns(name: str) -> str | None:
    """The country of a town by its name; None where towns of that name lie in several, and none is much the largest.

    >>> country_of_towns("Vienna"), country_of_towns("Georgetown")
    ('AT', None)
    """
    people: Counter[str] = Counter()
    if fold(name) in COMPASS:
        return None
    for entry in (*entries_of(name), *(entries_of(f"Saint {name[4:]}") if name.startswith("St. ") else ())):
        people[entry.country] += max(entry.population, 1)
    ranked = people.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _LARGER * ranked[1][1]):
        return None
    return ranked[0][0] or None


@lru_cache(maxsize=8192)
def entries_of(name: str) -> tuple[Entry, ...]:
    """Every entry of that name; a word for the kind of place ("province of", "County") chooses among them."""
    key = fold(name).removeprefix("the ")
    land = countries.by_name(name)
    found = (*((countries.entry(land),) if land else ()), *_abbreviated(name, key), *_spelt(key))
    if found:
        return found
    kind = _KIND_BEFORE.match(name) or _KIND_AFTER.match(name)
    if kind is None:
        return ()
    is_town = re.fullmatch(_TOWN_WORDS, kind["kind"].lower()) is not None
    bare = fold(kind["name"])
    return towns(bare) if is_town else (regions(bare) or towns(bare))


#: The ways in which the first word of a town's name is written.
_SPELT = (("st ", "saint "), ("ft ", "fort "), ("mt ", "mount "))


def _spelt(key: str) -> tuple[Entry, ...]:
    """The towns of a name, whichever way its "Saint", "Fort" or "Mount" is written."""
    others = [long + key.removeprefix(short) for short, long in _SPELT if key.startswith(short)]
    others += [short + key.removeprefix(long) for short, long in _SPELT if key.startswith(long)]
    if not others:
        return towns(key)
    found = {one: None for name in (key, *others) for one in towns(name)}
    return tuple(sorted(found, key=lambda town: (-town.population, town.country, town.region)))


def _abbreviated(name: str, key: str) -> tuple[Entry, ...]:
    """Regions of that name; a postal code counts only in capitals, a press abbreviation with its capital and dot."""
    found, written = regions(key), name.strip()
    if len(key) == 2 and not written.replace(".", "").isupper() and not (written.endswith(".") and written.istitle()):
        return ()
    return found


def holds(large: Entry, small: Entry) -> bool:
    """Whether `small` lies inside `large`, as far as the tables tell."""
    if large.country != small.country or large.feature < small.feature:
        return False
    if large.feature is Feature.COUNTRY:
        return small.feature is not Feature.COUNTRY
    if large.feature is Feature.REGION:
        return large.region == small.region and small.feature is not Feature.REGION
    reach = _CITY_KILOMETRES if large.feature is Feature.TOWN else 2 * _CITY_KILOMETRES
    is_same = large.name == small.name and large.feature is small.feature
    return (
        not is_same
        and large.population >= small.population * (large.feature is Feature.TOWN)
        and _apart(large, small) <= reach
    )


def _apart(one: Entry, other: Entry) -> float:
    """Kilometres between two places; flat is near enough over the width of a city."""
    north = (one.latitude - other.latitude) * 111.2
    east = (one.longitude - other.longitude) * 111.2 * math.cos(math.radians(one.latitude))
    return math.hypot(north, east)
