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


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("Two warders were beaten to death by convicts in a riot in Lyon on Monday.", "convicts"),
        ("Troops fired into the crowd in Lyon on Monday and killed nine people.", "Troops"),
        ("Police opened fire on the marchers in Lyon on Monday, killing six.", "Police"),
        ("Three drivers died at the hands of villagers in an attack in Lyon on Monday.", "villagers"),
        ("The killings in Lyon on Monday were the work of bandits; five people died.", "bandits"),
        ("Neighbours took part in the massacre in Lyon on Monday, in which 60 people died.", "Neighbours"),
        ("Five villagers were massacred in Lyon on Monday. Priests blamed the militia for the massacre.", "militia"),
    ],
)
def test_who_raged_is_told_as_doer(told: str, words: str) -> None:
    assert words in _told(told, "perpetrator_people")


@pytest.mark.parametrize(
    "told",
    [
        "A policeman was killed in an attack in Lyon on Monday. The rebels released three nurses.",
        "An attack in Lyon on Monday killed five people. Doctors beat back the fever of the wounded.",
        "A gunman killed five people in Lyon on Monday. Officers fired at the man.",
        "A prosecutor charged three men over the attack in Lyon on Monday, in which five people died.",
    ],
)
def test_who_lets_go_or_fires_back_did_not_do_it(told: str) -> None:
    assert not set(_told(told, "perpetrator_people")) & {"rebels", "Doctors", "Officers", "prosecutor"}
