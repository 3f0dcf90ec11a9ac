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
