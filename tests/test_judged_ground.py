"""A decision that nothing in the case could heed is refused, with what is missing; one on names joins, parts and is undone."""

from __future__ import annotations

from pathlib import Path

import pytest

import sayso
from sayso.errors import JudgementError

TOLD = {
    "gazette.txt": "A bomb exploded in Lisbon on 4 May 2009. Carla Mendes, a clerk, was killed. Police arrested Rui Teles.\n",
    "herald.txt": "Two people were killed in the bombing in Lisbon on 4 May 2009. Among the dead was Ana Mendes, 31. Rui Teles was arrested.\n",
    "monitor.txt": "The bomb of 4 May 2009 in Lisbon killed Carla Mendes and an unnamed man. 12 people were injured.\n",
}


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "told"
    folder.mkdir()
    for name, text in TOLD.items():
        (folder / name).write_text(text, encoding="utf-8")
    sayso.build(folder, tmp_path / "told.sayso").close()
    return tmp_path / "told.sayso"


def of(opened: sayso.Case, slot: str, quote: str = "") -> list[str]:
    return [claim.id for claim in opened.claims if claim.slot == slot and quote in claim.quote]


def names(opened: sayso.Case) -> list[str]:
    return sorted(entity.name for entity in opened.view.entities() if entity.kind == "person")


def test_two_names_are_joined_and_the_undoing_parts_them_again(case: Path) -> None:
    with sayso.Case.open(case) as opened:
        before, exported = names(opened), opened.export()
        pair = [of(opened, "killed", "Carla Mendes")[0], *of(opened, "killed", "Ana Mendes")]
        made = opened.judge("same_entity", pair, by="A", why="the register has one")
        assert len(names(opened)) == len(before) - 1
        opened.undo(made.id, by="A")
        assert names(opened) == before
        assert _but_for_judgements(opened.export()) == _but_for_judgements(exported)


def test_one_name_is_parted_where_a_person_knows_better(case: Path) -> None:
    with sayso.Case.open(case) as opened:
        before = len(names(opened))
        opened.judge("apart_entity", of(opened, "killed", "Carla Mendes"), by="A", why="a namesake")
        assert len(names(opened)) == before + 1


@pytest.mark.parametrize("kind", ["same_entity", "apart_entity"])
def test_claims_that_name_nobody_are_told_of(case: Path, kind: str) -> None:
    with sayso.Case.open(case) as opened:
        told = [of(opened, "killed", "Carla Mendes")[0], *of(opened, "injured")]
        with pytest.raises(JudgementError, match=r"injured, “12 people”\) names\s+none"):
            opened.judge(kind, told, by="A")


def test_a_person_and_a_town_cannot_be_one(case: Path) -> None:
    with sayso.Case.open(case) as opened:
        told = [of(opened, "killed", "Carla Mendes")[0], of(opened, "place")[0]]
        with pytest.raises(JudgementError, match="names of one kind; these are of person and place"):
            opened.judge("same_entity", told, by="A")


def test_one_account_alone_shares_no_origin(case: Path) -> None:
    with sayso.Case.open(case) as opened:
        told = [claim.id for claim in opened.claims if claim.document == "monitor"][:2]
        with pytest.raises(JudgementError, match="claims of two accounts or more"):
            opened.judge("same_origin", told, by="A")


def test_what_is_no_finding_is_not_dismissed(case: Path) -> None:
    with sayso.Case.open(case) as opened, pytest.raises(JudgementError, match="no finding rests on just these"):
        opened.judge("dismiss", of(opened, "injured"), by="A")


def _but_for_judgements(exported: str | None) -> str:
    return (exported or "").partition('"judgements"')[0]
