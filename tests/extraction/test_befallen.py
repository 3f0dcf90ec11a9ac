"""Counts in a list keep each its own word of harm."""

from __future__ import annotations

import pytest
from tests.extraction.telling import bounds

AFTER = " Police said on Monday that the gunman had fled from the club."


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("One dead, four others wounded in shooting.", [(1, 1)], [(4, 4)]),
        ("Bradford fire: one person dead and 2 injured.", [(1, 1)], [(2, 2)]),
        ("Two men killed, one woman injured after shooting at club.", [(2, 2)], [(1, 1)]),
        ("Four people wounded in the shooting died.", [(4, 4)], [(4, 4)]),
        ("The blast left two people dead and 14 wounded.", [(2, 2)], [(14, 14)]),
        ("One gunman killed two others.", [(2, 2)], []),
    ],
)
def test_each_count_of_a_list_has_the_word_right_behind_it(text, killed, injured):
    told = text + AFTER
    assert (bounds(told, "killed"), bounds(told, "injured")) == (killed, injured)


@pytest.mark.parametrize(
    "text",
    [
        "A woman was taken to General Hospital with gunshot wounds, where she was pronounced dead.",
        "A man was wounded in the shooting and later died.",
    ],
)
def test_one_who_later_died_is_of_the_dead_alone(text):
    told = text + AFTER
    assert (bounds(told, "killed"), bounds(told, "injured")) == ([(1, 1)], [])


@pytest.mark.parametrize(
    ("text", "slot", "told"),
    [
        ("A man shot into a crowd in Dorn, injuring the child.", "casualties", []),
        ("A girl was shot in Dorn. She was brought to a hospital around 1 a.m. by her mother.", "injured", []),
        ("Two teens shot at party in Dorn.", "casualties", [(2, 2)]),
        ("Five were left wounded by the blast.", "injured", [(5, 5)]),
    ],
)
def test_who_aims_or_brings_suffered_nothing(text, slot, told):
    assert bounds(text + AFTER, slot) == told
