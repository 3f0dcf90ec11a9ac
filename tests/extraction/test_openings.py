"""The day that the opening of a text counts the harm of is its own, whatever its last paragraph tells of."""

from __future__ import annotations

from tests.extraction.telling import said, tell

_TEXT = (
    "Mob torches market in Lyon\n\n"
    "LYON, Nov 21, 1997 (Agence) -- A crowd set fire to a market on Friday, leaving four people dead.\n\n"
    "In January this year a mob attacked homes at Dijon, and two people were killed."
)


def test_the_last_paragraph_s_riot_takes_no_day_from_the_opening_s() -> None:
    account = tell(_TEXT)
    own = {episode.number for episode in account.episodes if not episode.is_passing}
    assert [c.value.low for c in account.claims if c.slot == "killed" and c.episode in own] == [4]  # type: ignore[union-attr]


def test_rioting_that_erupts_is_no_volcano() -> None:
    account = tell("Rioting erupted in Lyon on Monday and five people were killed.")
    assert {episode.type for episode in account.episodes} == {"protest"}


def test_a_time_of_day_in_hours_is_no_length() -> None:
    assert said("A riot broke out in Lyon on Monday at 17.30 hours. Two people were killed.", "duration_within") == []


def test_what_somebody_puts_a_toll_at_is_no_hour_and_no_age() -> None:
    (claim,) = said("Two days of clashes in Lyon ended on Monday. The army put the number of dead at nine.", "killed")
    assert (claim.value.low, claim.attribution[0].speaker) == (9, "The army")  # type: ignore[union-attr]
    assert said("A riot broke out in Lyon on Monday. Monks put the death toll at 40.", "age") == []
