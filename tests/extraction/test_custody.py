"""Custody and flight in loose words, and the same words where they mean something else."""

from __future__ import annotations

import pytest
from tests.extraction.telling import said

_RIOT = "Two people were killed in a riot in Lyon on Monday. "


@pytest.mark.parametrize(
    ("told", "slot", "low"),
    [
        ("Police picked up eleven rioters.", "arrested", 11),
        ("Eight students were led away in handcuffs.", "arrested", 8),
        ("The police have in custody 112 persons.", "arrested", 112),
        ("Soldiers took away 17 villagers.", "arrested", 17),
        ("Twelve men remain in detention.", "arrested", 12),
        ("A dozen dockers were remanded in custody.", "arrested", 12),
        ("About 2,000 people have taken the boat to the mainland.", "displaced", 1800),
        ("In the parish hall 430 people sleep on benches.", "displaced", 430),
        ("Some 700 villagers crossed the border.", "displaced", 630),
    ],
)
def test_loose_words_of_custody_and_flight_count(told: str, slot: str, low: int) -> None:
    assert low in [claim.value.low for claim in said(_RIOT + told, slot)]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("told", "slot"),
    [
        ("An ambulance picked up eleven passengers.", "arrested"),
        ("Eleven people were taken away to hospital by police.", "arrested"),
        ("Police closed a club that can hold 1,200 people.", "arrested"),
        ("Forty rebels crossed the border.", "displaced"),
        ("Police held back 3,000 people.", "arrested"),
    ],
)
def test_the_same_words_mean_other_things(told: str, slot: str) -> None:
    assert said(_RIOT + told, slot) == []


def test_who_takes_the_train_to_a_match_flees_from_nothing() -> None:
    text = (
        "A terrace collapsed in Lyon on Monday and two people died. Some 2,000 people had taken the train to the match."
    )
    assert said(text, "displaced") == []
