"""Villages and towns of no list: known by what the text calls them, with what they lie in."""

import pytest
from tests.extraction.telling import said, tell

PLACED = [
    ("A dam burst above Kotwela, a village of 1,200, on 3 May 2010, killing 40 people.", "Kotwela", ()),
    ("Six people were shot dead on 2 June 2008 in Lumber Gap, a town of 4,000 near Lexington, Kentucky.", "Lumber Gap", ("Lexington", "Kentucky", "United States")),
    ("A mine explosion at Tarsk, near Vologda in Russia, killed 21 miners on 2 June 2008.", "Tarsk", ("Vologda", "Russia")),
    ("Gunmen killed eight farmers in Banjirem, a village in Adamawa state, on 4 May 2014.", "Banjirem", ("Adamawa", "Nigeria")),
    ("A blast tore through a market in Gulbend, about 30 km from Peshawar, Pakistan, killing 41 people.", "Gulbend", ("Peshawar", "Khyber Pakhtunkhwa", "Pakistan")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "inside"), PLACED)
def test_a_settlement_of_no_list_is_a_place_in_what_the_text_says(text, name, inside):
    assert (name, inside) in [(c.value.name, c.value.inside) for c in said(text, "place")]


def test_a_village_outweighs_the_region_it_lies_in():
    text = PLACED[3][0]
    assert tell(text).episodes[0].where.name == "Banjirem"


def test_a_dateline_s_town_of_no_list_keeps_its_state():
    text = "KIDREN, Ohio, June 3, 2008 (AP) -- A barn fire killed three people on Monday."
    where = tell(text).episodes[0].where
    assert (where.name, where.inside, where.country) == ("Kidren", ("Ohio", "United States"), "US")


def test_somebody_s_trade_names_no_village():
    text = "Ana Belik, a baker in the town of Oslo, saw the fire that killed three people on 3 June 2008."
    assert "Ana Belik" not in [c.value.name for c in said(text, "place")]


@pytest.mark.parametrize("row", [1, 2, 4])
def test_the_town_that_it_is_near_is_no_place_of_the_deed(row):
    text, name, inside = PLACED[row]
    assert tell(text).episodes[0].where.name == name
    assert inside[0] not in [c.value.name for c in said(text, "place")]
