"""Counts as official papers, headlines and passengers put them."""

from __future__ import annotations

import pytest
from tests.extraction.telling import tell

from sayso.normalisation import numbers

OPENING = "A bomb exploded aboard a ferry off Manila on 19 March 2005, and the ship sank. "


@pytest.mark.parametrize(
    ("text", "slot", "low"),
    [
        ("The council has confirmed seventeen (17) fatalities and eighty-four (84) injured.", "killed", 17),
        ("The council has confirmed seventeen (17) fatalities and eighty-four (84) injured.", "injured", 84),
        ("The council has confirmed seventeen fatalities and eighty-four injured.", "injured", 84),
        ("Six persons remain missing.", "missing", 6),
        ("Fishermen had pulled more than a hundred people from the sea.", "rescued", 101),
        ("There must have been three hundred of us, sitting on the stairs.", "present", 300),
        ("Eight lie dead.", "killed", 8),
        ("Prefect informs me dead number eight.", "killed", 8),
        ("Five carabinieri hurt.", "injured", 5),
        ("Two hundred dragoons arrived at dawn.", "responders", 200),
        ("Four thousand people poured into the square.", "present", 4000),
        ("More than 4,300 were lost when another ferry collided with a tanker in 1987.", "killed", 4301),
    ],
)
def test_the_count_is_found_once(text, slot, low):
    found = [c.value.low for c in tell(OPENING + text).claims if c.slot == slot and c.start >= len(OPENING)]
    assert found == [low]


def test_a_headline_in_the_present_counts_the_dead():
    text = "Blast on packed ferry kills at least nine in southern Philippines\n\n" + OPENING
    assert [c.value.low for c in tell(text).claims if c.slot == "killed"] == [9]


@pytest.mark.parametrize("text", ["Blast kills nine fishing boats' trade", "Storm hurts 4 per cent of growth"])
def test_a_headline_of_things_counts_nobody(text):
    assert not [c for c in tell(text + "\n\n" + OPENING).claims if c.slot in ("killed", "injured")]


@pytest.mark.parametrize(
    ("text", "found"),
    [("seventeen (17) dead", [(17, "seventeen (17)")]), ("seventeen (18) dead", [(17, "seventeen"), (18, "18")])],
)
def test_a_figure_said_again_in_brackets_is_one_figure(text, found):
    assert [(n.low, text[n.start : n.end]) for n in numbers.find(text)] == found


def test_who_was_lost_for_an_hour_lives():
    assert not [c for c in tell(OPENING + "Six climbers were lost for an hour.").claims if c.slot == "killed"]


def test_those_named_behind_a_count_of_the_dead_are_of_them():
    text = OPENING + "Three lie dead. They are Nicola Conti, of 52 years; Vito Russo, 34; and the widow Rosa Greco."
    claims = tell(text).claims
    assert {c.quote for c in claims if c.slot == "killed" and c.group is None} == {
        "Nicola Conti",
        "Vito Russo",
        "Rosa Greco",
    }
    assert [c.value.low for c in claims if c.slot == "age"] == [52, 34]
    assert not [c for c in claims if c.slot.startswith("duration")]


@pytest.mark.parametrize(
    "text", ["They are members of the union and of the church.", "They were Ana Conti's neighbours."]
)
def test_who_they_are_otherwise_names_no_dead(text):
    claims = tell(OPENING + "Three lie dead. " + text).claims
    assert not [c for c in claims if c.slot == "killed" and c.group is None]
