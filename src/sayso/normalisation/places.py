"""Places: names looked up, and chains of names ("Danish embassy", "Riga", "Latvia") resolved to one place.

The invariant: coordinates are never sharper than the names. A building or a street that the gazetteer does not know keeps
its own name, with its town's coordinates and precision 2; a name that nothing speaks for is not resolved at all.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.model.values import Place
from sayso.normalisation import places_countries as countries
from sayso.normalisation.names_forms import fold
from sayso.normalisation.places_chains import Chain, find_chains
from sayso.normalisation.places_distance import over_ground
from sayso.normalisation.places_entries import country, entries_of, holds
from sayso.normalisation.places_gazetteer import Entry, Feature, region_name, villages
from sayso.normalisation.places_risk import is_risky

__all__ = [
    "NO_CONTEXT",
    "Chain",
    "PlaceContext",
    "context_of",
    "country",
    "find_chains",
    "is_place",
    "is_risky",
    "lookup",
    "resolve",
]

# How much each sign speaks for a candidate, in powers of ten of its population: being inside what the chain names after it
# outweighs any population; a country the whole document is about outweighs a hundredfold population, a region more.
_INSIDE, _COUNTRY, _REGION, _CAPITAL, _OTHER_NAME, _NOT_A_TOWN = 10.0, 2.0, 4.0, 1.0, -1.0, -1.5
# The outlet's own region, and again what lies near its home; both together give way to a region that the document names.
_HOME, _NEAR_KILOMETRES = 1.5, 100.0


# A city of the first size is heard of abroad; one of the second is named without its region or country.
_FAMOUS, _KNOWN_ABROAD = 300_000, 100_000
_GREAT = 500_000


@dataclass(frozen=True, slots=True)
class PlaceContext:
    """The places a document speaks of: how often each country (ISO2) and each first-order region (`US.IL`).

    `home`: the town or region of the outlet, which chooses among places of one name where the document's own do not.
    """

    countries: Mapping[str, int] = field(default_factory=dict)
    regions: Mapping[str, int] = field(default_factory=dict)
    home: Place | None = None


NO_CONTEXT = PlaceContext()


def is_place(name: str) -> bool:
    """Whether the tables know a country, region, county or town of that name (a risky one, too)."""
    return bool(entries_of(name)) or countries.is_wide(name)


def lookup(name: str, country: str | None = None, admin: str | None = None) -> tuple[Place, ...]:
    """All places of that name, the likeliest first: larger ones, towns before the regions named after them.

    Args:
        name: as the text has it.
        country: only inside this country (ISO2).
        admin: only inside this first-order region (its code: `IL`).
    """
    found = [entry for entry in entries_of(name) if country in (None, entry.country) and admin in (None, entry.region)]
    ranked = sorted(found, key=lambda entry: (-_weight(entry, NO_CONTEXT), entry.country, entry.region))
    return tuple(_place(entry, name) for entry in ranked)


def context_of(names: Iterable[str], home: Place | None = None) -> PlaceContext:
    """What the names of one document say of where it is set: each name that can mean one country counts for it.

    Args:
        names: of places, as the document has them.
        home: where the outlet is at home.

    >>> context_of(["Springfield", "Illinois", "Ill."]).regions
    {'US.IL': 2}
    """
    in_country: Counter[str] = Counter()
    in_region: Counter[str] = Counter()
    names = tuple(names)
    for name in names:
        found = entries_of(name)
        code = country(name) or _only({entry.country for entry in found})
        if code:
            in_country[code] += 1
        region = _only({_place_code(entry) for entry in found if entry.feature is Feature.REGION})
        if not region and found and all(entry.feature is Feature.COUNTY for entry in found):
            region = _only({_place_code(entry) for entry in found})
        if region and all(entry.feature is not Feature.TOWN or _place_code(entry) == region for entry in found):
            in_region[region] += 1
    if not in_region:
        cities = [city for name in dict.fromkeys(names) if (city := _famous(entries_of(name))) is not None]
        placed = [city for city in cities if not in_country or city.country in in_country]
        in_country.update(city.country for city in placed)
        in_region.update(_place_code(city) for city in placed)
    return PlaceContext(dict(sorted(in_country.items())), dict(sorted(in_region.items())), home)


def _famous(found: Sequence[Entry]) -> Entry | None:
    """The large city that outweighs all its namesakes twentyfold: it places a document that names no region."""
    cities = [entry for entry in found if entry.feature is Feature.TOWN]
    first = max(cities, key=lambda city: city.population, default=None)
    if first is None or first.population < _FAMOUS:
        return None
    return first if all(city is first or city.population * 20 <= first.population for city in cities) else None


def _only(codes: set[str]) -> str | None:
    return next(iter(codes)) if len(codes) == 1 else None


def _place_code(entry: Entry) -> str:
    return f"{entry.country}.{entry.region}"


def resolve(
    chain: Sequence[str], context: PlaceContext = NO_CONTEXT, *, text: str = "", near: bool = False
) -> Place | None:
    """The one place that a chain of names from small to large means, or None where nothing speaks for any.

    Args:
        chain: `("Danish embassy", "Riga", "Latvia")`; the smallest name may be unknown to the gazetteer.
        context: what else the document speaks of.
        text: the words of the text; the joined names where it is left out.
        near: the text says that it happened near the place: precision 2 at best.

    >>> resolve(("San Salvador", "El Salvador")).country
    'SV'
    >>> resolve(("Aurora", "Colo.")).inside
    ('Colorado', 'United States')
    >>> resolve(("Main Street", "Aurora", "Ill.")).precision
    2
    """
    names = tuple(name.strip() for name in chain if name.strip())
    words = text or ", ".join(names)
    for unknown in range(len(names)):
        rest = names[unknown:]
        if unknown == len(names) - 1 and countries.is_wide(rest[0]):
            return Place(names[0], names[1 : unknown + 1], None, None, None, None, words)
        best = _best(rest, context)
        if best is not None:
            return _inside(names[:unknown], best, words, near=near)
    return None


def _is_of_its_land(name: str, entry: Entry) -> bool:
    """ "Guatemala" alone is the country, and not the city that is named after it."""
    land = countries.by_name(name)
    return land is not None and entry.country == land.code and fold(entry.name) not in (fold(name), fold(f"the {name}"))


def _best(chain: Sequence[str], context: PlaceContext) -> Entry | None:
    """The likeliest candidate for the first name; a risky name needs the chain or the document to speak for it."""
    outer = [entries_of(name) for name in chain[1:]]
    ranked = []
    for entry in entries_of(chain[0]):
        spoken = sum(any(holds(large, entry) for large in level) for level in outer)
        if (outer and not spoken and any(outer)) or (not outer and _is_of_its_land(chain[0], entry)):
            continue
        ranked.append((spoken * _INSIDE + _weight(entry, context), entry, spoken))
    ranked.sort(key=lambda one: (-one[0], one[1].country, one[1].region))
    if not ranked:
        return _village(chain[0], outer, context)
    _, entry, spoken = ranked[0]
    if spoken:
        return entry
    is_doubtful = (is_risky(chain[0]) and not _is_spoken_for(entry, context)) or _is_elsewhere(entry, context)
    return _village(chain[0], outer, context) if is_doubtful else entry


def _village(name: str, outer: Sequence[Sequence[Entry]], context: PlaceContext) -> Entry | None:
    """The one village of a name in what the chain names after it, else in the regions that the document speaks of."""
    key = fold(name)
    is_placed = bool(context.regions) or context.home is not None
    if not any(outer) and (not is_placed or is_risky(name) or countries.is_wide(name)):
        return None
    wider = [large for level in outer for large in level if large.feature is not Feature.COUNTRY]
    found = villages(key)
    if wider:
        found = tuple(one for one in found if any(holds(large, one) for large in wider))
    elif any(outer):
        return None
    else:
        found = tuple(one for one in found if _place_code(one) in context.regions or _is_near(one, context.home))
    return found[0] if len({_place_code(one) for one in found}) == 1 else None


def _is_of_region(entry: Entry, home: Place) -> bool:
    """Whether a place lies in the outlet's own region."""
    return region_name(entry.country, entry.region) in (home.name, *home.inside)


def _is_near(entry: Entry, home: Place | None) -> bool:
    """Whether a town lies where the outlet's readers live."""
    if home is None or entry.feature is not Feature.TOWN or (home.precision or 0) > int(Feature.TOWN):
        return False
    return _reach(entry, home) <= _NEAR_KILOMETRES


def _reach(entry: Entry, home: Place) -> float:
    """Kilometres from the outlet's home; beyond all reach in another country."""
    if entry.country != home.country or home.latitude is None or home.longitude is None:
        return math.inf
    return over_ground((entry.latitude, entry.longitude), (home.latitude, home.longitude))


def _is_spoken_for(entry: Entry, context: PlaceContext) -> bool:
    """Whether the document speaks of the candidate's region, or of its country and the place is no hamlet there."""
    if _place_code(entry) in context.regions or entry.feature is Feature.COUNTRY or _is_near(entry, context.home):
        return True
    return entry.country in context.countries and entry.population >= _KNOWN_ABROAD


def _is_elsewhere(entry: Entry, context: PlaceContext) -> bool:
    """Whether a small town lies where the document is not: a quarter or hamlet of its name is as likely meant."""
    if entry.feature is not Feature.TOWN or entry.population >= _KNOWN_ABROAD or _is_near(entry, context.home):
        return False
    is_far = bool(context.countries) and entry.country not in context.countries
    regions = [code for code in context.regions if code.startswith(f"{entry.country}.")]
    home = context.home
    is_of_readers = home is None or (
        home.country == entry.country and (_is_of_region(entry, home) or _reach(entry, home) <= 2 * _NEAR_KILOMETRES)
    )
    is_told = entry.country in context.countries and home is not None and home.country != entry.country
    is_of_readers = is_of_readers or is_told
    return is_far or (_place_code(entry) not in regions if regions else not is_of_readers)


def _weight(entry: Entry, context: PlaceContext) -> float:
    """How likely a candidate is: its people, and what the document speaks of."""
    weight = math.log10(entry.population + 10)
    weight += _COUNTRY * _share(context.countries, entry.country)
    weight += _REGION * _share(context.regions, _place_code(entry))
    if context.home is not None:
        weight += _HOME * _is_of_region(entry, context.home)
        weight += _HOME * (_reach(entry, context.home) <= _NEAR_KILOMETRES)
    if entry.feature in (Feature.REGION, Feature.COUNTY):
        weight += _NOT_A_TOWN
    if entry.is_other_name:  # "Odessa": a great city by the name that it went by
        weight += _OTHER_NAME / (2 if entry.population >= _GREAT else 1)
    home = countries.by_code(entry.country)
    if home is not None and entry.feature is Feature.TOWN and fold(home.capital) == fold(entry.name):
        weight += _CAPITAL
    return weight


def _share(counts: Mapping[str, int], code: str) -> float:
    total = sum(counts.values())
    return counts.get(code, 0) / total if total else 0.0


def _inside(unknown: Sequence[str], entry: Entry, words: str, *, near: bool) -> Place:
    """The place of `entry`, or what lies inside it under a name that the gazetteer does not know."""
    known = _place(entry, words)
    if not unknown:
        precision = max(known.precision or 0, 2) if near else known.precision
        return Place(known.name, known.inside, known.country, known.latitude, known.longitude, precision, words)
    precision = 2 if entry.feature is Feature.TOWN else known.precision
    inside = (*unknown[1:], known.name, *known.inside)
    return Place(unknown[0], inside, known.country, known.latitude, known.longitude, precision, words)


def _place(entry: Entry, words: str) -> Place:
    home = countries.by_code(entry.country)
    region = None if entry.feature is Feature.REGION else region_name(entry.country, entry.region)
    around = [region] if region and fold(region) != fold(entry.name) else []
    if home is not None and entry.feature is not Feature.COUNTRY:
        around.append(home.name)
    place = (entry.country, entry.latitude, entry.longitude, int(entry.feature))
    return Place(entry.name, tuple(around), *place, words)
