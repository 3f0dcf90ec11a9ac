"""How far two places lie apart."""

from __future__ import annotations

import math

from sayso.model import Place

EARTH_KM = 6371.0  # the mean radius


def kilometres(one: Place, other: Place) -> float | None:
    """Kilometres between two places over the ground, or None where one has no coordinates.

    >>> oslo, bergen = (Place(n, (), "NO", y, x, 1, n) for n, y, x in (("Oslo", 59.913, 10.752), ("Bergen", 60.393, 5.324)))
    >>> round(kilometres(oslo, bergen))
    305
    """
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    return over_ground((one.latitude, one.longitude), (other.latitude, other.longitude))


def over_ground(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Kilometres between two spots, each its latitude and longitude in degrees, on a sphere (haversine)."""
    (north, east), (north_too, east_too) = (tuple(map(math.radians, spot)) for spot in (one, other))
    half = math.sin((north_too - north) / 2) ** 2
    half += math.cos(north) * math.cos(north_too) * math.sin((east_too - east) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


#: Precision of a town or what lies in it, of a county, and how far from the middle of its county a town lies.
_TOWN, _COUNTY, _COUNTY_KM = 2, 3, 60.0


def lies_in(one: Place, other: Place) -> bool:
    """Whether a place lies in another: by its own chain of names, or as a town lies in the county around it.

    >>> town = Place("Quincy", ("Illinois", "United States"), "US", 39.94, -91.41, 1, "Quincy")
    >>> county = Place("Adams County", ("Illinois", "United States"), "US", 39.99, -91.19, 3, "Adams County")
    >>> lies_in(town, county), lies_in(county, town)
    (True, False)
    """
    if other.name in one.inside:
        return True
    if other.precision != _COUNTY or (one.precision or 9) > _TOWN or one.country != other.country:
        return False
    apart = kilometres(one, other)
    return apart is not None and apart <= _COUNTY_KM and one.inside[-2:] == other.inside[-2:]
