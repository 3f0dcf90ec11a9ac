"""The day of a story that only the call, the find or the harm tells; and days of what came after."""

from __future__ import annotations

import json

import pytest
from tests.extraction.telling import document, extractor


def days(text: str, published: str = "2014-06-12") -> list[str]:
    """The days on which the story of a text of this day began."""
    row = json.dumps({"id": "a", "title": "", "published": published, "text": text})
    account = extractor().extract(document(row, "a.jsonl"))
    return [claim.value.edtf for claim in account.claims if claim.slot == "date_start"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A boy is recovering after a shooting. Crews received the call late Tuesday night.", "2014-06-10"),
        ("A toddler shot himself with a pistol he found. Deputies were called to the home on Monday.", "2014-06-09"),
        ("Two hikers are dead after a landslide. Rangers found the bodies Wednesday morning.", "2014-06-11"),
    ],
)
def test_the_day_of_the_call_is_the_day_of_the_deed_where_none_is_told(text, day):
    assert days(text) == [day]


@pytest.mark.parametrize(
    "text",
    [
        "A boy is recovering after a shooting. His father appeared in court on Tuesday.",
        "A man was found guilty of a shooting. A vigil will be held on Friday.",
        "A shooting left two men dead, police said. The suspect was arraigned on Monday.",
    ],
)
def test_what_came_after_dates_nothing(text):
    assert days(text) == []


def test_a_day_told_of_the_deed_itself_needs_no_other():
    text = "A man was killed in a shooting on Sunday. Officers were called to another house on Monday."
    assert days(text) == ["2014-06-08"]
