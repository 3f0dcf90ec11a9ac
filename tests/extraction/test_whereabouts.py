"""Places that no gazetteer has, and places where nothing happened."""

from __future__ import annotations

import pytest
from tests.extraction.telling import said


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("OTTER FALLS, Idaho (AP) - Two men were killed in a shooting on Sunday, police said.", "Otter Falls"),
        ("Two people were killed in a fire near Willowby on Sunday. The house burnt down in an hour.", "Willowby"),
    ],
)
def test_a_town_that_no_gazetteer_has_is_a_place_by_its_words(text, name):
    assert name in [claim.value.name for claim in said(text, "place")]


def test_a_text_in_capitals_tells_its_places_as_another_does():
    text = "REBELS ATTACKED AN ARMY BASE IN THE TOWN OF GUBO, BORNO STATE, ON FRIDAY, KILLING TWO."
    assert [claim.value.name for claim in said(text, "place")] == ["Gubo"]


def test_the_hospital_is_not_where_it_happened():
    text = "A man was shot on Monday in Boise, Idaho. He was flown to a Portland hospital, where he remains."
    assert [claim.value.name for claim in said(text, "place")] == ["Boise"]


@pytest.mark.parametrize(
    ("text", "name", "inside"),
    [
        pytest.param(
            "Rebels attacked an army base in the town of Gubo, Borno state, on Friday, killing two.",
            "Gubo",
            "Borno",
            id="a kind of building is no place, its town is, inside what stands behind",
        ),
        pytest.param(
            "Gunmen stormed a mosque in Tanvo, a village in Katsina state, and shot dead nine.",
            "Tanvo",
            "Katsina",
            id="a village in",
        ),
        pytest.param(
            "Rebels attacked a clinic in the village of Mezabo on Friday, killing two.",
            "Mezabo",
            "",
            id="nothing behind",
        ),
        pytest.param(
            "A ferry carrying 200 people capsized off Zanzibar on Thursday, killing 38.",
            "Zanzibar",
            "Tanzania",
            id="off",
        ),
    ],
)
def test_a_deed_is_placed_in_the_town_that_its_sentence_names(text, name, inside):
    (place,) = {claim.value for claim in said(text, "place")}
    assert place.name == name
    assert not inside or inside in place.inside


def test_the_town_of_the_dateline_gives_way_to_the_one_that_the_deed_is_told_of():
    text = "LAGOS, Nigeria, May 22, 2015 (Wire) - Rebels attacked a base in the town of Gubo, Borno state, on Friday, killing two."
    assert [claim.value.name for claim in said(text, "place")] == ["Gubo"]


@pytest.mark.parametrize(
    ("where", "name"),
    [
        ("in the southern part of the capital", "Lima"),
        ("in the capital", "Lima"),
        ("on a farm 30 km north of the capital", None),
        ("in a village near the capital of the province", None),
    ],
)
def test_the_capital_is_that_of_the_story_s_country(where, name):
    text = f"LIMA, March 4 (AFP) -- Peru's police said gunmen killed two policemen on Monday {where}."
    assert [claim.value.name for claim in said(text, "place")][:1] == ([name] if name else [])
