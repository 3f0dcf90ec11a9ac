"""Cases as earlier versions left them: one file for each form that ever was, none of which is ever made anew.

A change to `schema.py` raises VERSION; before that, a small case is built with the last commit of the old form and kept here.
"""

from __future__ import annotations

import gzip
import shutil
from pathlib import Path

import pytest

import sayso
from sayso import pipeline
from sayso.store import Store, schema

FORMS = sorted((Path(__file__).parent / "forms").glob("*.sayso.gz"))


@pytest.fixture(params=FORMS, ids=lambda path: path.name)
def case(request, tmp_path: Path) -> Path:
    with gzip.open(request.param) as packed, (tmp_path / "old.sayso").open("wb") as file:
        shutil.copyfileobj(packed, file)
    return tmp_path / "old.sayso"


def test_there_is_a_case_of_every_form():
    assert [int(path.name.partition(".")[0]) for path in FORMS] == list(range(1, schema.VERSION + 1))


@pytest.mark.parametrize("read_only", [True, False])
def test_a_case_of_every_form_tells_what_it_told(case, read_only):
    with Store.open(case, read_only=read_only) as store:
        view = store.view()
        assert [document.id for document in view.documents()] == ["gazette", "herald"]
        assert {claim.value.low for claim in view.claims(slot="hostages_taken")} == {40, 45}
        assert [(one.by, one.why) for one in view.judgements()] == [("Coder", "the roll says so")]
        assert view.find("customs gunmen")
        assert store._connection.execute("PRAGMA user_version").fetchone()[0] == schema.VERSION


def test_decisions_of_an_older_case_hold_when_it_is_weighed_anew(case):
    with Store.open(case) as store:
        pipeline.refresh(store)
    with sayso.Case.open(case) as opened:
        told = [one for one in opened.view.estimates() if one.slot == "hostages_taken"]
        assert [one.status.value for one in told] == ["settled"]
