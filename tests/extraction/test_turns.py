"""Texts that turn to another incident tell it by itself."""

from __future__ import annotations

import pytest
from tests.extraction.telling import tell

_CLASH = "Fighting broke out in Turin on Monday. Three soldiers were killed in the battle near the station. "


def _kinds(text: str) -> dict[str, set[str]]:
    account = tell(text)
    kinds = {episode.number: episode.type for episode in account.episodes}
    found: dict[str, set[str]] = {}
    for claim in account.claims:
        found.setdefault(kinds[claim.episode or 0], set()).add(claim.quote)
    return found


def test_a_kidnapping_beside_a_battle_is_an_incident_of_its_own():
    told = _kinds(_CLASH + "Gunmen kidnapped 12 farmers near Asti on Sunday.")
    assert {"12 farmers", "Gunmen"} <= told["kidnapping"]
    assert "Three soldiers" in told["clash"]


def test_what_meanwhile_was_blown_up_elsewhere_is_another_bombing():
    told = _kinds(_CLASH + "The army said it was over.\n\nMeanwhile, rebels blew up a bridge near Asti.")
    assert {"rebels", "bridge"} <= told["bombing"]


def test_a_kidnapping_of_somebody_told_of_before_goes_on_with_the_story():
    text = (
        "Carla Neri was murdered in Turin on Monday. Carla Neri had been kidnapped on Sunday. The murder shocked all."
    )
    assert "kidnapping" not in {episode.type for episode in tell(text).episodes}


def test_a_murder_beside_a_strike_is_an_event_of_its_own():
    text = "Judges went on strike in Turin on Monday. The strike follows the murder of Carla Neri, a magistrate."
    account = tell(text)
    kinds = {episode.number: episode.type for episode in account.episodes}
    assert {kinds[c.episode or 0] for c in account.claims if c.slot == "victim"} == {"killing"}


def test_a_paragraph_that_opens_with_a_deed_elsewhere_to_somebody_new_tells_another_incident():
    told = _kinds(_CLASH + "The army said it was over.\n\nIn Asti, gunmen shot dead a judge on Sunday. She was 50.")
    assert "Three soldiers" in told["clash"]
    assert any("judge" in quote for kind, quotes in told.items() if kind != "clash" for quote in quotes)


def test_a_paragraph_that_tells_more_of_the_same_deed_goes_on_with_it():
    text = "Gunmen attacked a bank in Turin on Monday and killed two guards.\n\nThe gunmen shot dead a guard in Via Roma, police said."
    assert len({claim.episode for claim in tell(text).claims if claim.slot in ("killed", "victim")}) == 1


_RAID = "Raid on Turin\n\nGunmen attacked Turin on 4 May 1987 and killed at least 40 people. The killing went on until noon. "


def test_who_was_carried_off_in_an_attack_is_told_of_with_it():
    for tail in (
        "Another 22 children were abducted and nine people wounded.",
        "The mayor counts 40 killed, 35 injured and 22 abducted.",
        "The attack began at dawn. Twenty-two persons, namely 8 women and 14 children, were abducted.",
    ):
        assert not any(episode.is_passing for episode in tell(_RAID + tail).episodes), tail


def test_who_was_carried_off_elsewhere_or_on_another_day_is_not():
    for tail in ("Twenty-two children were abducted near Asti.", "Twenty-two farmers were abducted on 9 June 1986."):
        assert "kidnapping" in _kinds(_RAID + tail), tail


def test_news_without_a_year_tells_of_no_year_that_it_names_far_below():
    text = (
        "Raid on a market\n\nTURIN, May 6 - Gunmen attacked a market in Turin on Tuesday, killing nine people, police said. Four shops were looted.\n\n"
        + "The mayor spoke of a dark day.\n\n" * 8
        + "In November 2011 at least 31 people were killed when gunmen attacked a camp, also in Piedmont."
    )
    account = tell(text)
    passing = {episode.number for episode in account.episodes if episode.is_passing}
    killed = {claim.quote: (claim.episode or 0) in passing for claim in account.claims if claim.slot == "killed"}
    assert killed == {"nine people": False, "at least 31 people": True}


def test_a_chapter_is_of_the_day_that_it_opens_with_though_another_is_named_by_its_word():
    text = (
        "On 3 May 1987 an express and a goods train met in the fog near Turin.\n\nThe count is 47 dead.\n\n"
        + "The court sat for years.\n\n" * 8
        + "Before that there had been Asti, on 9 July 1954, where 90 travellers perished in a derailed railcar."
    )
    account = tell(text)
    own = next(episode for episode in account.episodes if not episode.is_passing)
    assert own.when is None or own.when.edtf == "1987-05-03"
    passing = {episode.number for episode in account.episodes if episode.is_passing}
    assert {c.quote for c in account.claims if c.slot == "killed" and c.episode not in passing} == {"47"}


def test_figures_of_these_incidents_are_of_none():
    text = _RAID + "The unit counted 118 incidents in May. In these incidents 204 civilians were killed."
    account = tell(text)
    passing = {episode.number for episode in account.episodes if episode.is_passing}
    assert {c.quote for c in account.claims if c.slot == "killed" and c.episode not in passing} == {
        "at least 40 people"
    }


_MILL = "A bomb killed two watchmen at a mill in Turin on Monday, police said. The blast wrecked the gate. Nobody has claimed it."


@pytest.mark.parametrize(
    "more",
    [
        "The police also reported that gunmen shot dead a tailor near Asti.",
        "In addition, a tram was burned by masked youths.",
        "The army also said that rebels blew up five pylons near Novara.",
        "On 3 March, unidentified men had set fire to a school in Cuneo.",
        "A second bomb exploded hours later in Savona and injured a nurse.",
        "In Pavia, a car bomb destroyed a customs post, injuring three clerks.",
        "In another incident, a grenade was thrown at a tavern in Biella; one patron died.",
        "Rebels also attacked a barracks in Ivrea and wounded four soldiers.",
    ],
)
def test_a_deed_told_as_one_more_is_an_incident_of_its_own(more):
    assert any(episode.is_passing for episode in tell(f"{_MILL}\n\n{more}").episodes)


@pytest.mark.parametrize(
    "more",
    [
        "Police said the bomb also damaged three shops.",
        "The attackers also set fire to a van as they fled.",
        "In addition, four passers-by were wounded.",
        "The mayor said that the bombing was the work of the Northern Front.",
        "Officials added that a clerk was killed by flying glass.",
        "A guard who was wounded on Monday died on Friday in Asti.",
        "The explosion was heard in Asti.",
    ],
)
def test_what_came_of_the_same_deed_is_told_with_it(more):
    assert not any(episode.is_passing for episode in tell(f"{_MILL}\n\n{more}").episodes)


def test_a_paragraph_goes_on_with_the_incident_before_it():
    told = _kinds(
        _MILL
        + "\n\nIn Asti, gunmen attacked a bank and killed a teller.\n\nThe bank had no guard. Three clerks were wounded."
    )
    assert any("clerks" in quote for kind, quotes in told.items() if kind != "bombing" for quote in quotes)


def test_troops_that_were_about_make_no_raid():
    account = tell("Gunmen kidnapped a banker in Turin on Monday. An operation by 800 soldiers began in the hills.")
    assert {episode.part for episode in account.episodes if episode.number in {c.episode for c in account.claims}} == {
        None
    }
