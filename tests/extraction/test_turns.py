"""Texts that turn to another incident tell it by itself."""

from __future__ import annotations

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
