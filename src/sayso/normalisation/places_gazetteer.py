"""What the tables hold of a name: towns, counties, first-order regions. Loaded when first asked for, searched by halves.

The tables are made by `scripts/make_gazetteer.py` from GeoNames (CC BY 4.0); see `resources/gazetteer/ATTRIBUTION.md`.
"""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache
from importlib import resources

from sayso.normalisation.names_forms import fold


class Feature(IntEnum):
    """What a place is; the number is the precision that UCDP gives a place told to that level."""

    TOWN = 1
    COUNTY = 3
    REGION = 4
    COUNTRY = 6


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of the tables; `region` is the first-order region's code, empty where there is none."""

    name: str
    feature: Feature
    country: str
    region: str
    latitude: float
    longitude: float
    population: int
    is_other_name: bool = False


def rows(table: str) -> list[list[str]]:
    """The cells of a table in `resources/gazetteer`, without its heading."""
    text = (resources.files("sayso.resources") / "gazetteer" / table).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


@cache
def _packed(table: str) -> bytes:
    return gzip.decompress((resources.files("sayso.resources") / "gazetteer" / table).read_bytes())


@lru_cache(maxsize=8192)
def towns(key: str) -> tuple[Entry, ...]:
    """Towns of over 5,000 people whose folded name is `key`, largest first."""
    return _found(_packed("towns.tsv.gz"), key)


@lru_cache(maxsize=8192)
def villages(key: str) -> tuple[Entry, ...]:
    """Places of 1,000 to 5,000 people whose folded name is `key`, largest first.

    Too many names are some village's: one counts only where the text says which region it lies in.
    """
    return _found(_packed("villages.tsv.gz"), key)


def _found(table: bytes, key: str) -> tuple[Entry, ...]:
    """The rows of one folded name."""
    start = f"{key}\t".encode()
    at = _first(table, start)
    found: list[Entry] = []
    while table.startswith(start, at):
        end = table.index(b"\n", at)
        found.append(_town(table[at:end].decode()))
        at = end + 1
    return tuple(sorted(found, key=lambda town: (-town.population, town.country, town.region)))


def _first(table: bytes, start: bytes) -> int:
    """Offset of the first line that is not below `start`."""
    low, high = 0, len(table)
    while low < high:
        middle = (low + high) // 2
        line = table.rfind(b"\n", low, middle) + 1 or low
        end = table.index(b"\n", line)
        if table[line:end] < start:
            low = end + 1
        else:
            high = line
    return low


def _town(row: str) -> Entry:
    _, name, country, region, latitude, longitude, population, other = row.split("\t")
    return Entry(name, Feature.TOWN, country, region, float(latitude), float(longitude), int(population), other == "1")


@cache
def _regions() -> dict[str, tuple[Entry, ...]]:
    """First-order regions and US counties by every folded name they go by."""
    named: dict[str, list[Entry]] = {}
    for country, code, name, latitude, longitude, population, others in rows("regions.tsv"):
        region = Entry(name, Feature.REGION, country, code, float(latitude), float(longitude), int(population))
        for one in dict.fromkeys(fold(one) for one in (name, *others.split(", ")) if one):
            named.setdefault(one, []).append(region)
    for state, name, latitude, longitude in rows("counties.tsv"):
        county = Entry(name, Feature.COUNTY, "US", state, float(latitude), float(longitude), 0)
        named.setdefault(fold(name), []).append(county)
    return {key: tuple(sorted(found, key=_region_order)) for key, found in named.items()}


def _region_order(region: Entry) -> tuple[int, str, str]:
    return (-region.population, region.country, region.region)


def regions(key: str) -> tuple[Entry, ...]:
    """First-order regions (and counties of the United States) whose folded name is `key`, most people first."""
    return _regions().get(key, ())


@cache
def _region_names() -> dict[tuple[str, str], str]:
    return {(row[0], row[1]): row[2] for row in rows("regions.tsv")}


def region_name(country: str, region: str) -> str | None:
    """The name of a first-order region by its code."""
    return _region_names().get((country, region))
