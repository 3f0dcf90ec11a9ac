"""Who "he" and "she" are, and whose count a number is that nobody says in a clause."""

from __future__ import annotations

import pytest
from tests.extraction.telling import said

_RIOT = "Two people were killed in a riot in Lyon on Monday. "


def _speakers(text: str, low: int) -> list[str]:
    found = [c for c in said(text, "killed") if c.value.low == low]  # type: ignore[union-attr]
    return [voice.speaker for claim in found for voice in claim.attribution]


@pytest.mark.parametrize(
    ("before", "pronoun", "speaker"),
    [
        ("Anna Moreau runs the clinic.", "She", "Anna Moreau"),
        ("Mr Paul Duval came on Friday.", "He", "Paul Duval"),
        ("Mr Paul Duval came on Friday.", "She", "She"),
        ("Paul Duval was mayor. His sister kept a diary.", "She", "His sister"),
        ("Paul Duval was mayor.\n\nThe bridge was closed.\n\nShops were shut.", "He", "He"),
        ("Paul Duval was mayor.\n\nA nurse met us at the door.", "She", "A nurse"),
    ],
)
def test_a_pronoun_takes_who_can_be_meant_and_else_nobody(before: str, pronoun: str, speaker: str) -> None:
    assert _speakers(f"{_RIOT}{before} {pronoun} said that 31 people had been killed.", 31) == [speaker]


@pytest.mark.parametrize(
    ("told", "speaker"),
    [
        ("The priest counts 31 dead.", "The priest"),
        ("By the consul's reckoning 31 people were killed.", "consul"),
        ("The governor's figure is 31 killed.", "governor"),
        ("An official list has 31 dead.", "An official list"),
        ("In the army's version, 31 rebels were killed.", "army"),
    ],
)
def test_a_count_is_whose_it_is(told: str, speaker: str) -> None:
    assert [name for name in _speakers(_RIOT + told, 31) if speaker in name]


@pytest.mark.parametrize("told", ["The blast gave 31 people burns.", "Rescuers found 31 people dead."])
def test_what_nobody_counts_is_nobody_s(told: str) -> None:
    assert _speakers(_RIOT + told, 31) == []


def test_what_is_denied_of_any_is_told_as_denied() -> None:
    (claim,) = said(_RIOT + "The commander denies that any women were hurt.", "injured")
    assert (claim.modality.value, claim.group, claim.attribution[0].speaker) == ("denied", "women", "The commander")


def test_what_the_text_itself_rejects_is_denied() -> None:
    told = said(_RIOT + "It is not true that troops stood idle for five hours.", "duration_within")
    assert [claim.modality.value for claim in told] == ["denied"]
