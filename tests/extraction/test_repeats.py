"""Things and people are named once, as fully as the text names them."""

from __future__ import annotations

import pytest
from tests.extraction.telling import said, tell


@pytest.mark.parametrize(
    ("text", "slot", "words"),
    [
        ("A powerful bomb exploded in Turin on Monday, killing two. The bomb was hidden.", "weapon", ["powerful bomb"]),
        ("A dynamite attack in Turin on Monday killed two.", "weapon", ["dynamite"]),
        ("Two were killed in Turin on Monday when dynamite charges went off.", "weapon", ["dynamite charges"]),
        ("Gunmen killed two guards in Turin on Monday. Police found a rifle.", "weapon", []),
    ],
)
def test_a_weapon_is_named_once_and_only_where_it_was_used(text, slot, words):
    assert [claim.value.text for claim in said(text, slot)] == words


def _victims(text):
    return [claim.value for claim in tell(text).claims if claim.slot == "victim"]


def test_a_part_of_a_name_is_told_by_the_whole_of_it():
    text = "Gunmen killed Carla Neri, a teacher, in Turin on Monday. Neri was shot at home."
    victims = _victims(text)
    assert {value.name for value in victims} == {"Carla Neri"}
    assert [value.text for value in victims] == ["Carla Neri, a teacher", "Neri"]


def test_a_name_that_two_people_share_is_left_as_it_is_told():
    text = "Gunmen killed Carla Neri and Ugo Neri in Turin on Monday. Neri was shot at home."
    assert "Neri" in {value.name for value in _victims(text)}
