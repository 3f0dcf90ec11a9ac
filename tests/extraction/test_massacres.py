"""What monitors, commissions of inquiry, courts and army bulletins write of villagers killed, and the same words elsewhere."""

from __future__ import annotations

import pytest
from tests.extraction.telling import Bounds, bounds, counted, said, tell


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("Soldiers executed 24 villagers in the square of Korba on 5 June 1991.", "killed"),
        ("The commission has registered 90 persons executed at Korba.", "killed"),
        ("The militia captured 12 rebels at Korba and executed 12 rebels on the bridge.", "executed"),
        ("Two men were executed in 1961 for their part in the raid on Korba.", "executed"),
        ("The tribunal convicted them, and nine men were executed at Korba.", "executed"),
    ],
)
def test_villagers_executed_are_killed_and_captives_or_convicts_executed(text: str, slot: str) -> None:
    assert [claim.slot for claim in tell(text).claims if claim.slot in ("killed", "executed")][-1] == slot


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Ninety persons were killed at Korba, to wit, thirty men, forty women and twenty children.", (30, 40, 20)),
        ("The raid on Korba killed 90 people: 30 men, 40 women, of whom two were pregnant, and 20 children.", (30, 40, 20)),
        ("Diggers recovered 44 bodies from the pit: 20 beside the wall, 14 in the yard and ten in the cellar.", (20, 14, 10)),
    ],
)  # fmt: skip
def test_a_toll_is_split_by_who_and_where(text: str, parts: tuple[int, ...]) -> None:
    assert {("killed", (part, part)) for part in parts} <= counted(text)


def test_one_of_those_hurt_is_told_once() -> None:
    text = "The dam burst at Korba. Another 26 were injured; one of them, a woman in her sixties, died on the way."
    assert bounds(text, "injured") == [(26, 26)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Forty-seven rebels had fallen in combat near Korba, the army said.", [(47, 47)]),
        ("More than 40 miners fell at the hands of the guards in the attack on Korba.", [(41, None)]),
        ("The team exhumed 86 skeletons from the well after the massacre of Korba.", [(86, 86)]),
        ("The attack on Korba failed. Forty points fell in the second half.", []),
    ],
)
def test_the_fallen_and_the_exhumed_are_dead(text: str, found: list[Bounds]) -> None:
    assert bounds(text, "killed") == found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("There were no civilian casualties in the clash at Korba.", ("casualties", "civilians")),
        ('"There were no dead civilians," he said of the clash at Korba.', ("killed", "civilians")),
        ("The raid on Korba caused no civilian deaths. Twelve rebels died.", ("killed", "civilians")),
        ("No member of the civilian population was harmed in the clash.", ("injured", "civilians")),
        ("No member of the crew was hurt when the ship sank at Korba.", ("injured", "crew")),
    ],
)
def test_none_of_a_kind_is_a_zero_of_that_kind(text: str, told: tuple[str, str]) -> None:
    zeros = {(c.slot, c.group) for c in tell(text).claims if getattr(c.value, "high", None) == 0}
    assert told in zeros


@pytest.mark.parametrize(
    "text",
    [
        "The hamlet was surrounded at dawn on 17 April 1982. The soldiers killed 30 villagers.",
        "The army came to Korba on 17 April 1982. The soldiers killed 30 people.",
        "That on the seventeenth of April 1982 a company of the Third Brigade occupied Korba and killed 30 persons.",
        "On 17 April 1982 a patrol came under fire near Korba. Thirty soldiers were killed.",
    ],
)
def test_the_day_the_armed_came_is_the_day_of_the_deed(text: str) -> None:
    assert {claim.value.edtf for claim in said(text, "date_start")} == {"1982-04-17"}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text",
    [
        "The flood of 3 May 1990 killed 30 people. Soldiers entered the village on 5 May 1990.",
        "The raid of 3 May 1990 on Korba killed 30 people. The expert demonstrated on 5 May 1990 that the shots came from above.",
    ],
)
def test_help_and_proof_begin_nothing(text: str) -> None:
    assert {claim.value.edtf for claim in said(text, "date_start")} == {"1990-05-03"}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("Some 200 soldiers came to Korba at dawn and killed 40 villagers.", "attackers"),
        ("The soldiers killed 40 villagers at Korba. Between 80 and 100 soldiers had come.", "attackers"),
        ("Rebels killed 40 villagers at Korba. Some 200 soldiers arrived in the afternoon.", "responders"),
        ("Gunmen killed 12 people at Korba on Monday. About 60 troops were deployed.", "responders"),
    ],
)
def test_soldiers_attack_where_nobody_else_did_it(text: str, slot: str) -> None:
    assert {claim.slot for claim in tell(text).claims} & {"attackers", "responders"} == {slot}


def test_what_is_dug_up_years_later_is_of_the_deed() -> None:
    text = (
        "The massacre of Korba on 3 May 1990 killed 90 people. In 1998 forensic experts exhumed 44 bodies from a grave."
    )
    assert ("killed", (44, 44)) in counted(text)
    assert len({claim.episode for claim in said(text, "killed")}) == 1


def test_the_day_of_a_coup_before_is_no_day_of_the_deed() -> None:
    text = "The massacre of Korba on 3 May 1990 killed 90 people. Killings have multiplied since the coup of 23 March."
    assert {claim.value.edtf for claim in said(text, "date_start") if claim.episode == 0} == {"1990-05-03"}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("Soldiers killed 40 people in Tolo on 3 May 1990. At least eleven children were carried away by the soldiers.", "hostages_taken"),
        ("Gunmen raided Tolo on 3 May 1990 and killed 12 people. Six women were carried away by the raiders.", "hostages_taken"),
        ("Police shot two men in Tolo on 3 May 1990. Three men were taken away in handcuffs by officers.", "arrested"),
    ],
)  # fmt: skip
def test_whom_armed_people_carry_away_are_taken_captive(text: str, slot: str) -> None:
    assert [claim.slot for claim in tell(text).claims if claim.slot in ("hostages_taken", "arrested", "present")] == [
        slot
    ]


def test_whom_water_carries_away_is_no_captive() -> None:
    text = "Floods hit Tolo on 3 May 1990 and killed 12 people. Six women were carried away by the water."
    assert said(text, "hostages_taken") == [] == said(text, "present")


@pytest.mark.parametrize("verb", ["surrounded", "raided", "occupied", "overran"])
def test_a_place_that_armed_people_take_is_no_victim(verb: str) -> None:
    text = f"On 3 May 1990 soldiers {verb} Tolo and killed 40 people."
    assert [claim.quote for claim in said(text, "place")] == ["Tolo"]
    assert said(text, "victim") == []


def test_a_military_zone_is_no_place_of_a_deed() -> None:
    text = "On 3 May 1990 soldiers of the Military Zone of Cayo attacked the hamlet and killed 90 persons."
    assert said(text, "place") == []
