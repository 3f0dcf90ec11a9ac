from __future__ import annotations

import pytest
from tests.extraction.telling import bounds, said

ONE = [
    ("A 16-year-old is in hospital after the shooting.", "injured"),
    ("The 44-year-old was pronounced dead after the shooting.", "killed"),
    ("A nurse was listed in critical condition after the shooting.", "injured"),
    ("After the shooting a student was taken to Northfield Medical Center.", "injured"),
    ("A teacher is dead after a shooting in a shop.", "killed"),
    ("A driver was fatally shot near the bridge.", "killed"),
    ("He was arrested for the fatal shooting of a waiter.", "killed"),
    ("A soldier accidentally shot himself in the woods.", "casualties"),
]
NOT_DEAD = [
    "The blast nearly killed a guard.",
    "He was charged with the attempted murder of a guard.",
]


@pytest.mark.parametrize(("text", "slot"), ONE)
def test_what_befell_one_person_counts_one(text: str, slot: str) -> None:
    assert bounds(text, slot) == [(1, 1)]


@pytest.mark.parametrize("text", NOT_DEAD)
def test_a_death_that_was_only_near_counts_nobody(text: str) -> None:
    assert not said(text, "killed")


def test_an_age_below_eighteen_is_a_child() -> None:
    claims = said("A guard was wounded in the shooting. A 9-year-old was wounded, too.", "injured")
    assert [claim.group for claim in claims] == ["security_forces", "children"]
