"""Who flees from what he did is no refugee."""

import pytest
from tests.extraction.telling import bounds

RUNAWAYS = [
    "Twenty people were shot on Monday. Five suspects, three men and two women, fled on foot.",
    "A man was shot on Monday. Two men fled in a white van.",
    "A shop was raided and a clerk was killed. The three gunmen escaped in a stolen car.",
    "A guard was stabbed on Monday. Two men fled the scene.",
]
REFUGEES = [
    ("Fighting killed 12 on Monday. Some 300 people fled on foot across the hills.", 270),
    ("Shelling killed 12 on Monday. Two thousand people fled their homes.", 2000),
    ("Rebels attacked on Monday and killed nine. Forty men and women fled to the church.", 40),
]


@pytest.mark.parametrize("text", RUNAWAYS)
def test_who_gets_away_from_a_deed_is_not_displaced(text):
    assert bounds(text, "displaced") == []


@pytest.mark.parametrize(("text", "least"), REFUGEES)
def test_who_flees_from_it_is(text, least):
    assert [low for low, _ in bounds(text, "displaced")] == [least]
