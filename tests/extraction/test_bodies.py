"""Bodies of people with their size, lists in which one word of harm belongs to each number, peoples, gapping."""

import pytest
from tests.extraction.telling import said

RIOT = "At least 12 people were killed in the riot on Sunday. "
BODIES = [
    ("The crowd, of at most 500 persons, left at noon.", "present", 0, 500),
    ("The mob, perhaps 200 strong, burned the shops.", "attackers", 180, 220),
    ("A band of young men, perhaps sixty in number, held the street.", "present", 54, 66),
    ("The procession, numbering about 80, was attacked.", "present", 72, 88),
    ("Nine are in prison.", "arrested", 9, 9),
    ("Some 1,900 people are without shelter.", "displaced", 1710, 2090),
]


@pytest.mark.parametrize(("text", "slot", "low", "high"), BODIES)
def test_a_body_of_people_has_a_size(text, slot, low, high):
    (claim,) = said(RIOT + text, slot)
    assert (claim.value.low, claim.value.high) == (low, high)


def test_a_bare_number_behind_a_body_is_of_it():
    claims = said(RIOT + "The self-defence, numbering about 80, was attacked; 14 were killed.", "killed")
    assert [(c.group, c.value.low) for c in claims] == [("total", 12), ("self-defence", 14)]


def test_each_number_of_a_list_has_the_word_behind_it():
    text = "Forty villagers were killed and two hundred wounded in the riot on Sunday."
    assert [c.value.low for c in said(text, "injured")] == [200]
    assert [c.value.low for c in said(text, "killed")] == [40]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("The governor counted 28 dead, the relief committee 57, the hospital 47.", [12, 28, 57, 47]),
        ("The dead numbered more than 60.", [12, 61]),
        ("Among the twelve were six children.", [12, 6]),
        ("Three were soldiers.", [12, 3]),
        ("Eleven fell when soldiers opened fire.", [12, 11]),
        ("Eleven fell from the roof.", [12]),
        ("The crash damaged 212 houses, and 27 burnt.", [12]),
    ],
)
def test_figures_for_the_dead_are_told_in_other_ways(text, numbers):
    assert [c.value.low for c in said(RIOT + text, "killed")] == numbers


def test_burnt_houses_are_no_injured_people():
    assert said(RIOT + "340 shops and 212 houses were pillaged, and 27 burnt.", "injured") == []
