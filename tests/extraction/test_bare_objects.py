"""Bare numbers behind their verb, across an aside, and in notes without a verb."""

from __future__ import annotations

import pytest
from tests.extraction.telling import counted, said

BEHIND = [
    ("The riot spread on Monday, and the guards took the wing and killed thirty more.", "killed", 30),
    (
        "The cyclone struck on Monday. It killed 158 people and displaced 299,000 across the country.",
        "displaced",
        299_000,
    ),
    ("The flood carried off eleven.", "killed", 11),
    ("The mob killed the mayor and three of his clerks.", "killed", 3),
    ("Ten people were killed at once; another dozen died of burns within the week.", "killed", 12),
    ("A further dozen were wounded in the attack.", "injured", 12),
    ("Prisoners broke out of the jail. Police have caught 29; 14 are still on the run.", "arrested", 29),
]


@pytest.mark.parametrize(("text", "slot", "number"), BEHIND)
def test_a_bare_number_behind_its_verb_is_its_object(text, slot, number):
    assert (slot, (number, number)) in counted(text)


LAST = [
    ("The express left the rails. Nineteen passengers were killed, 44 injured and three are missing.", "missing", 3),
    ("In the storm on Monday 52 were killed, 35 injured and 31 are missing.", "killed", 52),
    ("The blast on Monday left nine dead, 14 hurt and two are still missing.", "missing", 2),
    ("The riot on Monday left four dead and 30 hurt, and 61 were arrested.", "arrested", 61),
]


@pytest.mark.parametrize(("text", "slot", "number"), LAST)
def test_the_last_of_a_list_may_have_a_verb_of_its_own(text, slot, number):
    assert (slot, (number, number)) in counted(text)


def test_a_number_is_told_of_by_the_verb_behind_an_aside():
    text = (
        "Rebels stormed the barracks. Two soldiers lost their lives and eleven, among them four officers, were wounded."
    )
    assert ("injured", (11, 11)) in counted(text)
    assert {claim.quote for claim in said(text, "killed")} == {"Two soldiers"}


@pytest.mark.parametrize(
    "text",
    [
        "Six people were caught in the crossfire when police stormed the bank.",
        "A fire broke out at the hotel. Twelve people were caught on the top floor, police said.",
    ],
)
def test_whom_something_catches_is_not_arrested(text):
    assert not said(text, "arrested")


NOTES = [
    ("The ferry sank. Verified dead: 37. Taken to hospital: 41. Rescued alive: 12.", {("killed", 37), ("injured", 41), ("rescued", 12)}),
    ("The gale wrecked the boat. Saved 22, dead 1, not accounted for 4.", {("rescued", 22), ("killed", 1), ("missing", 4)}),
    ("The battle lasted an hour. Artillery: killed, 2; wounded, 7.", {("killed", 2), ("injured", 7)}),
    ("The storm hit the coast on Sunday. Killed 8, hurt 19, missing 3.", {("killed", 8), ("injured", 19), ("missing", 3)}),
    ("A riot broke out in the square. 19.30 Arrests 4. 19.50 Arrests 9, cells full.", {("arrested", 4), ("arrested", 9)}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), NOTES)
def test_a_note_without_a_verb_is_a_label_and_its_figure(text, told):
    assert {(slot, low) for slot, (low, _) in counted(text)} == told


def test_who_is_brought_up_dead_is_not_saved():
    text = "The mine flooded. Nine were brought to the surface dead."
    assert ("killed", (9, 9)) in counted(text)
    assert not said(text, "rescued")


def test_some_of_those_who_died_died():
    text = "The flood came at night. Thirty of those who died were children. None of those who drowned could swim."
    assert {("killed", (30, 30))} == counted(text)


@pytest.mark.parametrize(
    "text",
    ["The clock struck eight.", "The engine pulled 12.", "The bus carried 31 that morning."],
)
def test_clocks_and_engines_strike_and_pull_nobody(text):
    harmed = {slot for slot, _ in counted(f"Two men died in a crash at Dorn on Monday. {text}")}
    assert not harmed & {"casualties", "injured", "rescued"}
