"""Words that stand near an event and tell nothing of it: machines, members, idioms, what is only talked of."""

from __future__ import annotations

import pytest
from tests.extraction.telling import tell

from sayso.model import Modality

FRAME = "A bomb killed ten people at the market in Nairobi on Friday. "


@pytest.mark.parametrize(
    ("text", "slot", "words"),
    [
        ("The union may appeal, and will pay if they lose their federal court appeal.", "killed", "appeal"),
        ("There have been more than a dozen attempted murders of doctors since.", "killed", "murders"),
        ("The March terrorist blasts hurt nobody.", "perpetrator_people", "blasts"),
        ("It is hard to prosecute a suspect who was found not guilty.", "convicted", "suspect"),
        ("The coast guard has 48 Somali jet fighters.", "attackers", "fighters"),
        ("The coast guard has 48 Somali jet fighters.", "perpetrator", "Somali"),
        ("Makers have jumped the gun to show new products.", "weapon", "gun"),
        ("God save the Queen, the band played.", "rescued", "Queen"),
        (
            "Police arrested two men and found the Mitsubishi truck that would have carried the bomb.",
            "perpetrator",
            "Mits",
        ),
        ("Many of these new members are joining chapters of the movement.", "responders", "members"),
    ],
)
def test_it_gives_no_claim(text, slot, words):
    assert not [c.quote for c in tell(FRAME + text).claims if c.slot == slot and words in c.quote]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("A witness said she heard the guard talk about killing five villagers.", Modality.PLANNED),
        ("The ministry said it was capable of killing 200 rebels.", Modality.HYPOTHETICAL),
        ("The guard admitted killing five villagers.", Modality.ASSERTED),
    ],
)
def test_what_is_only_talked_of_did_not_happen(text, modality):
    (said,) = {c.modality for c in tell(FRAME + text).claims if c.slot == "killed" and c.start > len(FRAME)}
    assert said is modality


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Eleven people, none of them Americans, died in the blast in Kisumu.", "american"),
        ("Police arrested two men and a Somali national in Kisumu.", "somali"),
    ],
)
def test_a_people_is_the_group(text, group):
    assert group in {c.group for c in tell(FRAME + text).claims}


def test_what_nobody_wants_is_no_demand():
    text = "Hundreds of strikers demanded higher wages at a rally in Nairobi on Friday and two were shot. Few strikers want to leave the city."
    assert [c.quote for c in tell(text).claims if c.slot == "demand"] == ["higher wages"]
