from __future__ import annotations

import pytest
from tests.extraction.telling import bounds, said

WORDINGS = [
    ("After the crush, 43 were rushed to casualty.", "injured", [(43, 43)]),
    ("The crash sent 14 passengers away and nine were removed to the infirmary.", "injured", [(9, 9)]),
    ("Three drivers were in intensive care after the pile-up.", "injured", [(3, 3)]),
    ("The guard escaped from the derailment with a broken wrist.", "injured", [(1, 1)]),
    ("In the bombing two nurses lost their sight.", "injured", [(2, 2)]),
    ("The ferry sank. Nobody came to harm.", "injured", [(0, 0)]),
    ("After the riot police cuffed two club officials.", "arrested", [(2, 2)]),
    ("After the coup six hundred soldiers surrendered.", "arrested", [(600, 600)]),
    ("The gunman gave himself up after the siege.", "arrested", [(1, 1)]),
    ("In the battle eighty prisoners were taken.", "arrested", [(80, 80)]),
    ("About 900 people were crammed into the hall when the fire broke out.", "present", [(810, 990)]),
    ("In the famine the town alone buried 620 of its inhabitants.", "killed", [(620, 620)]),
    ("After the massacre 71 villagers were buried in a mass grave.", "killed", [(71, 71)]),
    ("In the siege the fever carried off ninety-six of us.", "killed", [(96, 96)]),
    ("Cholera took four nurses.", "killed", [(4, 4)]),
    ("After the riot they hanged six rebels.", "killed", [(6, 6)]),
    ("In the raid the rebels shot their driver dead.", "killed", [(1, 1)]),
    ("After the fire twenty-six coffins stood in the chapel.", "killed", [(26, 26)]),
    ("Little Jamie Strand never made it home from the stampede.", "killed", [(1, 1)]),
    ("The army suffered 12 casualties in the ambush.", "casualties", [(12, 12)]),
    ("The bridge fell. A boy survived.", "survived", [(1, 1)]),
    ("After the riot the inmates held eleven warders captive.", "hostages_held", [(11, 11)]),
    ("The earthquake came at dawn. Some 800 people abandoned their villages.", "displaced", [(720, 880)]),
]
WORDINGS += [
    ("The hijacking ended without loss of life.", "killed", [(0, 0)]),
    ("No lives were lost in the fire.", "killed", [(0, 0)]),
    ("In the riot troops fired, killing nine and wounding upwards of thirty.", "injured", [(31, None)]),
    ("The ambassador was among hundreds injured in the blast.", "injured", [(1, 1), (200, 999)]),
    ("Maria Sosa is among the missing after the blast.", "missing", [(1, 1)]),
    ("After the shooting police have made an arrest.", "arrested", [(1, 1)]),
    ("The arrest of Ana Ruiz followed the raid.", "arrested", [(1, 1)]),
    ("They reported the kidnapping of Hector Obela in the capital.", "hostages_taken", [(1, 1)]),
    (
        "Oskeli and his companion Gilda Flores, a member of the party, were abducted by armed men.",
        "hostages_taken",
        [(1, 1)] * 2,
    ),
    ("Rik Castellar, mayor of the town, was found dead after the raid.", "killed", [(1, 1)]),
    ("One crewmember was injured in the crash landing.", "injured", [(1, 1)]),
    ("The attack wounded Mr. Sloan's wife.", "injured", [(1, 1)]),
    ("The steamer had on board 112 passengers when she sank.", "present", [(112, 112)]),
    ("The ferry, with a crew of 31, sank.", "present", [(31, 31)]),
]
WORDINGS += [
    ("No passengers were killed in the crash.", "killed", [(0, 0)]),
    ("No police officers were injured in the riot.", "injured", [(0, 0)]),
    ("No foreigners are reported hurt after the coup.", "injured", [(0, 0)]),
    ("The blast killed no soldiers.", "killed", [(0, 0)]),
    ("Five tenants have not been traced since the fire.", "missing", [(5, 5)]),
    ("Six men were not found after the blast.", "missing", [(6, 6)]),
    ("In the epidemic 31 persons were attacked by the fever.", "affected", [(31, 31)]),
    ("About 600 of the inhabitants were removed to huts after the flood.", "displaced", [(540, 660)]),
    ("Some 80 men were travelling in the bus when it overturned.", "present", [(72, 88)]),
]
OTHERWISE = [
    ("No cars were hit in the shooting.", "casualties"),
    ("No charges were brought after the shooting.", "arrested"),
    ("Gunmen attacked nine villagers.", "affected"),
    ("Two men were not hurt in the blast.", "injured"),
    ("After the riot 200 men were picked up by police and are held in a cell.", "rescued"),
    ("A warrant for the arrest of Ana Ruiz followed the raid.", "arrested"),
    ("After the raid the judge ordered the arrest of Ana Ruiz.", "arrested"),
    ("After the shooting Jessie had no injuries, they found.", "victim"),
    ("After the shooting Erick Williams drove a car to the hospital.", "injured"),
    ("In the siege they were burying five a day.", "killed"),
    ("The landslide buried 40 people.", "killed"),
    ("Nine people were buried under the rubble of the quake.", "killed"),
    ("After the strike the union claimed 400 members.", "killed"),
    ("The riot took two hours and the bus took nine passengers home.", "killed"),
    ("After the raid the rebels surrendered 40 rifles.", "arrested"),
    ("After the shooting he gave up two seats.", "arrested"),
    ("After the shooting two children had a sore throat.", "killed"),
    ("The victim of the shooting was taken to the clinic by police.", "arrested"),
    ("After the storm the hall was packed with 900 boxes.", "present"),
]


@pytest.mark.parametrize(("text", "slot", "figures"), WORDINGS)
def test_the_wording_tells_the_figure(text: str, slot: str, figures: list[tuple[float, float]]) -> None:
    assert bounds(text, slot) == figures


@pytest.mark.parametrize(("text", "slot"), OTHERWISE)
def test_a_word_that_means_something_else_tells_none(text: str, slot: str) -> None:
    assert not said(text, slot)
