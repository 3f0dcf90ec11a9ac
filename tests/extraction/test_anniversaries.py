"""Anniversaries: the day of the event by the calendar of the day that the text came out."""

from __future__ import annotations

import pytest
from tests.extraction.telling import said

_FILED = "Korba after the years\n\nKORBA, April 15, 2012 (IAP) - "


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Thirty years ago on Tuesday the army came to Korba and killed 40 people.", "1982-04-17"),
        ("The ferry sank 25 years ago today, and 40 people died.", "1987-04-15"),
        ("A hundred years ago this week the mine at Korba exploded, and 40 people died.", "1912-04-09/1912-04-15"),
        ("Twenty years ago, on April 17, the dam at Korba broke, and 40 people died.", "1992-04-17"),
        ("This month 40 years ago a train left the track at Korba, and 40 people died.", "1972-04"),
        ("The train left the track at Korba on April 11, a Wednesday, and 40 people died.", "2012-04-11"),
    ],
)
def test_an_anniversary_is_a_day_of_then(text: str, edtf: str) -> None:
    assert [claim.value.edtf for claim in said(_FILED + text, "date_start")] == [edtf]  # type: ignore[union-attr]
