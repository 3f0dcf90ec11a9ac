"""Parts of a whole: told after it, before it, in a list behind a colon, or one by one."""

import pytest
from tests.extraction.telling import said

from sayso.model import Relation

PARTS = [
    ("The blast killed 13 people, including four foreigners, police said.", "killed", [13, 4]),
    ("In the raid 39 civilians died, 23 of them children.", "killed", [39, 23]),
    ("The fire killed nine. The dead included two Germans, a Dutch nurse and three firemen.", "killed", [9, 2, 1, 3]),
    ("In the bombing five hotel employees and three police officers were also among those killed.", "killed", [5, 3]),
    ("The office documented the massacre and the deaths of 45 people: 39 men and six women.", "killed", [45, 39, 6]),
    ("In the crush 145 people were injured, 22 of them seriously.", "injured", [145, 22]),
    ("In the shooting nine people were shot, three of them fatally.", "killed", [3]),
]

NO_PARTS = [
    "The blast killed 13 people, including those in two buses and 40 metres away.",
    "The fire killed nine people and destroyed 14 houses, including three shops.",
    "The storm killed four people, police said: 12 trees fell.",
]


@pytest.mark.parametrize(("text", "slot", "numbers"), PARTS)
def test_a_part_has_the_slot_of_its_whole(text, slot, numbers):
    assert [claim.value.low for claim in said(text, slot)] == numbers


@pytest.mark.parametrize("text", NO_PARTS)
def test_what_is_no_people_is_no_part_of_them(text):
    assert len(said(text, "killed")) == 1


def test_a_part_says_that_it_is_one_and_has_its_own_group():
    _, part = said("In the raid 39 civilians died, 23 of them children.", "killed")
    assert part.group == "children"
    assert part.scope.relation is Relation.PART
