from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

HERE = Path(__file__).parent.parent / "evaluation"


def _gate() -> ModuleType:
    spec = importlib.util.spec_from_file_location("gate", HERE / "gate.py")
    assert spec is not None
    assert spec.loader is not None
    sys.modules["gate"] = module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


gate = _gate()
needs_accounts = pytest.mark.skipif(
    not (gate.SHARED / "lima").is_dir(), reason=f"the real accounts and their key are not at {gate.SHARED}"
)


@pytest.fixture(scope="module")
def case() -> dict:
    return gate.build()


@pytest.fixture(scope="module")
def scored(case) -> dict:
    return gate.score(case)


@needs_accounts
@pytest.mark.parametrize("measure", sorted(gate.MEASURES))
def test_every_floor_is_held(measure, case, scored):
    line = next(line for line in gate.lines(case, scored) if line.measure == measure)
    assert line.is_held, f"{measure}: {line.now} where {line.floor} is pinned; see make eval SHOW=missed|wrong|leaks"


@needs_accounts
def test_errors_stand_beside_their_text(case, scored):
    told = gate.errors("missed", case, scored)
    assert len(told) == len(scored["missed"])
    assert not any("(not found" in line for line in told)


def test_only_what_is_measured_is_pinned():
    floors = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
    assert floors["accounts"].keys() <= gate.MEASURES.keys()


def test_a_share_is_held_from_its_floor_up_and_a_count_of_faults_from_its_floor_down():
    assert gate.Line("recall %", 70, 70).is_held
    assert not gate.Line("recall %", 69.9, 70).is_held
    assert gate.Line("leaks", 0, 0).is_held
    assert not gate.Line("leaks", 1, 0).is_held
    assert gate.Line("told alone %", 0, None).is_held
