"""The further cases of the evaluation hold together: every cue stands in its account, every event is declared."""

from __future__ import annotations

import importlib
import json
from pathlib import Path

import pytest

from sayso.reading import read

CASES = sorted((Path(__file__).parent.parent / "evaluation" / "cases").glob("*/key.json"))
named = pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)


def _texts(path: Path) -> dict[str, str]:
    files = (file for file in path.parent.iterdir() if file.suffix in {".txt", ".md", ".html"})
    return {file.stem: read(file).documents[0].text for file in files}


@named
def test_every_cue_stands_in_its_account(path):
    texts = _texts(path)
    key = json.loads(path.read_text(encoding="utf-8"))
    assert [claim["cue"] for claim in key["claims"] if claim["cue"] not in texts[claim["account"]]] == []


@named
def test_every_event_of_a_claim_is_declared(path):
    key = json.loads(path.read_text(encoding="utf-8"))
    declared = {key["main_event"]["id"], *(event["id"] for event in key["other_events"])}
    assert {claim["event"] for claim in key["claims"]} == declared


@named
def test_every_account_is_a_file_and_every_file_an_account(path):
    key = json.loads(path.read_text(encoding="utf-8"))
    assert {account["id"] for account in key["accounts"]} == _texts(path).keys()


def test_cases_that_rules_were_made_after_stand_first_and_are_told_from_the_unseen(monkeypatch):
    monkeypatch.syspath_prepend(str(CASES[0].parents[2]))
    cases = importlib.import_module("cases")
    seen = [name for name in cases.names() if not cases.is_unseen(name)]
    assert sorted(seen) == sorted(cases.DEVELOPMENT)
    assert cases.names()[: len(seen)] == tuple(seen)
    assert {name for name in cases.names() if cases.is_unseen(name)} >= {"quake"}
