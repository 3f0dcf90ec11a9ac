"""Parts that make up the count before them have its slot, however the two are joined."""

import pytest
from tests.extraction.telling import said

from sayso.model import Relation


@pytest.mark.parametrize(
    ("text", "slot", "parts"),
    [
        ("The blast hurt 110 people, of whom 74 are Poles and 36 Germans.", "injured", [74, 36]),
        ("The dead of the crash were 14: eight sailors and six passengers.", "killed", [8, 6]),
        (
            "Thirty people were killed in the crush, comprising 18 women, eight men and four girls.",
            "killed",
            [18, 8, 4],
        ),
        (
            "The fire hurt 61 people, 40 of whom were treated at Lorne, 17 in Dunmore and four in Kells.",
            "injured",
            [40, 17, 4],
        ),
    ],
)
def test_what_makes_up_a_count_is_a_part_of_it(text, slot, parts):
    told = [claim for claim in said(text, slot) if claim.scope is not None and claim.scope.relation is Relation.PART]
    assert [claim.value.low for claim in told] == parts


@pytest.mark.parametrize(
    "text",
    [
        "The blast killed eight people, said two officials and six witnesses.",
        "Police arrested 11 men after six officers and five teachers were hurt.",
        "Twelve people died in the fire and seven dogs and five horses were lost.",
        "The blast killed 17 people; nine soldiers and eight medics dug for survivors.",
    ],
)
def test_what_does_something_of_its_own_or_does_not_add_up_is_none(text):
    told = [claim for slot in ("killed", "arrested") for claim in said(text, slot)]
    assert [claim for claim in told if claim.scope is not None and claim.scope.relation is Relation.PART] == []


def test_a_list_of_those_it_opens_with_goes_on():
    text = "The landslide killed 40 people. Of the dead, eleven were children, seven were women and four were monks."
    assert [(claim.group, claim.value.low) for claim in said(text, "killed")][1:] == [
        ("children", 11),
        ("women", 7),
        ("monk", 4),
    ]
