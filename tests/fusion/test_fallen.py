"""Whoever is told of as hurt and then as dead is one victim, and no longer among the injured."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.fusion.factory import Told, document, figure, said, told

from sayso.model import Claim, Extent, Relation, Status


def _one(slot: str, words: str, group: str = "total", *, by: str = "a", at: int = 10, other: bool = False) -> Claim:
    """One person of an account, in a sentence of his own."""
    claim = said(by, slot, figure(1, text=words), group, scope=Relation.OTHER if other else None)
    place = Extent(at, at + len(words))
    return replace(claim, id=f"{by}{at}{slot}", start=place.start, end=place.end, sentence=place, quote=words)


def _injured(case: Told, group: str = "total") -> float | None:
    found = [one for one in case.fused().estimates if (one.slot, one.group, one.about) == ("injured", group, None)]
    return found[0].low if found and isinstance(found[0].low, (int, float)) else None


@pytest.mark.parametrize(
    ("hurt", "dead"),
    [
        ("a 9-year-old boy", "The boy"),
        ("the driver", "a driver"),
        ("the victim", "a farmer"),
        ("a 31-year-old man", "A 31-year-old cyclist"),
    ],
)
def test_one_found_hurt_who_died_is_not_injured(hurt: str, dead: str) -> None:
    assert _injured(told(_one("injured", hurt), _one("killed", dead, at=90))) is None


@pytest.mark.parametrize(
    ("hurt", "dead"),
    [
        ("a woman", "A man"),
        ("a 40-year-old man", "A 31-year-old man"),
        ("another man", "A man"),
        ("her mother", "a girl"),
        ("a second rider", "the rider"),
    ],
)
def test_two_whom_the_words_tell_apart_are_two(hurt: str, dead: str) -> None:
    assert _injured(told(_one("injured", hurt), _one("killed", dead, at=90))) == 1


def test_one_hit_who_died_leaves_nobody_injured() -> None:
    case = told(_one("casualties", "a toddler", "children"), _one("killed", "The child", "children", at=90))
    assert _injured(case, "children") in (None, 0)


def test_one_of_a_side_is_nobody_else() -> None:
    case = told(_one("injured", "the guard", "security_forces"), _one("killed", "The robber", "attackers", at=90))
    assert _injured(case, "security_forces") == 1


def test_the_wounded_of_an_early_report_who_died_is_dead() -> None:
    case = told(
        _one("injured", "a 16-year-old girl", "women"), _one("killed", "A 16-year-old girl", "women", by="b", at=40)
    )
    assert _injured(case, "women") is None


def test_why_none_is_injured_is_said() -> None:
    case = told(_one("injured", "the boy", "children"), _one("killed", "a boy", "children", at=90))
    estimate = case.estimate("injured", "children")
    assert (estimate.status, estimate.best) == (Status.OPEN, None)
    assert "told of as dead" in estimate.why


def test_two_of_the_wounded_who_died_are_not_the_wounded() -> None:
    text = "Two of the wounded died on Sunday."
    claims = [
        replace(said("b", slot, figure(2, text="Two"), "total"), start=0, end=3, quote="Two", sentence=Extent(0, 34))
        for slot in ("killed", "injured")
    ]
    hurt = said("a", "injured", figure(45), "total")
    case = told(hurt, *claims, documents=[document("b", text=text)])
    assert case.estimate("injured", "total").best == figure(45)
    assert "contradiction" not in [one.kind for one in case.fused().findings if "Injured" in one.message]


def _days_apart(*claims: Claim) -> Told:
    accounts = [document("a", "2001-05-01"), document("b", "2001-05-04")]
    return told(*claims, documents=accounts)


def test_the_one_hurt_in_the_first_account_is_the_one_dead_in_the_next() -> None:
    hurt, dead = _one("injured", "a welder"), replace(_one("killed", "Ivo Marin", by="b", at=90), about="e-marin")
    assert _injured(_days_apart(hurt, dead)) is None


def test_who_is_hurt_beside_the_dead_in_any_account_is_hurt() -> None:
    hurt, dead = _one("injured", "a welder"), _one("killed", "a farmer", by="b", at=90)
    other = _one("injured", "a cook", by="b", at=200, other=True)
    assert _injured(_days_apart(hurt, dead, other)) == 1
