"""A value told in several places carries each of them: members of a sum, and the noun that two numbers share."""

from __future__ import annotations

import pytest
from tests.extraction.telling import document, tell


@pytest.mark.parametrize(
    ("text", "quote", "pieces"),
    [
        (
            "A bomb in Lyon killed a guard, his wife and two children.",
            "a guard, his wife and two children",
            ["a guard", "his wife", "two children"],
        ),
        ("Three men and two women were killed in Lyon.", "Three men and two women", ["Three men", "two women"]),
        ("The bomb in Lyon killed 12 and wounded 30 people.", "12", ["people"]),
        ("Gunmen took 72 hostages in Lyon. Of the 72 hostages held, one died.", "one", ["hostages"]),
        ("A bomb in Lyon killed 12 people, and wounded 30.", "12 people", []),
    ],
)
def test_further_pieces_of_a_count_are_kept(text: str, quote: str, pieces: list[str]) -> None:
    claim = next(claim for claim in tell(text).claims if claim.slot == "killed" and claim.quote == quote)
    assert [piece.quote for piece in claim.spans] == pieces
    assert all(document(text).text[piece.start : piece.end] == piece.quote for piece in claim.spans)


def test_a_guard_with_his_own_is_four() -> None:
    text = "A bomb in Lyon killed a guard, his wife and two children."
    assert 4 in [claim.value.low for claim in tell(text).claims if claim.slot == "killed"]


def test_two_sides_are_never_summed() -> None:
    text = "Two soldiers and three rebels were killed in a clash near Lyon."
    assert sorted(claim.value.low for claim in tell(text).claims if claim.slot == "killed") == [2, 3]
