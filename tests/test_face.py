from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import sayso
from sayso.errors import InputError, SaysoError


@pytest.fixture
def case(accounts: Path):
    with sayso.build(accounts) as case:
        yield case


def test_the_face_is_sorted_whole_and_small():
    assert sayso.__all__ == sorted(sayso.__all__)
    assert len(sayso.__all__) <= 16
    for name in sayso.__all__:
        assert getattr(sayso, name).__name__ == name


def test_a_name_that_is_not_there_is_said_with_those_that_are():
    with pytest.raises(AttributeError, match=r"Case, Claim"):
        sayso.nothing  # noqa: B018


def test_importing_sayso_imports_no_language_library():
    code = "import sys, sayso, sayso.cli.app; sayso.Case; print([m for m in ('spacy', 'trafilatura', 'jinja2') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_case_answers(case, tmp_path: Path):
    assert len(case.documents) == 3
    assert all(case.view.document(one.document).text[one.start : one.end] == one.quote for one in case.claims)
    assert json.loads(case.export())["format"] == "sayso-case/1"
    assert case.report(tmp_path / "page.html").read_text(encoding="utf-8").startswith("<!")
    assert "3 documents" in repr(case)


def test_an_estimate_is_found_by_its_slot(case):
    estimate = case.estimate("hostages_taken")
    assert estimate is None or estimate.slot == "hostages_taken"
    assert case.estimate("founded") is None
    with pytest.raises(InputError, match=r"no slot is called 'kiled'; the codebook has: .*killed"):
        case.estimate("kiled")


def test_a_case_file_is_opened_again(accounts: Path, tmp_path: Path):
    with sayso.build([accounts], tmp_path / "x.sayso") as built:
        text = built.export()
    with sayso.Case.open(tmp_path / "x.sayso") as case:
        assert case.export() == text
        assert case.export("json", tmp_path / "x.json") is None
    assert (tmp_path / "x.json").read_text(encoding="utf-8") == text


def test_a_build_without_files_is_refused(tmp_path: Path):
    with pytest.raises(SaysoError):
        sayso.build(tmp_path / "nowhere")
