"""What a count is of, by the words about it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.fusion.factory import CODEBOOK, MAIN, Told, document, event, figure, said, told, when

from sayso.fusion.counted import as_counted
from sayso.fusion.scene import scene
from sayso.model import Claim, Extent, Figure, Linked, Qualifier, Relation, Role, Scope, Status
from sayso.pipeline import build
from sayso.store import Store

PART = Scope(Relation.PART, None)


def counted(text: str, word: str, number: int, scope: Scope | None = PART) -> Claim:
    """One count as its sentence has it scoped."""
    start = text.index(word)
    claim = said("a", "killed", figure(number, text=word), "total", start=start)
    claim = replace(claim, end=start + len(word), quote=word, sentence=Extent(0, len(text)), scope=scope)
    known = scene(Linked((claim,), (), (), (), ()), [document("a", text=text)], CODEBOOK.fusion, (), ())
    return as_counted([claim], known)[0]


@pytest.mark.parametrize(
    ("text", "word", "number"),
    [
        ("Sixty of them were killed in the square.", "Sixty", 60),
        ("Three of the robbers died.", "Three of the robbers", 3),
        ("Twenty-two of the strikers were shot dead.", "Twenty-two", 22),
    ],
)
def test_those_of_a_side_who_fell_are_all_of_its_dead(text: str, word: str, number: int) -> None:
    assert counted(text, word, number).scope is None


@pytest.mark.parametrize(
    ("text", "word", "number"),
    [
        ("Nine of the dead were women.", "Nine", 9),
        ("Two of the wounded died on Sunday.", "Two", 2),
        ("Two of the ten killed were guards.", "Two", 2),
        ("Eight of us died.", "Eight", 8),
        ("Three of my brothers were killed.", "Three", 3),
    ],
)
def test_those_of_the_dead_and_those_of_the_teller_stay_a_part(text: str, word: str, number: int) -> None:
    assert counted(text, word, number).scope == PART


def test_nobody_after_a_time_denies_nobody_before_it() -> None:
    assert counted("Nobody was rescued after the first night.", "Nobody", 0, None).scope == PART
    assert counted("Nobody was rescued.", "Nobody", 0, None).scope is None


def _case(kind: str, *claims: Claim, **dates: str) -> Told:
    days = [document(name, day) for name, day in dates.items()]
    return told(*claims, documents=days, events=[replace(event(MAIN, Role.MAIN, when=when("1980-05-05")), type=kind)])


@pytest.mark.parametrize(("kind", "status"), [("earthquake", Status.UPDATED), ("killing", Status.CONTESTED)])
def test_of_what_befalls_people_the_first_days_never_count_all(kind: str, status: Status) -> None:
    claims = (said("a", "killed", figure(310), "total"), said("b", "killed", figure(1012), "total"))
    assert _case(kind, *claims, a="1980-05-06", b="1981-01-01").estimate("killed", "total").status is status


def test_two_figures_that_one_account_tells_one_after_the_other_are_of_different_people() -> None:
    three, six = figure(3), figure(6)
    claims = (
        replace(said("a", "released", three, "hostages", start=1), sentence=Extent(0, 5)),
        replace(said("a", "released", six, "hostages", start=9), sentence=Extent(6, 15)),
        said("b", "released", six, "hostages"),
        said("c", "released", three, "hostages"),
    )
    assert "contradiction" not in told(*claims).kinds()
    assert "contradiction" in told(*claims[2:]).kinds()


def test_a_hit_group_of_one_account_less_the_dead_of_another_is_no_sum() -> None:
    hit = said("a", "casualties", figure(62), "workers")
    dead = said("b", "killed", figure(26), "workers")
    assert not [one for one in told(hit, dead).fused().estimates if one.slot == "injured" and one.best is not None]
    both = told(hit, replace(dead, document="a", start=30))
    assert both.estimate("injured", "workers").best == Figure(36, 36, "people", Qualifier.EXACT, "36")


def test_who_was_shot_is_not_alive_where_others_tell_of_executions() -> None:
    hit = said("a", "casualties", figure(20), "prisoners")
    shot = said("b", "executed", figure(23), "prisoners")
    assert not [one for one in told(hit, shot).fused().estimates if one.slot == "injured" and one.best is not None]


@pytest.mark.parametrize("text", ["Four of the youngest were shot.", "Four of their most loyal were shot."])
def test_some_of_the_youngest_are_a_part_whoever_they_are(text: str) -> None:
    assert counted(text, "Four", 4, None).scope == PART


@pytest.mark.parametrize(
    "text", ["Four of the rest were shot.", "Four of the guests were shot.", "Four of the west bank died."]
)
def test_the_rest_and_the_guests_are_not(text: str) -> None:
    assert counted(text, "Four", 4, None).scope is None


def test_what_is_alleged_of_some_makes_nothing_alleged_of_all(tmp_path):
    (tmp_path / "a.txt").write_text(
        "ARLOW, 3 May 1994 (Wire) - Soldiers stormed the house in Turin on Tuesday and 17 people died."
    )
    (tmp_path / "b.txt").write_text(
        "ARLOW, 4 May 1994 (Post) - Soldiers stormed the house in Turin on Tuesday. A man claimed that four of the youngest were killed in the yard."
    )
    build([tmp_path], tmp_path / "a.sayso")
    with Store.open(tmp_path / "a.sayso") as store:
        told = [one for one in store.view().estimates() if (one.slot, one.group) == ("killed", "total")]
        assert [one.status.value for one in told] != ["alleged"]
        assert not [one for one in store.view().findings() if "only reports that it is said" in one.message]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("One of them remains in hospital.", PART),
        ("Two of them were still listed as critical.", PART),
        ("Six of them were injured.", None),
    ],
)
def test_who_is_told_of_among_the_hurt_is_not_all_of_them(text: str, scope: Scope | None) -> None:
    word = text.split(maxsplit=1)[0]
    claim = replace(said("a", "injured", figure(1, text=word), "total", start=1), start=0, end=len(word), quote=word)
    claim = replace(claim, sentence=Extent(0, len(text)), scope=PART)
    known = scene(Linked((claim,), (), (), (), ()), [document("a", text=text)], CODEBOOK.fusion, (), ())
    assert as_counted([claim], known)[0].scope == scope
