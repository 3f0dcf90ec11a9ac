"""Countries by name, capital and demonym, and the wide regions that hold many of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sayso.normalisation.names_forms import fold
from sayso.normalisation.places_gazetteer import Entry, Feature, rows

# Wider than a country: named in texts, no country and no point of their own.
_WIDE = frozenset(
    fold(name)
    for name in [
        "Africa",
        "Antarctica",
        "Asia",
        "Europe",
        "Oceania",
        "America",
        "Americas",
        "North America",
        "South America",
        "Central America",
        "Latin America",
        "Caribbean",
        "Middle East",
        "Near East",
        "Far East",
        "Maghreb",
        "Sahel",
        "Horn of Africa",
        "West Africa",
        "East Africa",
        "Southern Africa",
        "North Africa",
        "Central Africa",
        "Sub-Saharan Africa",
        "Eastern Europe",
        "Western Europe",
        "Central Europe",
        "Northern Europe",
        "Southern Europe",
        "Balkans",
        "Baltics",
        "Baltic States",
        "Scandinavia",
        "Caucasus",
        "Central Asia",
        "South Asia",
        "Southeast Asia",
        "East Asia",
        "Persian Gulf",
        "Gulf States",
        "Indochina",
        "Levant",
        "Kurdistan",
        "Mediterranean",
        "Andes",
        "Amazon",
        "Sahara",
        "Pacific",
        "Atlantic",
        "Indian Ocean",
        "South China Sea",
        "Red Sea",
        "Black Sea",
        "Balkan",
        "West",
        "East",
        "Gulf",
        "European Union",
        "EU",
        "Soviet bloc",
    ]
)
# Names that are a word, too, when they are not written in capitals.
_ONLY_IN_CAPITALS = frozenset({"us", "eu"})


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory with a code of its own (ISO 3166-1 alpha-2); coordinates are its middle."""

    code: str
    name: str
    capital: str
    continent: str
    latitude: float
    longitude: float
    population: int


@cache
def _tables() -> tuple[dict[str, Country], dict[str, str], dict[str, str]]:
    """Countries by code; codes by folded name; codes by folded demonym."""
    by_code: dict[str, Country] = {}
    names: dict[str, str] = {}
    demonyms: dict[str, str] = {}
    for code, name, capital, continent, latitude, longitude, population, people, others in rows("countries.tsv"):
        by_code[code] = Country(code, name, capital, continent, float(latitude), float(longitude), int(population))
        for one in (name, *others.split(", ")):
            names.setdefault(fold(one), code)
        for one in people.split(", "):
            demonyms.setdefault(fold(one), code)
            demonyms.setdefault(f"{fold(one)}s", code)
    for table in (names, demonyms):
        table.pop("", None)
        table.pop("s", None)
    return by_code, names, demonyms


def by_code(code: str) -> Country | None:
    """The country of an ISO 3166-1 alpha-2 code."""
    return _tables()[0].get(code)


def by_name(name: str) -> Country | None:
    """The country of that name, the article left out.

    >>> by_name("the Netherlands").code
    'NL'
    """
    folded = _plain(name)
    code = None if folded is None else _tables()[1].get(folded)
    return None if code is None else _tables()[0][code]


def by_demonym(word: str) -> Country | None:
    """The country of a demonym, singular or plural.

    >>> by_demonym("Salvadorans").code
    'SV'
    """
    folded = _plain(word)
    code = None if folded is None else _tables()[2].get(folded)
    return None if code is None else _tables()[0][code]


def is_wide(name: str) -> bool:
    """Whether this names a region of many countries ("Latin America")."""
    return _plain(name) in _WIDE


def _plain(name: str) -> str | None:
    """The folded name without its article; None where a word in small letters only looks like a country."""
    folded = fold(name).removeprefix("the ")
    return None if folded in _ONLY_IN_CAPITALS and not any(sign.isupper() for sign in name) else folded


def entry(country: Country) -> Entry:
    """The country as an entry of the gazetteer."""
    return Entry(
        country.name, Feature.COUNTRY, country.code, "", country.latitude, country.longitude, country.population
    )
