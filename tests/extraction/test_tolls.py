"""Figures that a toll, a roll or a number of the dead stands at, without a verb of dying."""

import pytest
from tests.extraction.telling import counted, said

OPENING = "The bus hit a lorry near the pass on Monday. "
TOLLS = [
    ("The roll of the dead stood at 21.", "killed", 21),
    ("By dawn the list of the dead had lengthened to 21.", "killed", 21),
    ("The death roll is now 21.", "killed", 21),
    ("The mayor put the number of dead at 21.", "killed", 21),
    ("It brought the number of lives lost to 21.", "killed", 21),
    ("The loss of life is put at 21.", "killed", 21),
    ("Total dead: 21.", "killed", 21),
    ("Deaths so far number 21.", "killed", 21),
    ("Fatalities stand at 21.", "killed", 21),
    ("The missing now number nine.", "missing", 9),
    ("The hospital placed the number of injured at 40.", "injured", 40),
    ("There are 21 names on the stone.", "killed", 21),
]
NO_TOLLS = [
    "The toll on the bridge is 21 dollars.",
    "Deaths in a town of 40,000 are rare.",
    "The dead were under 15.",
    "The number of dead is unknown; the road was closed at 4.",
    "The school roll stood at 210.",
]


@pytest.mark.parametrize(("text", "slot", "number"), TOLLS)
def test_what_a_figure_is_a_figure_of_tells_its_slot(text, slot, number):
    assert (slot, (number, number)) in counted(OPENING + text)


@pytest.mark.parametrize("text", NO_TOLLS)
def test_a_number_beside_a_word_of_death_is_no_toll(text):
    assert said(OPENING + text, "killed") == []


def test_a_headline_drops_the_verb_of_its_toll():
    assert ("killed", (31, 31)) in counted("Quake toll at 31; rain feared\n\nThe quake struck on Monday.")


def test_a_toll_of_one_group_is_of_that_group():
    (claim,) = said("The prison riot was put down on Monday. The number of inmates killed is put at 24.", "killed")
    assert (claim.group, claim.value.low) == ("prisoners", 24)
