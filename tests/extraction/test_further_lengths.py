"""Lengths beside the event: terms, sittings, cures, and the minutes between two things that happened."""

from __future__ import annotations

import pytest
from tests.extraction.telling import said, tell

from sayso.model import Modality

STORY = "HARLOW, March 20, 2011 (NNA) - The ferry sank off Harlow on 8 March and 40 people died.\n\n"
LENGTHS = [
    ("The captain was sentenced to eight years in prison.", (7.5, 8.5, "year")),
    ("The inquiry sat for 31 days and heard 90 witnesses.", (31, 31, "day")),
    ("Its mate lay in hospital for a quarter of an hour before anybody came.", (15, 15, "minute")),
    ("Sailing is banned for thirty days.", (30, 30, "day")),
    ("The second wave struck twenty minutes later.", (20, 20, "minute")),
    ("Within thirty-six hours two officers were in custody.", (36, 36, "hour")),
    ("Survivors walked for three nights to the next village.", (3, 3, "day")),
]
NONE = [
    "His daughter, Ana Roth, 61 years, was on board.",
    "The ferry carried a boy of four years.",
    "It is the second sinking in ten days.",
    "It was ten minutes to nine by the clock.",
    "Two days later the wreck was found.",
    "She has sailed that strait once every three years.",
    "Pilots earn nine dollars an hour.",
    'He wrote "Twenty Years at Sea" about it.',
]


@pytest.mark.parametrize(("text", "length"), LENGTHS)
def test_what_took_so_long_beside_the_event_has_its_length(text: str, length: tuple[float, float, str]) -> None:
    claims = said(STORY + text, "duration_within")
    assert length in [(c.value.low, c.value.high, c.value.unit) for c in claims]  # type: ignore[union-attr]


@pytest.mark.parametrize("text", NONE)
def test_an_age_a_rate_an_hour_and_a_step_are_no_length(text: str) -> None:
    assert said(STORY + text, "duration_within") == []


@pytest.mark.parametrize(
    "text",
    ["The divers begged for another 24 hours.", "The inquiry recommended that boats be bought within two years."],
)
def test_what_is_only_asked_for_was_not_so_long(text: str) -> None:
    claims = said(STORY + text, "duration_within")
    assert [claim.modality for claim in claims] == [Modality.HYPOTHETICAL]


def test_a_term_of_prison_is_no_length_of_the_event() -> None:
    account = tell(STORY + "The captain was sentenced to eight years in prison.")
    passing = {episode.number for episode in account.episodes if episode.is_passing}
    assert {claim.episode for claim in account.claims if claim.slot == "duration_within"} <= passing
