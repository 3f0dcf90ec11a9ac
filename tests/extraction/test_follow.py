"""Numbers that lean on a count before them: parts, other figures for the same, names on a list."""

import pytest
from tests.extraction.telling import said

from sayso.model import Relation

OPENING = "The ferry sank on Monday and 40 people died. "
GOES_ON = [
    ("The figure is now 43.", [40, 43]),
    ("The count rose overnight: the number stands at 44.", [40, 44]),
    ("The mayor said 37, the bishop 52.", [40, 37, 52]),
    ("The true number could be as high as 60.", [40, 60]),
    ("The Red Cross put the figure at 45.", [40, 45]),
    ("The count was revised to 38.", [40, 38]),
    ("The governor gave the number of dead as 47.", [40, 47]),
    ("The unions speak of 50.", [40, 50]),
    ("There are 41 names on the memorial.", [40, 41]),
    ("The owner confirmed 39 fatalities.", [40, 39]),
]
PARTS = [
    ("Of these, 12 were children.", 12, "children"),
    ("Among them, 12 were women.", 12, "women"),
    ("Twelve of them were passengers.", 12, "passengers"),
    ("Twelve of the dead were under 15.", 12, "children"),
    ("Two of the 40 dead were crew members.", 2, "crew"),
]
NOTHING = [
    "The captain was 43.",
    "Of these ships, 12 are old.",
    "The weather office said 12 degrees.",
    "The number to call is 1490.",
    "Twelve of them said that they had heard a bang.",
    "The ferry cost 41 million dollars.",
]


@pytest.mark.parametrize(("text", "numbers"), GOES_ON)
def test_a_later_figure_has_the_slot_of_the_count_before_it(text, numbers):
    assert [claim.value.low for claim in said(OPENING + text, "killed")] == numbers


@pytest.mark.parametrize(("text", "number", "group"), PARTS)
def test_those_of_them_are_a_part_with_a_group_of_its_own(text, number, group):
    parts = [claim for claim in said(OPENING + text, "killed") if claim.value.low != 40]
    assert [(part.value.low, part.group) for part in parts] == [(number, group)]


@pytest.mark.parametrize("text", NOTHING)
def test_other_numbers_lean_on_nothing(text):
    assert [claim.value.low for claim in said(OPENING + text, "killed")] == [40]


def test_all_three_are_those_told_of_before():
    text = "The train derailed on Monday. Three nurses were hurt in the crash; all three were rescued by firemen."
    (rescued,) = said(text, "rescued")
    assert (rescued.group, rescued.scope.relation) == ("nurse", Relation.ALL)


def test_a_headline_lists_those_who_are_trapped_apart_from_the_dead():
    text = "One dead, 14 trapped after tunnel collapse\n\nA tunnel collapsed on Monday, police said."
    assert [claim.value.low for claim in said(text, "killed")] == [1]
    assert [claim.value.low for claim in said(text, "trapped")] == [14]
