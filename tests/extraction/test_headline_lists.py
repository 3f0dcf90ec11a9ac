"""Lists in headlines, and who died by his own hand."""

from __future__ import annotations

import json

import pytest
from tests.extraction.telling import document, extractor, said


def counts(title: str, slot: str) -> set[float | None]:
    """The figures of a slot that a title tells."""
    row = json.dumps({"id": "a", "title": title, "text": f"{title}\n\nThe fire broke out on Sunday."})
    account = extractor().extract(document(row, "a.jsonl"))
    return {claim.value.low for claim in account.claims if claim.slot == slot and claim.end <= len(title)}


@pytest.mark.parametrize(
    ("title", "slot", "count"),
    [
        ("Woman, 2 children dead in house fire", "killed", 3),
        ("Toddler, man killed in crash", "killed", 2),
        ("Man and woman killed, boy hurt in blast", "killed", 2),
        ("Police: Mother, two sons found dead after fire", "killed", 3),
        ("3 men, woman wounded in clash", "injured", 4),
        ("Driver, passenger and cyclist hurt in crash", "injured", 3),
    ],
)
def test_a_list_in_a_headline_is_summed(title, slot, count):
    assert max(counts(title, slot)) == count


@pytest.mark.parametrize(
    ("title", "slot", "count"),
    [
        ("Two men killed, 3 hurt in blast", "killed", 2),
        ("Storm hits coast, farm, man killed", "killed", 1),
        ("Man dead, woman hurt in blast", "injured", 1),
        ("Fire kills man, woman hurt", "injured", 1),
    ],
)
def test_what_is_no_list_of_the_harmed_is_not_summed(title, slot, count):
    assert max(counts(title, slot)) == count


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A man shot two guards at the mill, then turned the gun on himself.", "A man"),
        ("The clerk killed his wife before turning the rifle on himself, police said.", "The clerk"),
        ("The attacker took his own life after the siege.", "The attacker"),
        ("Carl Jones stabbed a nurse and then turned the knife on himself.", "Carl Jones"),
    ],
)
def test_who_turned_his_weapon_on_himself_died(text, who):
    assert who in [claim.quote for claim in said(text, "killed")]


@pytest.mark.parametrize(
    "text",
    [
        "The attacker did not turn the gun on himself after the attack.",
        "In the attack the gunman turned his gun on a guard, who was wounded.",
    ],
)
def test_who_turned_it_on_others_or_did_not_lives(text):
    assert said(text, "killed") == []


@pytest.mark.parametrize(
    ("title", "slot"),
    [
        ("Police: Neighbor kills woman in Ashby", "killed"),
        ("Soldier kills 7-year-old daughter, himself in Dunmore", "killed"),
        ("Boy accidentally shoots younger brother in Lorne", "casualties"),
        ("Man accidentally kills friend on hunting trip", "killed"),
        ("Warehouse fire kills caretaker in Kells", "killed"),
    ],
)
def test_whom_a_headline_tells_of_needs_no_article(title, slot):
    assert counts(title, slot) == {1}


@pytest.mark.parametrize(
    "title", ["Council kills plan for harbour in Ashby", "Film shoots scene in Lorne", "Fire damages church in Kells"]
)
def test_a_thing_in_a_headline_is_nobody(title):
    assert counts(title, "killed") | counts(title, "casualties") == set()
