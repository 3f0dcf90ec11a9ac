"""Lists of the dead under a heading or behind "list", labels with a dash, strikes called in answer, datelines with a country."""

from __future__ import annotations

import pytest
from tests.extraction.telling import bounds, said

from sayso.model import Actor, Place


def _victims(text: str) -> set[str]:
    return {claim.value.name for claim in said(text, "victim") if isinstance(claim.value, Actor)}


@pytest.mark.parametrize(
    "told",
    [
        "\n\nThe dead\n\nA partial list as released by the district hospital: Ana Mora, 14; Jan Kos, 11; and Petr Halas, 29.",
        " A list issued by the hospital names the following: Ana Mora, 41; Jan Kos, 22; Petr Halas, 19.",
        " The victims, according to police: Ana Mora, 30; Jan Kos, 41; and Petr Halas, 8.",
        " List of the dead: Ana Mora, hewer; Jan Kos, 31, hewer; Petr Halas, pony driver.",
        " Those lost: Ana Mora (61), Jan Kos (8), Petr Halas (33).",
    ],
)
def test_a_list_of_the_dead_names_victims(told: str) -> None:
    assert _victims("A stand collapsed in Turin on Monday and nine people died." + told) >= {"Jan Kos", "Petr Halas"}


def test_a_list_of_suspects_names_no_victims() -> None:
    assert _victims("A bomb killed nine people in Turin. The list of suspects: Jan Kos, 41; Petr Halas, 22.") == set()


@pytest.mark.parametrize(
    ("told", "slot", "count"),
    [
        ("Recapitulation: DEAD - 31. INJURED - 241 (37 confined). MISSING - NONE.", "injured", (241, 241)),
        ("Casualties: Dead \u2013 14; Injured \u2013 40; Missing \u2013 3.", "missing", (3, 3)),
        ("Killed 14, wounded 40, missing 3.", "killed", (14, 14)),
    ],
)
def test_a_label_tells_the_slot_of_its_figure(told: str, slot: str, count: tuple[int, int]) -> None:
    assert count in bounds(f"A stand collapsed on Saturday and killed nine. {told}", slot)


@pytest.mark.parametrize(
    "told",
    [
        "Union leaders called a 24-hour general strike to protest the killing of two students.",
        "The union called a strike of twenty-four hours after the killing of two workers.",
    ],
)
def test_a_strike_called_in_answer_is_no_length_of_the_deed(told: str) -> None:
    assert said(told, "duration") == []


def test_a_strike_that_is_the_story_has_its_length() -> None:
    assert bounds("The strike lasted nine days and police killed three.", "duration") == [(9, 9)]


@pytest.mark.parametrize(
    "dateline",
    [
        "Harbin Kot, Afghanistan, 4 May 2009 (Wire) - ",
        "Harbin Kot, Afghanistan \u2014 ",
        "HARBIN KOT, Afghanistan (Wire) - ",
    ],
)
def test_a_town_of_no_gazetteer_stands_in_the_dateline_with_its_country(dateline: str) -> None:
    text = f"{dateline}An air strike killed 40 people."
    assert [claim.value.name for claim in said(text, "place") if isinstance(claim.value, Place)] == ["Harbin Kot"]
    assert said(text, "perpetrator_people") == []
