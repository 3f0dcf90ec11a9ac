from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sayso import pipeline
from sayso.codebook.loading import source
from sayso.errors import InputError, UnknownNameError
from sayso.export import case_json
from sayso.store import Store


@pytest.fixture(scope="module")
def built(siege: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case of three accounts, built once; each test takes a copy."""
    root = tmp_path_factory.mktemp("built")
    shutil.copytree(siege, root / "siege")
    pipeline.build([root / "siege"], root / "siege.sayso")
    return root


@pytest.fixture
def case(built: Path, tmp_path: Path) -> Path:
    """A copy of the case beside a copy of its folder."""
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    return tmp_path / "siege.sayso"


def _text(case: Path) -> str:
    with Store.open(case, read_only=True) as store:
        return case_json.text(store.view())


def test_a_second_build_makes_nothing_anew(case: Path):
    before = _text(case)
    report = pipeline.build([case.parent / "siege"], case)
    assert report.is_unchanged
    assert (report.read, report.extracted, report.documents) == (0, 0, 3)
    assert _text(case) == before


def test_one_more_document_costs_one_document(case: Path):
    (case.parent / "siege" / "late.txt").write_text("A fifth hostage died on 2 April 2001.\n")
    report = pipeline.build([case.parent / "siege"], case)
    assert (report.read, report.extracted, report.came) == (1, 1, ("late",))


def test_a_document_that_is_gone_leaves_the_case_and_the_file(case: Path):
    (case.parent / "siege" / "voice.md").unlink()
    report = pipeline.build([case.parent / "siege"], case)
    assert report.left == ("voice",)
    assert "More than 30" not in _text(case)
    assert b"More than 30 hostages" not in case.read_bytes()


def test_a_renamed_file_is_not_extracted_again(case: Path):
    folder = case.parent / "siege"
    (folder / "gazette.txt").rename(folder / "paper.txt")
    report = pipeline.build([folder], case)
    assert report.extracted == 0
    assert {claim.document for claim in Store.open(case, read_only=True).view().claims()} <= {
        "paper",
        "herald",
        "voice",
    }


def test_a_change_of_house_rule_extracts_nothing(case: Path, tmp_path: Path):
    raw, _ = source()
    mine = tmp_path / "mine.yaml"
    mine.write_bytes(raw + b"\n# another fusion part, by its bytes\n")
    report = pipeline.build([case.parent / "siege"], case, pipeline.plan(mine))
    assert not report.is_unchanged
    assert (report.read, report.extracted) == (0, 0)


def test_the_order_of_files_changes_no_byte(built: Path, tmp_path: Path):
    files = sorted((built / "siege").iterdir())
    pipeline.build(files, tmp_path / "a.sayso")
    pipeline.build(files[::-1], tmp_path / "b.sayso")
    assert _text(tmp_path / "a.sayso") == _text(tmp_path / "b.sayso") == _text(built / "siege.sayso")


def test_an_old_case_stays_as_it_was_where_nothing_can_be_read(case: Path, tmp_path: Path):
    before = _text(case)
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(InputError, match=r"empty"):
        pipeline.build([empty], case)
    assert _text(case) == before


def test_a_new_case_is_not_left_behind_where_nothing_can_be_read(tmp_path: Path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "blank.txt").write_text("  \n")
    with pytest.raises(InputError, match=r"no readable text.*blank"):
        pipeline.build([tmp_path / "in"], tmp_path / "x.sayso")
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


def test_a_case_among_its_documents_is_not_read_as_one(built: Path, tmp_path: Path):
    folder = tmp_path / "siege"
    shutil.copytree(built / "siege", folder)
    for _ in range(2):
        report = pipeline.build([folder], folder / "x.sayso")
    assert report.unread == ()
    assert report.is_unchanged


def test_what_was_extracted_before_an_interrupt_is_kept(built: Path, tmp_path: Path):
    def interrupt(step: str, done: int, _: int) -> None:
        if step == "extracting" and done == 2:
            raise KeyboardInterrupt

    case = tmp_path / "x.sayso"
    with pytest.raises(KeyboardInterrupt):
        pipeline.build([built / "siege"], case, pipeline.plan(progress=interrupt))
    assert pipeline.build([built / "siege"], case).extracted == 1
    assert _text(case) == _text(built / "siege.sayso")


def test_a_refresh_gives_the_same_case(case: Path):
    before = _text(case)
    with Store.open(case) as store:
        pipeline.refresh(store)
    assert _text(case) == before


def test_a_rule_that_is_not_there_is_said_with_those_that_are():
    with pytest.raises(UnknownNameError, match=r"no house rule is called 'mine'; there are: .*sayso"):
        pipeline.plan(rule="mine")
