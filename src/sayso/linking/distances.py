"""How two places stand to each other: one within the other, near, or so far apart that they exclude each other."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from sayso.linking.words import fold
from sayso.model import Place
from sayso.normalisation.places_distance import kilometres

Strength: TypeAlias = tuple[float, Callable[[], str]]
"""How strongly a feature speaks, and what makes the words for it: few pairs are ever told of."""


def _nothing() -> str:
    return ""


#: What says nothing for or against.
SILENT: Strength = (0.0, _nothing)
# A place told no more sharply than by its country is often that of an agency, a speaker or a donor: it parts less.
_COUNTRY, _BARE = 6, 0.6
# Kilometres within which two places may be one town; and from the middle of a region beyond which a place outside it lies far off.
_ONE_TOWN, _OFF_REGION = 12, 300
_REGION, _FAR_REGION = 4, 0.8


def compare_places(one: Place, other: Place) -> Strength:
    """How two places stand to each other, from -1 (they exclude each other) to 1 (the same)."""
    if one.country is not None and other.country is not None and one.country != other.country:
        is_bare = max(one.precision or 6, other.precision or 6) >= _COUNTRY
        return -_BARE if is_bare else -1.0, lambda: f"other country ({one.name} / {other.name})"
    if fold(one.name) == fold(other.name) and not _is_kind_apart(one, other):
        sharp = min(one.precision or 4, other.precision or 4)
        return (1.0 if sharp <= 3 else 0.5 if sharp <= 5 else 0.2), lambda: f"same place ({one.name})"
    if other.name in one.inside or one.name in other.inside:
        wide = max(one.precision or 4, other.precision or 4)
        strength = 0.8 if wide <= 3 else 0.4 if wide <= 5 else 0.2
        return strength, lambda: f"one inside the other ({one.name} / {other.name})"
    return _by_distance(one, other)


def _by_distance(one: Place, other: Place) -> Strength:
    """How two places of different names stand to each other, neither of which is told to lie in the other."""
    apart = kilometres(one, other)
    if apart is not None and apart > _OFF_REGION and _are_of_two_regions(one, other):
        return -_FAR_REGION, lambda: f"other region ({one.name} / {other.name})"
    if apart is None or max(one.precision or 6, other.precision or 6) > 3:
        is_one = one.country is not None and one.country == other.country
        return (0.15, lambda: f"same country ({one.country})") if is_one else SILENT
    if apart <= _ONE_TOWN:
        return 0.7, lambda: f"{apart:.0f} km apart ({one.name} / {other.name})"
    return SILENT if apart <= 60 else (-0.9, lambda: f"{apart:.0f} km apart ({one.name} / {other.name})")


def _are_of_two_regions(one: Place, other: Place) -> bool:
    """Whether one is told by its region alone, and the other is, or lies in, another region of the country."""
    if one.country is None or _REGION not in (one.precision, other.precision):
        return False
    first, second = _region_of(one), _region_of(other)
    return first is not None and second is not None and fold(first) != fold(second)


def _region_of(place: Place) -> str | None:
    if place.precision == _REGION:
        return place.name
    return place.inside[-2] if len(place.inside) > 1 and (place.precision or _COUNTRY) < _REGION else None


def _is_kind_apart(one: Place, other: Place) -> bool:
    """Whether the name they share is that of a kind ("care home"), and they lie in towns that are not one."""
    apart = kilometres(one, other) if one.name[:1].islower() or other.name[:1].islower() else None
    return apart is not None and apart > _ONE_TOWN
