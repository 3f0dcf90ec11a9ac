"""Figures as official notes give them: parts of the dead, patients admitted, martyrs, sums and days in numbers."""

from __future__ import annotations

import pytest
from tests.extraction.telling import bounds, said

from sayso.model import Figure, When

_DEAD = "The raids left 81 people dead and 163 injured. "


def _groups(text: str, slot: str) -> dict[str | None, float | None]:
    told = said(text, slot)
    return {claim.group: claim.value.low for claim in told if isinstance(claim.value, Figure)}


def test_parts_of_the_dead_are_no_parts_of_the_injured() -> None:
    text = _DEAD + "Of the dead, 58 were civilians, 12 members of the security forces and 11 militants."
    assert _groups(text, "killed") == {"total": 81, "civilians": 58, "security_forces": 12, "attackers": 11}
    assert _groups(text, "injured") == {"total": 163}


def test_who_some_of_a_group_were_is_told_of_that_group() -> None:
    text = (
        "The bombing killed 30 civilians and five policemen. Nine of the civilians were children, and six were women."
    )
    told = _groups(text, "killed")
    assert (told["children"], told["women"]) == (9, 6)


@pytest.mark.parametrize(
    ("told", "count"),
    [
        ('"53 people have been admitted," a surgeon said after the blast.', [(53, 53)]),
        ("The hospital admitted 61 people after the crash.", [(61, 61)]),
        ("Guards admitted 300 people to the hall before the fire broke out, killing two.", []),
        ("The company admitted 15 new members before the fire killed two.", []),
    ],
)
def test_who_is_admitted_is_hurt_where_a_hospital_is_told_of(told: str, count: list[tuple[int, int]]) -> None:
    assert bounds(told, "injured") == count


@pytest.mark.parametrize(
    "told",
    [
        "Six labourers embraced martyrdom in the attack.",
        "Six soldiers were martyred in the clash.",
        "Six police personnel were killed in the raid.",
    ],
)
def test_martyrs_and_personnel_are_counted(told: str) -> None:
    assert bounds(told, "killed") == [(6, 6)]


@pytest.mark.parametrize(
    ("told", "low"),
    [("Rs. 300,000", 300000), ("P385,000", 385000), ("K1.2 million", 1200000), ("Tk 40 crore", 400000000)],
)
def test_a_sum_stands_behind_the_letters_of_its_coin(told: str, low: int) -> None:
    assert bounds(f"The blast killed two. The heirs received {told} from the state.", "money") == [(low, low)]


def test_a_day_in_numbers_is_a_day() -> None:
    told = said("The bomb exploded on 11-11-2010 at 1117 hrs, killing 31.", "date_start")
    assert [claim.value.edtf for claim in told if isinstance(claim.value, When)] == ["2010-11-11"]
