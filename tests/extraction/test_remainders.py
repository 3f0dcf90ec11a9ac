"""How many "the rest" are, and nobody of a kind."""

import pytest
from tests.extraction.telling import said

RESTS = [
    ("Of the 40 people aboard the launch when it capsized, 11 were saved. The rest drowned.", "killed", [29]),
    ("The balcony held 20 guests when it collapsed. Thirteen lived, the others were killed.", "killed", [7]),
    ("Eight people were shot in the bar. Two died at once; the rest were wounded.", "injured", [6]),
    (
        "Police surrounded the 20 robbers who had raided the bank. Six escaped, the remainder were arrested.",
        "arrested",
        [14],
    ),
]
NOBODY = [
    ("The bus crashed. No passengers were killed.", "killed"),
    ("The army denies the story. No civilian was detained in the raid on the village.", "arrested"),
]
SOMEBODY = [
    ("The mine flooded. No child should be killed in a mine.", "killed"),
    ("The mine flooded. No miner who was killed had a lamp.", "killed"),
    ("Of the 40 boats in the harbour when the storm struck, 11 were saved. The rest sank.", "killed"),
]


@pytest.mark.parametrize(("text", "slot", "numbers"), RESTS)
def test_the_rest_are_what_the_parts_leave_of_the_whole(text, slot, numbers):
    assert [claim.value.low for claim in said(text, slot)] == numbers


def test_the_rest_of_no_told_whole_are_some():
    (claim,) = said("The launch capsized. Eleven were saved, the rest drowned.", "killed")
    assert claim.value.high is None


@pytest.mark.parametrize(("text", "slot"), NOBODY)
def test_nobody_of_a_kind_is_none(text, slot):
    assert [(claim.value.low, claim.value.high) for claim in said(text, slot)] == [(0, 0)]


@pytest.mark.parametrize(("text", "slot"), SOMEBODY)
def test_what_should_not_be_tells_of_nobody(text, slot):
    assert said(text, slot) == []
