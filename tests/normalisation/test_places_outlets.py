"""Where local outlets are at home: by the table, by the city in their name, and those that are at home nowhere."""

from __future__ import annotations

import pytest

from sayso.normalisation.places_entries import entries_of
from sayso.normalisation.places_gazetteer import Feature, region_name, rows
from sayso.normalisation.places_outlets import home_of


@pytest.mark.parametrize(
    ("outlet", "town"),
    [
        ("freep.com", "Detroit"),
        ("https://www.freep.com/story/1", "Detroit"),
        ("freep-com", "Detroit"),
        ("news10.net", "Sacramento"),
        ("news10.com", "Albany"),
        ("denver.cbslocal.com", "Denver"),
        ("Chicago Tribune", "Chicago"),
        ("Manchester Evening News", "Manchester"),
        ("The Kansas City Star", "Kansas City"),
    ],
)
def test_an_outlet_is_at_home_in_a_town(outlet, town):
    assert home_of(outlet).name == town


def test_an_outlet_of_a_whole_region_is_at_home_in_it():
    home = home_of("mlive.com")
    assert (home.name, home.inside, home.precision) == ("Michigan", ("United States",), int(Feature.REGION))


@pytest.mark.parametrize(
    "outlet", ["", "reuters.com", "The Herald", "Anna Doe", "www", "blogspot.com", "Anna Madison", "austin-doe"]
)
def test_who_is_at_home_nowhere_has_no_home(outlet):
    assert home_of(outlet) is None


def test_every_home_of_the_table_is_in_the_gazetteer():
    for country, region, town, _ in rows("outlets.tsv"):
        name, feature = (town, Feature.TOWN) if town else (region_name(country, region), Feature.REGION)
        assert any((e.country, e.region, e.feature) == (country, region, feature) for e in entries_of(name))


def test_no_outlet_stands_twice():
    names = [name for row in rows("outlets.tsv") for name in row[3].split()]
    assert len(names) == len(set(names))
