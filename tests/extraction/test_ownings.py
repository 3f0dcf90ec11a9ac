"""Who owns a deed, who disowns it, who is named for it, and what the next sentence denies."""

from __future__ import annotations

import pytest
from tests.extraction.telling import tell

BOMB = "A bomb killed 12 people in a market in Kessar on Monday. "
RAID = "Rebels killed 40 villagers in Oru on Sunday. "
WHO = ("perpetrator", "perpetrator_people", "claimed_by")


def _who(text: str) -> list[tuple[str, str, str]]:
    return [(c.slot, c.quote, c.modality.value) for c in tell(text).claims if c.slot in WHO]


@pytest.mark.parametrize(
    ("text", "slot", "who", "modality"),
    [
        (BOMB + "The Red Column owned up to the deed.", "claimed_by", "Red Column", "asserted"),
        (BOMB + "The Red Column disowned the attack.", "perpetrator", "Red Column", "denied"),
        (BOMB + "The Red Column has always denied the bombing.", "perpetrator", "Red Column", "denied"),
        (BOMB + "The Red Column denied that it had a hand in the bombing.", "perpetrator", "Red Column", "denied"),
        (
            BOMB + "The authors of this crime are members of the so-called Red Column.",
            "perpetrator",
            "Red Column",
            "asserted",
        ),
        (BOMB + "Residents pointed to men in the pay of a rival trader.", "perpetrator_people", "men", "alleged"),
        (RAID + "The Front said it had nothing to do with the massacre.", "perpetrator", "Front", "denied"),
        (
            "A judge was murdered in Sarn on Monday. The killers were two former policemen, a minister said.",
            "perpetrator_people",
            "former policemen",
            "asserted",
        ),
        (
            "Soldiers shot dead 14 miners at Orl on Tuesday. A colonel said it was not troops who fired.",
            "perpetrator_people",
            "troops",
            "denied",
        ),
    ],
)
def test_who_owns_or_disowns_the_deed(text: str, slot: str, who: str, modality: str) -> None:
    assert (slot, who, modality) in _who(text)


@pytest.mark.parametrize(
    "text",
    [
        BOMB + "The government named Ana Sole ambassador.",
        BOMB + "The Red Column denied the report of a split.",
        BOMB + "It was the Americans who sent blankets.",
        BOMB + "The minister took back his coat.",
    ],
)
def test_what_names_no_doer(text: str) -> None:
    assert not _who(text)


def test_the_next_sentence_denies_what_this_one_puts_forward() -> None:
    text = "Twenty-two people died in the landslide at Bram on Thursday. Villagers had complained of water seeping from the quarry. "
    claims = tell(text + "The quarry's manager denies this.").claims
    denied = [c for c in claims if c.slot == "cause" and c.modality.value == "denied"]
    assert [(c.quote, c.value.text, c.spans[0].quote) for c in denied] == [
        ("denies this", "water seeping from the quarry", "water seeping from the quarry")
    ]
    assert [a.speaker for a in denied[0].attribution] == ["The quarry's manager"]


@pytest.mark.parametrize(
    ("text", "slot", "name"),
    [
        ("About 200 rebels under one Pako Sende attacked Oru on Sunday, killing 15 people.", "leader", "Pako Sende"),
        ("Soldiers under the command of Major Luis Arce killed 40 villagers in Oru on 3 May 1981.", "leader", "Luis Arce"),
        (BOMB + "The police say the order was given by Ramon Dela.", "leader", "Ramon Dela"),
        ("Gunmen seized a bus near Holt on Friday and held 20 passengers hostage. Talks were conducted by Bishop Juan Ferro.", "negotiator", "Juan Ferro"),
    ],
)  # fmt: skip
def test_who_led_and_who_negotiated(text: str, slot: str, name: str) -> None:
    assert any(c.slot == slot and name in c.quote for c in tell(text).claims)


@pytest.mark.parametrize(
    ("text", "demand"),
    [
        ("Inmates took six guards hostage in Corr prison on Friday. They asked for a doctor.", "a doctor"),
        ("A cave-in at the Stern pit killed 12 miners on Monday. We demand an inquiry, and the closure of the pit.", "the closure of the pit"),
        ("Twelve people drowned when the ferry Aurora sank on Monday. The commission recommends that the line be closed.", "that the line be closed"),
    ],
)  # fmt: skip
def test_what_is_asked_for_is_a_demand(text: str, demand: str) -> None:
    assert demand in [c.quote for c in tell(text).claims if c.slot == "demand"]


@pytest.mark.parametrize(
    "text",
    [
        "The bank was robbed on Monday and a guard was shot dead. Detectives asked for help. He asked for a lawyer.",
        "Gunmen shot two men in Marka on Monday. That remains to be seen.",
    ],
)
def test_what_anybody_asks_is_no_demand(text: str) -> None:
    assert not [c for c in tell(text).claims if c.slot == "demand"]
