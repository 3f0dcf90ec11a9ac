"""What follows on a disaster is none of its own: police against the bereaved, a minister heckled, an inquiry at work."""

import pytest
from tests.extraction.telling import said, tell

FIRE = "A fire in a shoe factory in Oslo killed 31 workers on 3 May 2011.\n\nThe roof fell in.\n\n"

UNREST = [
    "On Monday police beat marchers outside the ministry. Sixty were hurt.",
    "Soldiers used tear gas on the mourners. Sixty people were hurt.",
    "On Monday the minister was surrounded by mourners. Sixty people were hurt.",
]


@pytest.mark.parametrize("after", UNREST)
def test_those_hurt_in_unrest_after_a_fire_are_not_hurt_in_it(after):
    assert [c.episode for c in said(FIRE + after, "injured")] != [0]


def test_in_a_riot_the_police_are_part_of_it():
    text = "A riot broke out in Oslo on 3 May 2011. Police beat the marchers. Sixty people were hurt."
    assert [c.episode for c in said(text, "injured")] == [0]


def test_the_sittings_of_an_inquiry_are_no_figure_of_what_it_looks_into():
    text = FIRE + "The commission held 31 sittings and examined 118 witnesses."
    assert not [c for c in tell(text).claims if c.episode == 0 and c.slot == "quantity"]


def test_what_an_inquiry_says_of_the_dead_is_of_the_event():
    text = FIRE + "The commission visited the site. It found that 33 workers had died."
    assert 33 in [c.value.low for c in said(text, "killed") if c.episode == 0]
