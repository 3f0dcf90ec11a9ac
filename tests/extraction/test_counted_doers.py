"""How many did it, by the number before the doers."""

from __future__ import annotations

import pytest
from tests.extraction.telling import tell


def _attackers(text: str) -> list[tuple[str, float | None, float | None]]:
    return [(c.quote, c.value.low, c.value.high) for c in tell(text).claims if c.slot == "attackers"]


@pytest.mark.parametrize(
    ("text", "quote", "low", "high"),
    [
        ("Between 200 and 250 men attacked the village of Oru on Sunday, killing 15 people.", "Between 200 and 250 men", 200, 250),
        ("Fifteen men in uniform shot dead four teachers in Oru on Monday.", "Fifteen men", 15, 15),
    ],
)  # fmt: skip
def test_a_number_before_doers_counts_the_attackers(text: str, quote: str, low: float, high: float) -> None:
    assert (quote, low, high) in _attackers(text)


@pytest.mark.parametrize(
    "text",
    [
        "Four men were shot dead in Oru on Monday.",
        "A man, 32, shot his brother in Oru on Monday.",
        "In June 2001 rebels attacked Oru, killing 15 people.",
    ],
)
def test_who_suffered_and_an_age_count_no_attackers(text: str) -> None:
    assert not _attackers(text)
