"""Victims, doers, targets and stages, as a reader would name them."""

from __future__ import annotations

import pytest
from tests.extraction.telling import said, tell

from sayso.model import Stage


def _texts(text: str, slot: str) -> list[str]:
    return [getattr(claim.value, "text", "") for claim in tell(text).claims if claim.slot == slot]


@pytest.mark.parametrize(
    ("text", "slot", "words"),
    [
        ("Armed men kidnapped Senator Ana Belmonte on Monday.", "victim", "Senator Ana Belmonte"),
        ("Armed men kidnapped Senator Ana Belmonte on Monday.", "perpetrator_people", "Armed men"),
        ("The murder of Pedro Ruizal shocked the town.", "victim", "Pedro Ruizal"),
        ("Rebels bombed the police station.", "physical_target", "police station"),
        ("Gunmen attacked union workers in Turin on Monday.", "victim", "union workers"),
        ("An agronomist, identified as Pedro Ruizal, was killed in the attack in Turin.", "victim", "Pedro Ruizal"),
        ("The blast destroyed a bridge and killed two people.", "destroyed", "bridge"),
    ],
)
def test_who_and_what_is_told_in_the_text_s_words(text: str, slot: str, words: str) -> None:
    assert words in _texts(text, slot)


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Police foiled an attack on the bank in Lyon on Monday. Two men were arrested.", Stage.ATTEMPTED),
        ("Gunmen attacked the bank in Lyon on Monday and killed two guards.", Stage.ACCOMPLISHED),
    ],
)
def test_what_was_foiled_was_only_tried(text: str, stage: Stage) -> None:
    assert tell(text).episodes[0].stage is stage


@pytest.mark.parametrize(
    ("text", "people", "body"),
    [
        ("KLF militiamen blew up a bridge near Turin on Monday.", "militiamen", "KLF"),
        ("Members of the Dawn Front killed two guards in Turin on Monday.", "Members", "Dawn Front"),
        ("A group of masked men killed two guards in Turin on Monday.", "masked men", None),
    ],
)
def test_people_are_told_apart_from_the_body_they_are_of(text: str, people: str, body: str | None) -> None:
    names = [c.value.name for c in tell(text).claims if c.slot == "perpetrator_people"]
    bodies = [c.value.name for c in tell(text).claims if c.slot == "perpetrator"]
    assert names == [people]
    assert bodies == ([body] if body else [])


def test_a_weapon_alone_is_no_event() -> None:
    assert tell("The best way to protect the region is to ban nuclear bombs.").claims == ()


def test_a_plant_before_a_comma_is_no_band_of_those_behind_it():
    text = (
        "METAPAN, 9 SEP 89 (WIRE) -- WHEN THE OFFICIAL MOTORCADE APPROACHED THE GUARESA HYDROELECTRIC PLANT, GUERRILLA GROUPS OPENED FIRE. "
        "A SOLDIER WAS KILLED IN THE ATTACK."
    )
    assert not said(text, "perpetrator")
