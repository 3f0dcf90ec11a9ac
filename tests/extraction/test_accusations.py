"""On whom a deed is laid, and who takes it on: alleged stays alleged, denied is denied."""

from __future__ import annotations

import pytest
from tests.extraction.telling import tell

from sayso.model import Modality

_ATTACK = "Gunmen attacked a bank in Lyon on Monday and killed two guards. "
Told = list[tuple[str, str, Modality]]


def _told(text: str) -> Told:
    """Slot, name and modality of everybody held to have done it, the gunmen of the first sentence aside."""
    slots = ("perpetrator", "perpetrator_people", "claimed_by")
    found = [(claim.slot, getattr(claim.value, "text", ""), claim.modality) for claim in tell(text).claims]
    return [one for one in found if one[0] in slots and one[1] != "Gunmen"]


@pytest.mark.parametrize(
    ("told", "slot", "name"),
    [
        ("The attack was blamed on the Northern Front.", "perpetrator", "Northern Front"),
        ("Police blamed the Northern Front for the attack.", "perpetrator", "Northern Front"),
        ("The mayor accused the Northern Front of the attack.", "perpetrator", "Northern Front"),
        ("The attack was attributed to the Northern Front.", "perpetrator", "Northern Front"),
        ("Ivan Morel is suspected of carrying out the attack.", "perpetrator_people", "Ivan Morel"),
        ("Ivan Morel, accused of the attack, fled.", "perpetrator_people", "Ivan Morel"),
        ("Ivan Morel was charged with two counts of murder.", "perpetrator_people", "Ivan Morel"),
        ("A local man was charged with murder.", "perpetrator_people", "local man"),
        ("Police accused rebels of carrying out the attack.", "perpetrator_people", "rebels"),
    ],
)
def test_an_accusation_is_alleged(told: str, slot: str, name: str) -> None:
    assert _told(_ATTACK + told) == [(slot, name, Modality.ALLEGED)]


@pytest.mark.parametrize(
    "told",
    [
        "The Sons of Ash claimed responsibility for the attack.",
        "Responsibility for the attack was claimed by the Sons of Ash.",
        "The attack was claimed by the Sons of Ash.",
        "A group calling itself the Sons of Ash said it had carried out the attack.",
        "The Sons of Ash said they were behind the attack.",
        "A group called the Sons of Ash claimed responsibility in a letter.",
    ],
)
def test_who_takes_a_deed_on_has_claimed_it(told: str) -> None:
    assert _told(_ATTACK + told) == [("claimed_by", "Sons of Ash", Modality.ASSERTED)]


@pytest.mark.parametrize(
    "told",
    [
        "The Northern Front denied responsibility for the attack.",
        "The Northern Front denied any role in the attack.",
        "The Northern Front denied carrying out the attack.",
        "The Northern Front denied that it had carried out the attack.",
    ],
)
def test_who_denies_a_deed_is_told_as_denying_it(told: str) -> None:
    found = [claim for claim in tell(_ATTACK + told).claims if claim.slot == "perpetrator"]
    assert [(claim.modality, claim.attribution[0].speaker) for claim in found] == [(Modality.DENIED, "Northern Front")]


@pytest.mark.parametrize("told", ["accused Ivan Morel of the attack", "blamed Ivan Morel for the attack"])
def test_the_accuser_is_kept(told: str) -> None:
    found = [c for c in tell(f"{_ATTACK}The mayor {told}.").claims if c.slot[:4] == "perp"]
    assert [one.attribution[0].speaker for one in found if one.modality is Modality.ALLEGED] == ["The mayor"]


@pytest.mark.parametrize(
    "told",
    [
        "No group has claimed responsibility.",
        "The Northern Front has claimed responsibility for several attacks in the past.",
        "The Northern Front has been blamed for various attacks.",
        "The Northern Front did not claim responsibility.",
        "The mayor accused the Northern Front of failing to stop the attack.",
        "The Northern Front was blamed for the slow response to the attack.",
        "The Northern Front denied responsibility for the debt.",
        "Ivan Morel was charged with theft.",
        "The Northern Front said the army had lied about the attack.",
    ],
)
def test_who_is_accused_of_another_thing_did_no_deed(told: str) -> None:
    assert _told(_ATTACK + told) == []


_STORMED = "Raid on Turin\n\nGunmen attacked Turin on 4 May 1987 and killed at least 40 people. "


@pytest.mark.parametrize(
    ("told", "slot", "who", "modality"),
    [
        (
            "The mayor blamed the Northern Front, a militia led by Jon Brask.",
            "perpetrator",
            "Northern Front",
            "alleged",
        ),
        ("The prefect denied that any policeman had taken part.", "perpetrator_people", "policeman", "denied"),
        (
            "The Northern Front denied that its fighters had been anywhere near Turin.",
            "perpetrator_people",
            "fighters",
            "denied",
        ),
        ("The army rejected the claim that troops were involved.", "perpetrator_people", "troops", "denied"),
        ("The attackers belonged to the Northern Front.", "perpetrator", "Northern Front", "asserted"),
        ("The perpetrators were mostly members of the Northern Front.", "perpetrator", "Northern Front", "asserted"),
    ],
)
def test_a_deed_is_laid_on_somebody_or_kept_off_him_without_its_word(told, slot, who, modality):
    found = [(c.slot, getattr(c.value, "text", ""), c.modality.value) for c in tell(_STORMED + told).claims]
    assert (slot, who, modality) in found


@pytest.mark.parametrize(
    "told",
    [
        "The mayor blamed Jon Brask for the bad roads.",
        "The minister blamed the weather.",
        "The minister denied that officials had taken part in the talks.",
        "The police denied that officers had been present at the wedding.",
        "The dead were members of the Northern Front.",
        "The club belonged to Jon Brask.",
    ],
)
def test_what_is_no_deed_of_the_story_is_laid_on_nobody(told):
    found = {c.slot: c.quote for c in tell(_STORMED + told).claims if c.start >= len(_STORMED) - 3}
    assert not {"perpetrator", "perpetrator_people", "claimed_by"} & set(found), found
