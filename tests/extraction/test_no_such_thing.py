"""Idioms and by-the-ways that read like claims: nobody was rescued, nothing was attacked, and nobody demanded anything."""

import pytest
from tests.extraction.telling import said, tell

SHOOTING = "A gunman shot two men dead in Dorn on Tuesday."
IDIOMS = [
    ("Jon Weller, the father of one of them, did not return calls.", "missing"),
    ("Weller was taken off life support on Friday.", "rescued"),
    ("The host asked why he kept bringing up Ada Kern.", "rescued"),
    ("The police entered her home with a warrant.", "physical_target"),
    ("Her brother was shot when he entered his home.", "physical_target"),
    ("The mayor took office in May.", "physical_target"),
    ("President Okun demanded more help from the lenders.", "demand"),
    ("The struggle against the gangs demands patience of everybody.", "demand"),
    ("It is unclear how it happened because the suspect gave two versions.", "cause"),
    ("The shooting was blamed on the death squads.", "cause"),
]


@pytest.mark.parametrize(("line", "slot"), IDIOMS)
def test_an_idiom_makes_no_claim(line, slot):
    assert [claim.quote for claim in said(f"{SHOOTING} {line}", slot)] == []


TOLD = [
    ("Gunmen entered the bank and shot the guards.", "physical_target", "bank"),
    ("Relatives demanded an inquiry into the shooting.", "demand", "an inquiry into the shooting"),
    ("Children held up signs demanding justice for the little boy.", "demand", "justice for the little boy"),
    ("The shooting was blamed on a quarrel over land.", "cause", "quarrel over land"),
]


@pytest.mark.parametrize(("line", "slot", "quote"), TOLD)
def test_what_looks_like_the_idiom_and_is_told_stays(line, slot, quote):
    assert [claim.quote for claim in said(f"{SHOOTING} {line}", slot)] == [quote]


def test_a_bomb_in_a_car_hit_the_bank_and_not_the_car():
    text = "A bomb exploded at the bank in Dorn on Monday. Men in a luxury car threw it. The deadly embassy bombing in Ulm was condemned."
    targets = [c.quote for c in tell(text).claims if c.slot == "physical_target"]
    assert "bank" in targets
    assert not any("car" in one or "deadly" in one for one in targets)
