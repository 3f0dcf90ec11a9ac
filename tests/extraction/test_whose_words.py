"""Whose words, where the parse does not tell: trailing cues, transcripts, figures of somebody's, names behind nouns."""

from __future__ import annotations

import pytest
from tests.extraction.telling import tell

from sayso.model import Claim, Modality


def of(text: str, quote: str) -> Claim:
    return next(c for c in tell(text).claims if quote in c.quote and c.slot in ("killed", "injured", "present"))


def speakers(text: str, quote: str) -> list[str]:
    return [one.speaker for one in of(text, quote).attribution]


@pytest.mark.parametrize(
    ("text", "quote", "speaker"),
    [
        (
            (
                "Two bombs, the second of them carried by a boy on foot, killed 17 people and hurt many on Thursday in a town where "
                "thousands had come to buy cloth, police and doctors said."
            ),
            "17 people",
            "police and doctors",
        ),
        (
            (
                "Rioters set fire to shops and a temple in the port, leaving four people dead in the outburst, witnesses and "
                "hospital staff said on Friday."
            ),
            "four people",
            "witnesses and hospital staff",
        ),
        ("Nine died in the blast, three of them guards, officials said.", "three of them", "officials"),
        (
            "Fifteen bodies were found after the blast, its head, Dr. Ann Reed, told reporters.",
            "Fifteen",
            "Dr. Ann Reed",
        ),
        ("Seven people burned to death in the raid, according to a relative, Ann Reed.", "Seven", "Ann Reed"),
        ("Forty killed in dawn raid on village -official", "Forty", "official"),
    ],
)
def test_a_cue_at_the_end_is_heard(text: str, quote: str, speaker: str):
    assert speakers(text, quote) == [speaker]


@pytest.mark.parametrize(
    ("text", "quote", "speaker"),
    [
        (
            "The governor counted 28 dead, the relief committee 57, the hospital 47.",
            "57",
            "the relief committee",
        ),
        ("The rebels killed 12 villagers. The government figure of 9 dead was not accepted.", "9", "government"),
        ("Soldiers fired on farmers, killing 53 by the count of the authorities.", "53", "the authorities"),
        ("The figure of 61 dead in the flood comes from the health directorate.", "61", "the health directorate"),
        ("The company confirmed six fatalities in the collapse.", "six", "The company"),
        ("Ten people died in the quake, but the mayor says 35.", "35", "the mayor"),
    ],
)
def test_a_figure_of_somebody_s_is_his(text: str, quote: str, speaker: str):
    assert speakers(text, quote) == [speaker]


def test_a_figure_handed_on_is_reported():
    claim = of("The flood left many dead. The police figure of 31 killed was never revised.", "31")
    assert claim.modality is Modality.REPORTED


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The crash claimed 40 lives on Monday.", "40 lives"),
        ("When the fire broke out and killed six men, the guards told nobody.", "six men"),
        ("SWEDEN: Four killed in attack on port", "Four"),
        ("Some 60 commandos (according to other sources 80) stormed the plane and killed nine.", "nine"),
        ("Five people are said to have been killed in the raid.", "Five"),
    ],
)
def test_where_nobody_speaks_nobody_is_named(text: str, quote: str):
    assert speakers(text, quote) == []


TAPE = """INTERVIEWER: What did you see of the fire?

OLD TOM: It began at noon. Six men died in the loft.

INTERVIEWER: How many were hurt?

TOM: I was by the gate. Nine were hurt that I know of.
"""


@pytest.mark.parametrize("quote", ["Six men", "Nine"])
def test_a_turn_of_a_transcript_is_its_voice_s(quote: str):
    assert speakers(TAPE, quote) == ["OLD TOM"]


@pytest.mark.parametrize(
    ("text", "quote", "modality"),
    [
        ("Reports passed on by message that as many as fifty had died in the blast are false and mischievous.", "fifty", "denied"),
        ("The figure of over one hundred dead in the raid now going round is a fabrication.", "hundred", "denied"),
        ("The army rejects as unfounded the statements in certain papers according to which 90 people died in the flood.", "90", "denied"),
        ("The minister dismissed as rumours reports of 30 deaths in the riot.", "30", "denied"),
        ("The claim that twelve miners died in the blast is understandable but mistaken.", "twelve", "denied"),
        ("After the raid the panel found no trace of two further killings.", "two further", "denied"),
        ("Ten soldiers were reportedly killed and twenty wounded in the ambush.", "twenty", "reported"),
        ("The rebels were to have killed 40 hostages at dawn.", "40", "planned"),
        ("The trains met and 49 died; only 14 of the bodies could be identified.", "14", "asserted"),
        ("The girl was shot dead. Her aunt hopes the girl's death will serve as a reminder.", "the girl", "asserted"),
        ("He was trying to take out the slide when the gun went off, killing the boy.", "the boy", "asserted"),
        ("They planned to kill the mayor when he arrived.", "the mayor", "planned"),
        ("The death toll could rise to 40 after the blast.", "40", "hypothetical"),
        ("The attack at dawn could kill 40 people.", "40", "hypothetical"),
    ],
)  # fmt: skip
def test_what_is_denied_planned_or_done_is_told_so(text: str, quote: str, modality: str):
    assert of(text, quote).modality is Modality(modality)


def test_politics_leaves_no_days_behind():
    text = (
        "Shares fell sharply on Friday after the minister's fall shook the market. Traders had placed heavy orders on Thursday. "
        "Losses in one sector killed the rally. A report in March had warned of it."
    )
    assert not [c for c in tell(text).claims if c.slot in ("date", "date_start", "place")]
