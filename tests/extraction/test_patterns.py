"""A claim's confidence is what was counted of its pattern, and nothing else; what was not counted is not told."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path

from tests.extraction.telling import tell

import sayso
from sayso.extraction.patterns import FILE, LEAST, confidence, pattern

COUNTED = json.loads(resources.files("sayso").joinpath("resources", FILE).read_text(encoding="utf-8"))["patterns"]


def test_every_count_is_of_claims_seen() -> None:
    assert COUNTED
    assert all(0 <= one["right"] <= one["seen"] and one["seen"] > 0 for one in COUNTED.values())


def test_a_share_is_told_where_enough_was_counted() -> None:
    for name, one in COUNTED.items():
        share = confidence(*name.split(" "))
        assert share == (round(one["right"] / one["seen"], 2) if one["seen"] >= LEAST else None)


def test_what_was_never_counted_has_no_share() -> None:
    assert confidence("headcounts", "weapon") is None


def test_a_claim_names_its_rules_and_carries_their_share() -> None:
    found = {c.slot: c for c in tell("A bomb killed twelve people and destroyed a bridge in Lyon on Monday.").claims}
    assert found["killed"].extractor.startswith("rules.headcounts/")
    assert found["killed"].confidence == confidence("headcounts", "killed")
    assert found["destroyed"].confidence is None
    assert pattern(found["destroyed"].extractor, "destroyed") == "things destroyed"


def test_no_estimate_looks_at_it() -> None:
    folder = Path(sayso.__file__).parent
    read = [p for name in ("fusion", "linking", "weighing") for p in (folder / name).rglob("*.py")]
    assert read
    assert [path.name for path in read if ".confidence" in path.read_text(encoding="utf-8")] == []
