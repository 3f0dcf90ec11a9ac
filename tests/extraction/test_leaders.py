"""Who led, and who stood between the sides, told by what they did."""

from __future__ import annotations

import pytest
from tests.extraction.telling import tell

_SIEGE = "Gunmen seized an embassy in Lyon on Monday and took 40 people hostage. "


def _names(text: str, slot: str) -> list[str]:
    return [getattr(claim.value, "text", "") for claim in tell(text).claims if claim.slot == slot]


@pytest.mark.parametrize(
    ("told", "slot", "name"),
    [
        ("The gunmen were led by Ivan Morel.", "leader", "Ivan Morel"),
        ("A group led by Ivan Morel seized the embassy.", "leader", "Ivan Morel"),
        ("Ivan Morel led the attack.", "leader", "Ivan Morel"),
        ("Ivan Morel, who led the gunmen, was killed.", "leader", "Ivan Morel"),
        ("Ivan Morel, the group's commander, was killed.", "leader", "Ivan Morel"),
        ("Ana Reyes, who led the mediators, spoke to the gunmen.", "negotiator", "Ana Reyes"),
        ("Bishop Ana Reyes mediated between the gunmen and the state.", "negotiator", "Ana Reyes"),
        ("Ana Reyes negotiated the release of ten hostages.", "negotiator", "Ana Reyes"),
        ("Pedro Silva acted as mediator.", "negotiator", "Pedro Silva"),
    ],
)
def test_who_led_and_who_mediated_is_told(told: str, slot: str, name: str) -> None:
    assert _names(_SIEGE + told, slot) == [name]


@pytest.mark.parametrize(
    "told",
    [
        "Prime Minister Ana Reyes, who leads the Labour Party, condemned the attack.",
        "The country is led by Ivan Morel.",
        "The investigation was led by Ivan Morel.",
        "Ivan Morel led the hostages to safety.",
        "The attack led to protests.",
        "Ivan Morel negotiated a loan.",
        "Ivan Morel offered to mediate.",
        "The gunmen were not led by Ivan Morel.",
    ],
)
def test_the_leader_of_another_body_led_no_deed(told: str) -> None:
    assert _names(_SIEGE + told, "leader") == _names(_SIEGE + told, "negotiator") == []


def test_who_led_the_storming_led_no_takeover() -> None:
    storming = "Troops stormed the embassy on Friday in a raid led by Colonel Pedro Silva and freed the hostages."
    account = tell(_SIEGE + storming)
    parts = {episode.number: episode.part for episode in account.episodes}
    assert [parts[claim.episode or 0] for claim in account.claims if claim.slot == "leader"] == ["raid"]
