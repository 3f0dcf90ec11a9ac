"""The town that a text is set in: whose police, whose people; and streets that lie there."""

from __future__ import annotations

import json

import pytest
from tests.extraction.telling import document, extractor, said


def places(text: str) -> list[tuple[str, ...]]:
    """Each place of the story with what it lies in."""
    return [(claim.value.name, *claim.value.inside) for claim in said(text, "place")]


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("A Spokane boy was shot by accident on Sunday. Spokane police are asking for witnesses.", "Spokane"),
        ("Otterville police say two men were shot dead on Sunday. Few people live in Otterville.", "Otterville"),
        ("Two men are dead after a fire. It destroyed a Tulsa apartment, Tulsa police said.", "Tulsa"),
    ],
)
def test_whose_police_and_whose_people_tell_the_town(text, town):
    assert town in {name for chain in places(text) for name in chain}


def test_a_street_lies_in_the_town_whose_police_came():
    text = "A man was killed in a shooting on the 200 block of Rosemary Street. Omaha police were called at noon."
    assert ("Rosemary Street", "Omaha", "Nebraska", "United States") in places(text)


def test_a_street_stands_alone_where_no_town_is_told():
    text = "A man was killed in a shooting on the 200 block of Rosemary Street. Police were called at noon."
    assert not [chain for chain in places(text) if len(chain) > 1]


@pytest.mark.parametrize("name", ["State", "Monday", "County"])
def test_police_of_no_town_tell_none(name):
    text = f"Two men were shot dead. {name} police came late. They spoke of {name} matters in {name}."
    assert name not in {one for chain in places(text) for one in chain}


def test_a_street_named_after_a_town_is_not_that_town():
    text = "Two men were killed in a shooting on the 300 block of West Monroe, Chicago police said on Sunday."
    assert [chain for chain in places(text) if "Louisiana" in chain] == []
    text = "Two men were killed in a shooting on South Orange Blossom Trail, Orlando police said on Sunday."
    assert [chain for chain in places(text) if "New Jersey" in chain] == []


def test_a_quarter_named_after_a_city_lies_at_home():
    text = "A boy was killed in a shooting in Little Havana on Sunday. Miami police are looking for two men."
    assert [chain for chain in places(text) if "Cuba" in chain] == []


def test_a_quarter_lies_in_the_city_whose_police_came():
    text = "A boy was killed in a shooting in South Shore, Illinois, on Sunday. Chicago police are looking for two men."
    assert ("South Shore", "Chicago", "Illinois", "United States") in places(text)


def test_a_suburb_with_police_of_its_own_lies_in_no_city():
    text = "A boy was killed in a shooting in Oak Park, Illinois, on Sunday. Oak Park police and Chicago police came."
    assert ("Oak Park", "Illinois", "United States") in places(text)


def test_a_village_that_no_table_has_lies_in_no_town():
    text = (
        "DENVER (AP) - A boy was killed in a shooting in the village of Otterby on Sunday. Denver police came at noon."
    )
    assert all("Denver" not in chain[1:] for chain in places(text) if chain[0] == "Otterby")


@pytest.mark.parametrize(
    ("title", "text", "where"),
    [
        (  # a quarter by its word, whatever town is called so elsewhere
            "",
            "A clerk was stabbed late Tuesday in the Auburn neighborhood, Denver police said.",
            ("Auburn", "Denver"),
        ),
        (  # the dateline's town, and not a side of it
            "West Tulsa fire leaves six injured",
            "TULSA -- A fire in West Tulsa left six people injured near a shop on Peralta Avenue.",
            ("Peralta Avenue", "Tulsa"),
        ),
        (  # a street, and no side of a town that is not told of
            "",
            "Omaha police say five people were hurt in a blast in an Omaha flat in the 700 block of East Lincoln.",
            ("East Lincoln", "Omaha"),
        ),
        (
            "Spokane Toddler Hurt in Fire",
            "The sheriff says a girl was hurt in a fire on Monday.",
            ("Spokane", "Washington"),
        ),
        (
            "",
            "A hunter was killed in a fire on Monday, the Larimer County sheriff's office said.",
            ("Larimer County", "Colorado"),
        ),
        (
            "",
            "Four people were hurt in a fire in Southwest Denver. Denver police came to Southwest late.",
            ("Southwest Denver", "Denver"),
        ),
        ("", "It happened Sunday in the Town of East Harlow. A farmer was hurt in the fire.", ("East Harlow", "")),
    ],
)
def test_quarters_sides_streets_and_counties_find_their_place(title, text, where):
    row = json.dumps({"id": "a", "title": title, "published": "2014-06-12", "text": f"{title}\n\n{text}".strip()})
    account = extractor().extract(document(row, "a.jsonl"))
    found = [(claim.value.name, *claim.value.inside) for claim in account.claims if claim.slot == "place"]
    assert any(names[0] in where and (not where[1] or where[1] in names) for names in found), found


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("Two men were wounded in a shooting in north St. Louis Tuesday night.", "St. Louis"),
        ("Officers were shot at in downtown Las Vegas on Friday; one of them was wounded.", "Las Vegas"),
        (
            "A man was shot dead on Lathrop Avenue in River Forest Sunday. River Forest police are on the scene.",
            "River Forest",
        ),
    ],
)
def test_a_side_before_a_town_and_a_day_behind_it_are_no_part_of_its_name(text, town):
    assert town in {name for chain in places(text) for name in chain}


def test_a_town_that_is_a_word_is_one_where_the_outlet_is_at_home():
    line = {"text": "A woman was killed in a shooting in Spring on Friday, deputies said.", "published": "2014-07-10"}
    at_home = extractor().extract(document(json.dumps({**line, "source": "khou.com"}), "a.jsonl"))
    elsewhere = extractor().extract(document(json.dumps(line), "a.jsonl"))
    assert [claim.value.inside for claim in at_home.claims if claim.slot == "place"] == [("Texas", "United States")]
    assert not [claim for claim in elsewhere.claims if claim.slot == "place"]


def test_a_local_outlet_speaks_of_its_own_country():
    line = {
        "text": "Two men were wounded in a shooting in Chatham on Friday, police said.",
        "source": "chicago.suntimes.com",
    }
    account = extractor().extract(document(json.dumps(line), "a.jsonl"))
    assert "GB" not in {claim.value.country for claim in account.claims if claim.slot == "place"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "A man was shot dead in an Anson County home on Friday. The shooting happened in Anson County.",
            "Anson County",
        ),
        ("A woman was killed in a shooting in Winston Salem on Friday.", "Winston-Salem"),
    ],
)
def test_the_whole_name_is_taken_and_no_article(text, name):
    assert name in {one for chain in places(text) for one in chain}
