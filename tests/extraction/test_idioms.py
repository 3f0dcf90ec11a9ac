"""How people say that others died, were hurt, lost, taken or driven out, without the words that forms have for it."""

from __future__ import annotations

import pytest
from tests.extraction.telling import tell

SETTINGS = {
    "attack": "Armed men attacked the village of Lemba on Tuesday. ",
    "ship": "The ferry sank off Lemba on Tuesday. ",
    "quake": "An earthquake struck the town of Lemba on Tuesday. ",
    "march": "Police broke up a demonstration in Lemba on Tuesday. ",
    "pit": "An explosion tore through the Lemba colliery on Tuesday. ",
    "illness": "A cholera epidemic broke out in Lemba in May. ",
    "fire": "A fire broke out in a hotel in Lemba on Tuesday. ",
}


def found(setting: str, text: str, slot: str) -> list[tuple[float | None, str | None]]:
    opening = SETTINGS[setting]
    claims = tell(opening + text).claims
    return [(c.value.low, c.group) for c in claims if c.slot == slot and c.start >= len(opening)]


@pytest.mark.parametrize(
    ("setting", "text", "slot", "low"),
    [
        ("attack", "Six villagers were hanged from the rafters.", "killed", 6),
        ("attack", "Five were blown to pieces by a shell.", "killed", 5),
        ("attack", "Eighteen paid with their lives.", "killed", 18),
        ("attack", "The raid cost eighteen villagers their lives.", "killed", 18),
        ("attack", "Seven corpses were carried out of the mill.", "killed", 7),
        ("attack", "Nine men were lined up and shot.", "casualties", 9),
        ("ship", "Thirty-one went down with the ship.", "killed", 31),
        ("quake", "Seventeen patients did not pull through.", "killed", 17),
        ("illness", "The disease carried off 120 people in a month.", "killed", 120),
        ("march", "Two marchers were picked off from the roof.", "killed", 2),
        ("attack", "Six more are fighting for their lives.", "injured", 6),
        ("fire", "Three jumped from windows and broke their legs.", "injured", 3),
        ("pit", "Five were brought up with burns.", "injured", 5),
        ("pit", "Five were brought up with burns.", "rescued", 5),
        ("fire", "Eleven guests could not get out.", "trapped", 11),
        ("ship", "Divers are looking for nineteen people.", "missing", 19),
        ("ship", "The search for nineteen passengers goes on.", "missing", 19),
        ("ship", "There were fifty-five survivors.", "survived", 55),
        ("pit", "Eighty got out by the old shaft.", "escaped", 80),
        ("march", "Thirty-four marchers spent the night in the cells.", "arrested", 34),
        ("attack", "The column took ninety prisoners.", "arrested", 90),
        ("attack", "Ninety prisoners were taken.", "arrested", 90),
        ("attack", "The rebels handed over twelve captives on Thursday.", "released", 12),
        ("attack", "Three thousand took to the hills.", "displaced", 3000),
        ("quake", "Three thousand were given shelter in the stadium.", "displaced", 3000),
        ("illness", "There are 400 cases.", "affected", 400),
        ("illness", "Four hundred patients are being treated for cholera.", "affected", 400),
        ("fire", "The hotel had 140 guests that night.", "present", 140),
        ("pit", "The shift numbered 140.", "present", 140),
        ("attack", "About twenty gunmen took part.", "attackers", 18),
        ("attack", "The attackers numbered about twenty.", "attackers", 18),
        ("attack", "Twenty armed men came at dawn.", "attackers", 20),
    ],
)
def test_the_count_is_found(setting, text, slot, low):
    assert low in [one for one, _ in found(setting, text, slot)]


@pytest.mark.parametrize(
    ("setting", "text", "slot"),
    [
        ("attack", "They buried twenty-five on Thursday.", "trapped"),
        ("quake", "Twelve were buried in the churchyard on Friday.", "trapped"),
        ("illness", "The disease carried off 120 people in a month.", "missing"),
        ("illness", "Four hundred patients are being treated for cholera.", "injured"),
        ("attack", "The search for six gunmen goes on.", "missing"),
        ("attack", "Police are looking for two suspects.", "missing"),
        ("fire", "Eleven guests hung up their coats.", "killed"),
        ("march", "A judge heard 400 cases that year.", "affected"),
        ("ship", "Twelve men came aboard at noon.", "attackers"),
        ("ship", "Four people died. The manifest lists 140.", "killed"),
        ("march", "Five thousand people took to the streets.", "killed"),
        ("quake", "The town council has twelve members.", "attackers"),
    ],
)
def test_what_only_looks_alike_gives_no_such_count(setting, text, slot):
    assert [low for low, _ in found(setting, text, slot) if low != 4] == []


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("Forty houses were put to the torch.", "destroyed"),
        ("The church came down.", "destroyed"),
        ("The school was cracked.", "damaged"),
    ],
)
def test_what_became_of_buildings_is_told(text, slot):
    opening = SETTINGS["quake"]
    assert slot in {c.slot for c in tell(opening + text).claims if c.start >= len(opening)}
