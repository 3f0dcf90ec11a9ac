"""The map: drawn where two places tell more than one, to scale, every name in the list below it."""

from __future__ import annotations

import re

import pytest
from harbour import MadeCase, claim, estimate, harbour, reading
from telling import page, words

from sayso.model import Place, Status


def placed(*where: tuple[str, float, float, int]) -> MadeCase:
    """The invented case, its accounts putting the event at these places, by name, coordinates and precision."""
    case = harbour()
    quotes = ("Harbour Hall", "Port Verity", "Nine days")
    told = []
    for at, (name, latitude, longitude, precision) in enumerate(where):
        document = case.held["documents"][at % 2]
        quote = next(one for one in quotes[at // 2 :] if one in document.text)
        value = Place(name, (), None, latitude, longitude, precision, name)
        told.append(claim(document, quote, "place", value))
    case.add("claims", *told)
    case.add("estimates", estimate("place", Status.CONTESTED, [reading(one.value, one) for one in told]))
    return case


def test_two_places_are_drawn_with_their_distance_and_listed() -> None:
    told = page(placed(("Port Verity", 10.0, 20.0, 1), ("Elmsund", 10.0, 21.0, 1)))
    said = words(told, '<section id="map"', "</section>")
    assert "2 places, up to 110 km apart" in said
    assert "Elmsund" in said
    assert told.count('class="pt"') >= 2


@pytest.mark.parametrize(
    "other", [("Port Verity", 10.0, 20.0, 1), ("the quay", 10.003, 20.0, 1), ("the whole country", 15.0, 25.0, 6)]
)
def test_one_place_told_twice_or_a_whole_country_is_no_map(other: tuple[str, float, float, int]) -> None:
    assert 'id="map"' not in page(placed(("Port Verity", 10.0, 20.0, 1), other))


def test_what_is_twice_as_far_stands_twice_as_far() -> None:
    told = page(placed(("A", 10.0, 20.0, 1), ("B", 10.0, 21.0, 1), ("C", 10.0, 22.0, 4)))
    drawing = told[told.index('id="map"') :]
    left, middle, right = sorted(float(one) for one in re.findall(r'<circle class="\w+" cx="([\d.]+)"', drawing)[:3])
    assert middle - left == pytest.approx(right - middle, abs=0.2)
    assert drawing.count('class="area"') == 1
