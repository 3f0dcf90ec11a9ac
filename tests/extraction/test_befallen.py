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
