"""Where a local outlet is at home: by a table of newspapers and stations, else by the city in its name.

What it prints is mostly of its own region; no account says so. A home chooses among towns of one name, and tells nothing by itself.
Outlets of a whole country have none: the capital in a name says as little as none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from sayso.model import Place
from sayso.normalisation import places_countries as countries
from sayso.normalisation.names_forms import fold
from sayso.normalisation.places_entries import entries_of
from sayso.normalisation.places_gazetteer import Entry, Feature, region_name, rows, towns

#: A city of this size gives newspapers and stations its name; a shorter name stands in other words by chance.
_CITY, _SHORTEST = 150_000, 5
_WORD = re.compile(r"[^\W_]+")
#: What an address begins and ends with beside the outlet's name.
_BEFORE = frozenset("http https www www2 m amp".split())
_ENDINGS = frozenset("com co org net gov edu news info tv us uk au ca nz za ie in".split())
#: What outlets call themselves beside their city.
_PRESS = frozenset(
    "news post times tribune herald gazette journal star sun chronicle courier press echo mail observer radio tv television daily"
    " evening weekly examiner globe standard bulletin dispatch telegraph record register review mirror voice today guardian argus"
    " advertiser inquirer enquirer independent ledger leader sentinel police magazine".split()
)
#: Pages under one roof, each with its own town before the dot.
_ROOFS = frozenset({"cbslocal", "suntimes", "craigslist", "patch", "blogspot", "wordpress"})


@lru_cache(maxsize=4096)
def home_of(outlet: str) -> Place | None:
    """The town, or the region, that a local outlet is at home in; None for one that no table and no name places.

    Args:
        outlet: its name, the address of its pages, or the id that a source has by either.

    >>> home_of("www.freep.com").name, home_of("Chicago Tribune").name, home_of("mlive.com").name
    ('Detroit', 'Chicago', 'Michigan')
    >>> home_of("reuters.com")
    """
    words = _words(outlet)
    own = words
    while len(own) > 1 and own[-1] in _ENDINGS:
        own = own[:-1]
    if not own:
        return None
    roof = own[-1] in _ROOFS and len(own) > 1
    names = (own[0],) if roof else ("".join(words), "".join(own), own[-1])
    known = _homes()
    entry = next((known[name] for name in names if name in known), None)
    is_address = len(own) < len(words) or len(own) == 1
    entry = entry or (_within("".join(own)) if is_address else _named(own))
    return _place(entry) if entry is not None else None


def _words(outlet: str) -> tuple[str, ...]:
    """The words of a name or an address ("https://www.post-gazette.com/news": post, gazette, com)."""
    found = _WORD.findall(fold(outlet.strip().split("//")[-1].split("/")[0].replace(".", " ").replace("-", " ")))
    while found and found[0] in _BEFORE:
        found = found[1:]
    return tuple(found)


@cache
def _homes() -> Mapping[str, Entry]:
    """Each outlet of the table with its town, or its region."""
    found: dict[str, Entry] = {}
    for country, region, town, names in rows("outlets.tsv"):
        name = town or region_name(country, region) or ""
        wanted = Feature.TOWN if town else Feature.REGION
        at = next(
            (e for e in entries_of(name) if (e.country, e.region, e.feature) == (country, region, wanted)),
            None,
        )
        found.update({"".join(_words(one)): at for one in names.split() if at is not None})
    return found


def _named(words: tuple[str, ...]) -> Entry | None:
    """The city of a name in words ("The Chicago Tribune"); who has a city's name and prints nothing is a person."""
    if _PRESS.isdisjoint(words):
        return None
    for length in (3, 2, 1):
        for at in range(len(words) - length + 1):
            city = _city(" ".join(words[at : at + length]))
            if city is not None:
                return city
    return None


def _within(label: str) -> Entry | None:
    """The longest name of a city that begins or ends what stands before the dot ("nbcmiami", "fox5atlanta")."""
    cities = [
        city
        for size in range(len(label), _SHORTEST - 1, -1)
        for piece in (label[:size], label[-size:])
        if (city := _city(piece)) is not None
    ]
    return cities[0] if cities else None


def _city(name: str) -> Entry | None:
    """The large city of a name that no other comes near, and that is no capital."""
    found = [one for one in (*towns(name), *towns(name.replace("st ", "saint ", 1))) if not one.is_other_name]
    first = max(found, key=lambda one: one.population, default=None)
    if first is None or first.population < _CITY or len(name) < _SHORTEST:
        return None
    land = countries.by_code(first.country)
    is_capital = land is not None and fold(land.capital) == fold(first.name)
    return None if is_capital else first


def _place(entry: Entry) -> Place:
    """A town or region as a place."""
    land, region = countries.by_code(entry.country), region_name(entry.country, entry.region)
    around = [region] if region and entry.feature is not Feature.REGION else []
    inside = (*around, *([land.name] if land is not None else ()))
    return Place(entry.name, inside, entry.country, entry.latitude, entry.longitude, int(entry.feature), entry.name)
