"""Some and the others beside them make the whole; a number and those who make it up are told once; in what state people were found."""

from __future__ import annotations

import pytest
from tests.extraction.telling import counted, said


@pytest.mark.parametrize(
    ("text", "slot", "count"),
    [
        ("Two men were in critical condition and three others injured after the crash on Friday.", "injured", 5),
        ("One man was listed in critical condition and another was in stable condition after the blast.", "injured", 2),
        ("Three people were killed, and two others were killed when the roof fell.", "killed", 5),
    ],
)
def test_some_and_the_others_of_one_sentence_make_the_whole(text, slot, count):
    wholes = {claim.value.low for claim in said(text, slot) if claim.scope is None}
    assert wholes == {count}


@pytest.mark.parametrize(
    "text",
    [
        "Two men were wounded on Monday, and three others were wounded on Friday.",
        "Two men were wounded. The three others fled.",
    ],
)
def test_others_of_another_day_or_unharmed_are_not_added(text):
    assert ("injured", (5, 5)) not in counted(text)


def test_a_whole_that_sums_up_some_and_others_makes_parts_of_them():
    text = "Two men critical\n\nTwo men were critical and two others hurt. Four men suffered injuries in the blast on Friday."
    assert {claim.value.low for claim in said(text, "injured") if claim.scope is None} == {4}


def test_those_who_make_up_a_number_are_not_added_to_it():
    text = (
        "Police say two other teens, one girl and one boy, were treated for serious injuries after the crash on Friday."
    )
    assert max(claim.value.low for claim in said(text, "injured")) == 2


@pytest.mark.parametrize(
    ("text", "slot", "count"),
    [
        ("A guard was found shot to death in the bank on Friday.", "killed", 1),
        ("Two men were found fatally shot in a car on Friday.", "killed", 2),
        ("Three drivers were discovered beaten to death on Friday after the robbery.", "killed", 3),
        ("Two sailors were found stabbed to death on the pier.", "killed", 2),
        ("Two boys were found shot on a bus on Friday.", "casualties", 2),
    ],
)
def test_in_what_state_people_were_found_befell_them(text, slot, count):
    assert (slot, (count, count)) in counted(text)


def test_what_was_found_hidden_befell_nobody():
    assert not {slot for slot, (low, _) in counted("Two guns were found hidden in a car after the raid.") if low}
