"""The model of parts: what it gives beside the rules, what it never takes, and what it may know."""

from __future__ import annotations

import json
import re
from importlib import resources

import pytest
from tests.extraction.telling import tell

from sayso.extraction.roles.casting import FILE, PARTS, weights
from sayso.normalisation import places


def _said(text: str, slot: str) -> set[str]:
    return {
        str(getattr(c.value, "name", "") or getattr(c.value, "text", "")) for c in tell(text).claims if c.slot == slot
    }


@pytest.mark.parametrize(
    ("text", "slot", "words"),
    [
        (
            "A grenade was thrown into a tea house in Basra on Friday, killing four. Police blamed the KLF, whose fighters fled.",
            "perpetrator",
            "KLF",
        ),
    ],
)
def test_a_part_is_given_where_no_rule_tells_it(text: str, slot: str, words: str) -> None:
    assert words in _said(text, slot)


@pytest.mark.parametrize(
    ("text", "slot", "words"),
    [
        ("Settlers set fire to a mosque near Nablus on Tuesday.", "perpetrator_people", "Settlers"),
        ("The mob lynched a pedlar in the market of Oru on Sunday.", "perpetrator_people", "The mob"),
        ("The Dawn Front said it was behind the bombing of a barracks near Leeds.", "claimed_by", "Dawn Front"),
    ],
)
def test_what_the_rules_found_is_not_taken(text: str, slot: str, words: str) -> None:
    assert words in _said(text, slot)


@pytest.mark.parametrize(
    "text",
    [
        "A flood swept through Oru on Monday and drowned 12 people. The army sent boats.",
        "The KLF held its congress in Leeds on Monday. Delegates elected a chairman.",
    ],
)
def test_no_part_is_given_where_nobody_does_anything_to_anybody(text: str) -> None:
    assert [c.slot for c in tell(text).claims if c.extractor.startswith("rules.roles")] == []


def test_the_model_knows_no_names() -> None:
    known = {word for sign in weights().signs for word in re.findall(r"[a-z]{3,}", sign)}
    assert sorted(word for word in known if places.country(word) is not None) == []


def test_the_model_is_small_and_whole() -> None:
    text = resources.files("sayso").joinpath("resources", FILE).read_text(encoding="utf-8")
    tree = json.loads(text)
    assert len(text) < 1_000_000
    assert tree["parts"] == list(PARTS)
    assert {len(row) for row in tree["signs"].values()} == {len(PARTS)}
