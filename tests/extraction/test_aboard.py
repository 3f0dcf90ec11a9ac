"""People of whom only their place tells: on board, under the rubble, in a town, with the brigade."""

import pytest
from tests.extraction.telling import said

TOLD = [
    ("The liner sank on Monday. There were 210 people on board.", "present", 210),
    ("The hall burned down in the fire. There were 80 guests in the building.", "present", 80),
    ("The train derailed on Monday with 60 passengers aboard.", "present", 60),
    ("The quake struck on Monday. Some 40 people are still under the rubble.", "trapped", 36),
    ("The shaft flooded after the explosion on Monday. Eight are still down there.", "trapped", 8),
    ("The avalanche struck on Monday. Five climbers remain beneath the snow.", "trapped", 5),
    ("The flood hit the town of 5,000 on Monday, killing two.", "population", 5000),
    ("The flood reached the town's 5,000 inhabitants on Monday, killing two.", "population", 5000),
    ("The army, with 800 soldiers, fought the fire.", "responders", 800),
    ("The fire brigade, with 60 men and 12 engines, fought the fire.", "responders", 60),
    ("The ferry capsized on Monday. Twenty passengers crawled out through a hatch.", "escaped", 20),
    ("The quake on Monday left 12,000 homeless.", "displaced", 12000),
    ("The storm on Monday drove more than 900 from their homes.", "displaced", 901),
    ("After the chemical leak on Monday 70 people fell ill.", "affected", 70),
    ("The quake struck on Monday and two died. Twelve workers remain to be found.", "missing", 12),
    ("The storm struck on Monday and two died. Three boys are still out there.", "missing", 3),
    ("SHIP SANK MONDAY. CREW 58 PASSENGERS 219. SAVED 164.", "present", 58),
    ("The avalanche struck on Monday and nine died. Thirty owe their lives to a dog.", "survived", 30),
    ("A nurse died in the fire on Monday, raising to 14 the number of people injured.", "injured", 14),
    ("The hijackers freed a boy on Monday, bringing to nine the number released.", "released", 9),
    (
        "The army said on Monday that the attack had raised to at least 60 the number of soldiers arrested.",
        "arrested",
        60,
    ),
    ("The bus crashed on Monday. Six of the injured have been discharged.", "discharged", 6),
]
NOTHING = [
    ("Nobody rescued the passengers of the sunken ferry on Monday.", "responders"),
    ("Five rescue teams searched the collapsed mine on Monday.", "responders"),
    ("There were 12 explosions on the ship on Monday.", "present"),
    ("The ship sank on Monday. Two containers are still under water.", "trapped"),
]


@pytest.mark.parametrize(("text", "slot", "number"), TOLD)
def test_the_place_of_people_tells_their_slot(text, slot, number):
    assert number in [claim.value.low for claim in said(text, slot)]


@pytest.mark.parametrize(("text", "slot"), NOTHING)
def test_no_people_no_count(text, slot):
    assert said(text, slot) == []
