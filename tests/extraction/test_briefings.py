"""Hours of the telling, and what a page has beside its text."""

from __future__ import annotations

import pytest
from tests.extraction.telling import tell


def slots(text: str, *names: str) -> list[str]:
    return [claim.quote for claim in tell(text).claims if claim.slot in names]


@pytest.mark.parametrize(
    "text",
    [
        "Four people were shot in town. In a press briefing just after 4 p.m., the sheriff confirmed that several were hurt.",
        "Four people were shot in town. The station conducted a live interview with the mayor at 5:30 p.m.",
        "Four people were shot in town. The chief justice offered a statement just before 5:00 p.m.",
        "Four people were shot in town. The bishop confirmed in the 9 p.m. press briefing that the man fled.",
        "Three guards were killed in the raid. Governor says the hatred has to stop | 2:06",
    ],
)
def test_the_hour_of_words_is_no_hour_of_the_deed(text: str):
    assert slots(text, "time") == []


@pytest.mark.parametrize(
    "text",
    [
        "Four people were shot in town at 2:25 p.m., the chief said in a statement.",
        "The fire broke out at 2:25 p.m. and killed two men, the department said at a news conference.",
    ],
)
def test_the_hour_of_a_deed_stays(text: str):
    assert slots(text, "time") == ["2:25 p.m."]


def test_buttons_name_nobody():
    text = (
        "CLOSE Skip in Skip x Embed x Share RUSTON POLICE SHOOTING Governor speaks | 2:06 Three officers were killed on Sunday. "
        "UPDATE: 3:00 P.M. ET: Two suspects are at large."
    )
    assert slots(text, "perpetrator", "victim", "time") == []
    assert "Three officers" in slots(text, "killed")


def test_a_deed_among_several_such_is_another():
    told = tell(
        "Two reporters were shot dead on Saturday. Justice failed in other cases, such as the murder of Ann Anaya, president of a guild."
    )
    passing = {episode.number for episode in told.episodes if episode.is_passing}
    assert {c.episode for c in told.claims if "Anaya" in c.quote} <= passing


def test_who_died_weeks_before_a_march_did_not_die_of_it():
    told = tell(
        "Hundreds marched on January 14, 2000 in the capital to protest against the ruling. The boy was found on Nov. 25 off the coast "
        "after his mother and others died in a failed crossing. The protest on Friday drew 100,000 women."
    )
    passing = {episode.number for episode in told.episodes if episode.is_passing}
    assert {c.episode for c in told.claims if c.slot == "killed"} <= passing
    assert {c.episode for c in told.claims if c.slot == "present"}.isdisjoint(passing)


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("WATCH: witnesses at the shooting hid under tables; two people were killed.", []),
        ("News agency: two people were killed in a shooting.", ["News agency"]),
    ],
)
def test_a_label_is_no_speaker(text: str, speakers: list[str]):
    said = {one.speaker for claim in tell(text).claims for one in claim.attribution}
    assert sorted(said) == speakers
