"""Deeds of other days and other kinds, told beside a story, keep their own dead."""

from __future__ import annotations

import pytest
from tests.extraction.telling import tell

_FIRE = (
    "Inquiry into the Corvo market fire, 9 June 2008\n\nThe fire\n\nOn 4 May 2008 fire broke out in the covered market of Corvo. "
    "Nineteen people died and 40 were injured.\n\n"
)
_BOMB = "The Coast Mail, 3 March 2010\n\nBomb kills nine in Lunda\n\nLUNDA, March 3 - A bomb killed nine people in Lunda on Tuesday.\n\n"
_FERRY = "The ferry Halden sank off Lunda on 3 March 2010 and forty people drowned. "


def _own(text: str) -> set[str]:
    """The quotes of the counts of people that a text tells of its own event."""
    account = tell(text)
    passing = {episode.number for episode in account.episodes if episode.is_passing}
    slots = ("killed", "injured", "hostages_taken", "arrested")
    return {claim.quote for claim in account.claims if claim.episode not in passing and claim.slot in slots}


def test_a_section_with_a_heading_and_a_day_of_its_own_tells_another_event() -> None:
    text = (
        "The clearance\n\nOn 20 May, two weeks after the fire, 200 police cleared the square. Three traders were shot dead and eleven "
        "were wounded.\n\nFindings\n\nThe committee counts 19 dead."
    )
    assert _own(_FIRE + text) == {"Nineteen people", "40", "19"}


def test_a_section_of_the_story_s_own_day_or_of_late_deaths_does_not() -> None:
    text = "The injured\n\nOn 28 May two of the injured died in hospital.\n\nThe guards\n\nOn 4 May guards shot dead two traders at the gate."
    assert {"two traders"} <= _own(_FIRE + text)


@pytest.mark.parametrize(
    "told",
    [
        "Only last month eleven people were killed by a bomb in Kebo.",
        "Just two weeks ago three policemen were killed in an ambush near Kebo.",
        "Musa Dar is also wanted for the murder of two teachers.",
        "Three years earlier seven people had died in a blast in Kebo.",
        "Ali Dar, one of the suspects, died in the provincial prison.",
        "On 9 January a bomb went off in Kebo, killing six people.",
    ],
)
def test_what_is_brought_to_mind_is_none_of_the_story_s(told: str) -> None:
    assert _own(f"{_BOMB}Shops stayed shut. {told}") == {"nine", "nine people"}


def test_years_ago_without_a_day_of_publication_is_another_time() -> None:
    assert _own(f"{_FERRY}Five years ago the ferry Marit sank there with the loss of 61 people.") == {"forty people"}


def test_a_look_back_at_the_story_itself_is_the_story() -> None:
    text = "Five years ago, on 3 March 2010, the ferry Halden sank off Lunda. Forty people drowned. Five years ago we knew nothing."
    assert _own(text) == {"Forty people"}


def test_a_shooting_and_a_crash_of_one_weekend_are_two() -> None:
    text = (
        "Harwick Weekly, 19 May 2011\n\nA black weekend\n\nOn Friday night a gunman killed three people in the Anchor bar and wounded "
        "five others. The next morning a bus overturned on the coast road; eleven people died and 24 were hurt."
    )
    assert _own(text) == {"eleven people", "24"}


def test_the_day_on_which_an_injured_man_died_is_not_the_story_s() -> None:
    text = (
        "There was one blast, at 5.42 in the morning of 19 March 2005, in the market of Corvo. Twenty-one people were killed. "
        "Two of the injured died in Lunda, on 30 March 2005 and 7 April 2005.\n\nThe bombing took place on 19 March 2005."
    )
    assert {claim.value.edtf for claim in tell(text).claims if claim.slot == "date_start"} == {"2005-03-19"}  # type: ignore[union-attr]


def test_what_is_so_as_a_rule_counts_nobody_of_the_event() -> None:
    text = "Two trains collided at Holm on 11 November 1991 and 47 people died. The line runs twice a day and carries, on average, 11 passengers."
    account = tell(text)
    passing = {episode.number for episode in account.episodes if episode.is_passing}
    assert not [claim for claim in account.claims if claim.slot == "present" and claim.episode not in passing]
