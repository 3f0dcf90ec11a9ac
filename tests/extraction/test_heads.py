"""Leaders by what they are called and by the orders they gave; those who stood between the sides."""

from __future__ import annotations

import pytest
from tests.extraction.telling import tell


def _told(text: str, slot: str) -> list[str]:
    return [getattr(one.value, "name", "") for one in tell(text).claims if one.slot == slot]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Police shot four dockers on Friday. The strikers' leader, Piet Maas, was arrested.", "Piet Maas"),
        ("Jack Rowe, the ringleader of the mutiny, was hanged with two others.", "Jack Rowe"),
        ("The gunmen, whose leader was identified as Obed Simba, killed three guards.", "Obed Simba"),
        ("The mob that lynched the three men was headed by the sheriff's brother, William Pell.", "William Pell"),
        ("The troops, under Lieutenant Marsh's command, opened fire on the crowd and killed nine.", "Marsh"),
        ("A company of infantry with Major Helm in command entered the village and shot 40 people.", "Helm"),
        (
            "Captain Dorr, commanding the detachment, ordered his men to fire into the crowd. Eleven were killed.",
            "Dorr",
        ),
        ("The massacre was ordered by Governor Kessim, the survivors say. 70 people were murdered.", "Kessim"),
        ("It was Sergeant Harn who commanded the firing party that shot the eight hostages.", "Harn"),
        ("The prisoners, led by Ema Lund and a forger, took five warders hostage.", "Ema Lund"),
    ],
)
def test_a_leader_is_told_by_his_name_his_men_or_his_orders(text: str, name: str) -> None:
    assert any(name in told for told in _told(text, "leader"))


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed three guards. The leader of the opposition, Ann Reed, condemned the murder.",
        "Gunmen killed three guards. John Hill, a former leader of the rebels, condemned the murder.",
        "Gunmen killed three guards. The mayor, Ann Reed, ordered flags to be lowered after the attack.",
        "The strikers ordered lunch after the riot, and Ann Reed ordered tea.",
    ],
)
def test_a_leader_of_others_led_no_deed(text: str) -> None:
    assert not _told(text, "leader")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The gunmen still hold 12 hostages. The chief negotiator, Ana Holt, spoke to them twice.", "Ana Holt"),
        ("The delegate Peter Lind carried messages between the hijackers and the tower. All 40 hostages were freed.", "Peter Lind"),
        ("Colonel Odin went up to the aircraft to speak to the hijackers, who had 61 people on board.", "Odin"),
    ],
)  # fmt: skip
def test_who_stood_between_the_sides_is_told(text: str, name: str) -> None:
    assert any(name in told for told in _told(text, "negotiator"))


def test_a_strike_for_wages_is_no_deed() -> None:
    told = _told(
        "The men at the works were striking for a rise when the deputies fired and killed four.", "perpetrator_people"
    )
    assert told == ["the deputies"]
