"""Lists of the dead and the hurt by name: each name is one person, with what befell them all."""

from __future__ import annotations

import pytest
from tests.extraction.telling import tell

BOMB = "A bomb exploded in Lyon on Monday. "


def _named(text: str, slot: str) -> list[str]:
    return [claim.quote for claim in tell(text).claims if claim.slot == slot and claim.about_span is not None]


@pytest.mark.parametrize(
    ("text", "slot", "names"),
    [
        ("The dead were identified as Ana Ruiz, 34, Pedro Salas, a teacher, and Juan de la Cruz.", "killed",
         ["Ana Ruiz", "Pedro Salas", "Juan de la Cruz"]),
        ("Among the injured are Ana Ruiz, 53; Pedro Salas, 24; and Rosa Marin.", "injured",
         ["Ana Ruiz", "Pedro Salas", "Rosa Marin"]),
        ("AMONG THE WOUNDED ARE ANA RUIZ, 53; ORLANDO SALAS, 24; ABEL PORTIL, AND ROSA MARIN.", "injured",
         ["ANA RUIZ", "ORLANDO SALAS", "ABEL PORTIL", "ROSA MARIN"]),
        ("The dead: Ana Ruiz and Pedro Salas.", "killed", ["Ana Ruiz", "Pedro Salas"]),
    ],
)  # fmt: skip
def test_each_name_of_a_list_is_one_person(text: str, slot: str, names: list[str]) -> None:
    assert _named(BOMB + text, slot) == names


@pytest.mark.parametrize(
    "text", ["The wounded were taken to Saint Mary, a hospital.", "The dead are buried in Lyon, Ana Ruiz said."]
)
def test_what_is_no_list_names_nobody(text: str) -> None:
    assert _named(BOMB + text, "injured") == _named(BOMB + text, "killed") == []


def test_a_surname_that_stands_behind_a_name_is_of_it() -> None:
    text = "Police said that presidency minister Juan Alberto Ramirez Portho was wounded in an attack in Tarma."
    assert _named(text, "injured") == ["Juan Alberto Ramirez Portho"]


def test_a_list_after_a_colon_names_those_who_died() -> None:
    text = "Rebels attacked the post. The following guards died in combat: Major Carlo Farina, Captain Walter Moro."
    assert _named(text, "killed") == ["Carlo Farina", "Walter Moro"]


@pytest.mark.parametrize(
    ("text", "slot", "names"),
    [
        ("Killed in the blast were driver Alan Pell and guard Tom Reeve.", "killed", ["Alan Pell", "Tom Reeve"]),
        ("Two men died. They were named as Hans Moor, 28, of Bern and Karl Frey, 31.", "killed", ["Hans Moor", "Karl Frey"]),
        ("Two, Nora Roca and Luz Vidal, died in hospital.", "killed", ["Nora Roca", "Luz Vidal"]),
        ("The missing are Sam Greer, mate, and Pat Dunn, stoker.", "missing", ["Sam Greer", "Pat Dunn"]),
        ("Among the dead are Mary Quinn, 16, and her sister Ellen Quinn.", "killed", ["Mary Quinn", "Ellen Quinn"]),
    ],
)  # fmt: skip
def test_roles_and_ages_stand_beside_the_names(text: str, slot: str, names: list[str]) -> None:
    assert set(_named(BOMB + text, slot)) == set(names)


def test_names_that_are_fewer_than_the_count_are_left_to_others() -> None:
    assert _named(BOMB + "The blast hurt five, Nora Roca said.", "injured") == []
