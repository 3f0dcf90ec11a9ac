"""Who the victims were, how old, and who was brought to safety."""

from __future__ import annotations

import pytest
from tests.extraction.telling import bounds, said

from sayso.model import Claim

_OPENING = "A bus fell into a ravine in Lyon on Monday, killing 31 people. "


def _killed(told: str) -> list[tuple[Claim, tuple[float | None, float | None]]]:
    return list(zip(said(_OPENING + told, "killed"), bounds(_OPENING + told, "killed"), strict=True))


@pytest.mark.parametrize(
    ("told", "group", "count"),
    [
        ("Fourteen of the victims were women.", "women", 14),
        ("Nine of the victims were children.", "children", 9),
        ('"We have 31 bodies, 19 female, 12 male," a doctor said.', "men", 12),
        ("Of the fatalities, nineteen (19) are female and twelve (12) are male.", "women", 19),
        ("Thirty-one bodies were found, 20 of them male.", "men", 20),
        ("Five of the victims were soldiers.", "security_forces", 5),
    ],
)
def test_what_the_victims_were_is_a_count_of_the_dead(told: str, group: str, count: int) -> None:
    assert (group, (count, count)) in [(claim.group, at) for claim, at in _killed(told)]


def test_where_victims_came_from_is_no_further_count() -> None:
    assert bounds(_OPENING + "Four of the victims had come from Nantes.", "killed") == [(31, 31)]


@pytest.mark.parametrize(
    ("told", "low"),
    [
        ("Among the dead was a girl of about four.", 3),
        ("The driver, a man of around sixty, survived.", 54),
        ("A boy of twelve years was among the dead.", 12),
        ("A cook in his early forties was killed.", 40),
        ("A lad of 15 was killed.", 15),
        ("The youngest was barely five.", 5),
        ("The blast killed a seamstress of twenty-two.", 22),
    ],
)
def test_the_age_of_a_person_stands_behind_of_or_in_a_decade(told: str, low: int) -> None:
    assert low in {one for one, _ in bounds(_OPENING + told, "age")}
    assert said(_OPENING + told, "duration_within") == []


@pytest.mark.parametrize(
    "told",
    ["He was a father of five.", "A crowd of 40 looked on.", "A crew of 12 came.", "The widow was a mother of four."],
)
def test_how_many_there_are_of_somebody_is_no_age(told: str) -> None:
    assert said(_OPENING + told, "age") == []


_FLOOD = "The river flooded the town on Monday and two people died. "


@pytest.mark.parametrize(
    "told",
    [
        "60 neighbours were moved out.",
        "Soldiers moved 60 people to higher ground.",
        "60 tenants were taken to a school.",
        "60 people were moved from the lower villages.",
    ],
)
def test_who_is_brought_to_safety_is_displaced(told: str) -> None:
    assert bounds(_FLOOD + told, "displaced") == [(60, 60)]


@pytest.mark.parametrize(
    "told",
    ["The 12 bodies were moved to the school.", "Sixty wagons were moved out.", "60 prisoners were moved to a camp."],
)
def test_who_is_only_taken_elsewhere_is_not(told: str) -> None:
    assert said(_FLOOD + told, "displaced") == []


def test_some_of_the_youngest_are_a_part_of_those_told_of():
    told = said(
        "Soldiers stormed the house on Tuesday and 14 rebels died. Four of the youngest were killed in the yard.",
        "killed",
    )
    assert [claim.scope.relation.value for claim in told if claim.quote == "Four"] == ["part"]
