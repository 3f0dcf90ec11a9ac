"""Who did it: by verbs of harm, by what was set off or carried out, and when forces answer for a deed."""

from __future__ import annotations

import pytest
from tests.extraction.telling import tell


def _told(text: str, slot: str) -> list[str]:
    return [getattr(claim.value, "text", "") for claim in tell(text).claims if claim.slot == slot]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "The bombing in Tarma was carried out by a group of hooded men. Two people were killed.",
            "group of hooded men",
        ),
        ("ZLA rural guerrillas set off a bomb in the bank in Tarma, wounding two people.", "ZLA rural guerrillas"),
        ("The attack was staged by a couple in Tarma. Three people were wounded.", "couple"),
        ("In an attack near Tarma on Monday, four individuals wounded Judge Pedro Ruizal.", "four individuals"),
        ("The farmer was intercepted by two men on a mule, who shot him dead in Tarma.", "two men"),
    ],
)
def test_doers_are_told_by_what_they_set_off_or_carried_out(text: str, words: str) -> None:
    assert words in _told(text, "perpetrator_people")


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Four reporters were murdered by the Ruritanian Army in Tarma.", ["Ruritanian Army"]),
        ("The Ruritanian Army killed six guerrillas in a clash near Tarma.", []),
        ("Gunmen took ten hostages in Tarma. The Ruritanian Army stormed the house and killed two hostages.", []),
    ],
)
def test_forces_answer_for_murder_and_not_for_a_fight(text: str, bodies: list[str]) -> None:
    assert _told(text, "perpetrator") == bodies


def test_a_deed_is_laid_on_a_named_group_by_whoever_attributes_it() -> None:
    text = "Union leaders attributed the dynamite attack to the Green Path group. In Tarma two people were killed."
    assert [c.modality.value for c in tell(text).claims if c.slot == "perpetrator"] == ["alleged"]


def test_a_car_bomb_has_hit_no_car() -> None:
    assert _told("A car bomb attack in Tarma killed two people.", "physical_target") == []


def test_a_place_alone_tells_no_event() -> None:
    assert tell("He spoke in Tarma of the bombings that the country has seen.").claims == ()
