"""Contests told as fights: a word of violence said of words, votes or figures tells of no event."""

from __future__ import annotations

import pytest
from tests.extraction.telling import tell

#: Slots that say who was harmed and who did it.
HARM = frozenset(
    "killed injured casualties survived affected arrested affected victim perpetrator perpetrator_people physical_target".split()
)

OF_WORDS = [
    "On Monday Anna Keller hit Peter Brandt on taxes in a debate in Bonn.",
    "In the debate on Tuesday Mr. Brandt attacked Ms. Keller for raising taxes.",
    "Anna Keller verbally attacked Peter Brandt in Bonn on Monday.",
    "After a landslide win in Bavaria on Sunday, Keller began to treat Brandt as a beaten man.",
    "Keller was critical of Brandt in Bonn on Sunday.",
    "Peter Brandt, who lost to Anna Keller in the primary in May, has left politics.",
    "Brandt may not survive past Sunday if the voters of Hesse stay away.",
    "Keller struck a measured tone in Bonn on Tuesday.",
    "On Tuesday the talks in Geneva collapsed and the stock market crashed.",
    "The party leader seized the moment in Bonn on Friday and killed the bill.",
    "The agency received a flood of complaints in Bonn on Friday.",
    "The court battle for the title began in Bonn in May.",
    "The ministry released the report in Bonn on Monday; a press release followed.",
    "Her record came under attack, an attack on her policies, in Bonn on Monday.",
    "In many cases the voters of Bonn stayed away on Monday.",
    "Keller captured 1,944 delegates in Bonn on Monday.",
    "Brandt, who has hit Anna Keller for enabling the minister, spoke in Bonn on Monday.",
    "Nora Keller, the writer, dies at 92 in Bonn on Monday.",
    "His brother Beau Keller, who died of cancer last year, was from Bonn.",
    "Growth in Bonn lifted 7,700 people out of poverty in May.",
    "Anna Keller took over as head of the office in Bonn on Monday.",
    "A poll of 400 voters released in Bonn on Monday gives Keller the lead.",
    "“Let's not go there,” Keller said in Bonn on Monday.",
    "In the campaign Keller attacks Peter Brandt as a tool of the banks, in Bonn on Monday.",
    "Peter Brandt was attacked by the candidate Anna Keller in Bonn on Monday.",
    "Keller lost 12 supporters in Bonn on Monday.",
    "The senators clashed over taxes in Bonn on Monday.",
]  # fmt: skip

OF_BLOWS = [
    ("On Monday a man attacked Peter Brandt with a knife in Bonn.", "victim", "Peter Brandt"),
    ("Anna Keller was hit on the head in Bonn on Monday and died.", "killed", "Anna Keller"),
    ("Nine senators survived the crash near Bonn on Monday.", "survived", "Nine senators"),
    ("A landslide killed nine villagers near Bonn on Monday.", "killed", "nine villagers"),
    ("The market collapsed in Bonn on Monday, killing nine shoppers.", "killed", "nine shoppers"),
    ("Ten lost in mine blast near Bonn on Monday.", "killed", "Ten"),
    ("Supporters of two candidates clashed at a rally in Bonn on Monday; nine were hurt.", "injured", "nine"),
    ("She was treated at a hospital in Bonn after the shooting on Monday.", "injured", "She"),
    ("The brigade lost two firefighters in the explosion near Bonn on Monday.", "killed", "two firefighters"),
    ("Nora Keller, 92, died in the flood in Bonn on Monday.", "killed", "Nora Keller"),
    ("Nora Keller died at 92 when the roof of the hall in Bonn fell in on Monday.", "killed", "Nora Keller"),
    ("Nine people died of cholera in Bonn on Monday.", "killed", "Nine people"),
    ("The gunmen let nine hostages go in Bonn on Monday.", "released", "nine hostages"),
    ("Nine adults were taken into custody over the weekend in Bonn.", "arrested", "Nine adults"),
    ("Forty cases of cholera were reported in Bonn on Monday.", "affected", "Forty cases"),
]  # fmt: skip


@pytest.mark.parametrize("text", OF_WORDS)
def test_what_is_said_of_words_harms_nobody(text: str) -> None:
    assert [(claim.slot, claim.quote) for claim in tell(text).claims if claim.slot in HARM] == []


@pytest.mark.parametrize(("text", "slot", "quote"), OF_BLOWS)
def test_a_blow_is_one_whatever_stands_beside_it(text: str, slot: str, quote: str) -> None:
    assert quote in [claim.quote for claim in tell(text).claims if claim.slot == slot]


def test_a_wish_is_no_demand_and_a_gunman_s_is() -> None:
    wished = tell("Ms. Keller wants a new bridge in Bonn. A fire in Bonn on Monday killed two people.")
    asked = tell("Gunmen took nine people hostage in Bonn on Monday. The gunmen want a plane to Cuba.")
    assert [claim.quote for claim in wished.claims if claim.slot == "demand"] == []
    assert [claim.quote for claim in asked.claims if claim.slot == "demand"] == ["a plane to Cuba"]
