"""Who was carried off in an attack, bodies of so many, who led "them", and a state that opens its sentence."""

from __future__ import annotations

import pytest
from tests.extraction.telling import bounds, said

from sayso.model import Actor, Figure


@pytest.mark.parametrize(
    "told",
    [
        "Gunmen attacked the village, killing nine and taking away 14 girls.",
        "The raiders burned the mission, killed two guards and carried off 14 nuns.",
        "Gunmen attacked the dormitory and 14 girls were led away into the forest by masked men.",
        "The bandits killed the driver and dragged away 14 passengers.",
    ],
)
def test_whom_gunmen_carry_off_is_taken_hostage(told: str) -> None:
    assert bounds(told, "hostages_taken") == [(14, 14)]
    assert said(told, "missing") == []


@pytest.mark.parametrize(
    ("told", "slot"),
    [
        ("Police attacked the hall and took away 14 strikers.", "arrested"),
        ("The flood killed nine and carried off 14 children.", "missing"),
    ],
)
def test_police_and_floods_take_no_hostages(told: str, slot: str) -> None:
    assert bounds(told, slot) == [(14, 14)]
    assert said(told, "hostages_taken") == []


@pytest.mark.parametrize(
    ("told", "slot", "count"),
    [
        ("A column of 300 rebels stormed the barracks, killing nine soldiers.", "attackers", 300),
        ("Nine soldiers died when 300 rebels overran the post.", "attackers", 300),
        ("A company of 90 soldiers was sent to the village after nine people had been killed.", "responders", 90),
        ("A party of 20 miners was killed in the blast.", "killed", 20),
    ],
)
def test_what_a_body_does_and_suffers_so_many_do_and_suffer(told: str, slot: str, count: int) -> None:
    assert (count, count) in bounds(told, slot)


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("The gunmen killed nine people. Their leader, Karim Dost, was shot dead by police.", "Karim Dost"),
        ("The rebels seized 40 hostages. Their commander, a man called Omar Ruiz, asked for money.", "Omar Ruiz"),
        ("The attack was the work of the Red Column. Its leader, Anton Vek, was killed with nine men.", "Anton Vek"),
    ],
)
def test_who_led_them_is_told_behind_a_pronoun(told: str, name: str) -> None:
    assert [claim.value.name for claim in said(told, "leader") if isinstance(claim.value, Actor)] == [name]


@pytest.mark.parametrize(
    "told",
    [
        "The gunmen attacked the union. Its leader, Jan Kos, was shot dead with nine others.",
        "Rebels attacked the miners and killed nine. The survivors fled. Their leader, Jan Kos, blamed the army.",
    ],
)
def test_who_led_others_is_no_leader_of_the_attack(told: str) -> None:
    assert said(told, "leader") == []


def test_a_state_may_open_its_sentence() -> None:
    told = said("The clash left 12 dead. Injured were 30 policemen and 20 students.", "injured")
    assert {(c.group, c.value.low) for c in told if isinstance(c.value, Figure)} == {
        ("security_forces", 30),
        ("students", 20),
    }
