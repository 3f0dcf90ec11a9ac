"""Bare figures that one source after another gives, and whose each is."""

from __future__ import annotations

import pytest
from tests.extraction.telling import bounds, said

_FIRE = "Twelve people died when the theatre at Korba burned in May 1990, the ministry said. "


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("The stagehands' union says nineteen. The Gazette had fourteen, then sixteen.", (12, 19, 14, 16)),
        ("Forty, says the parish priest.", (12, 40)),
        ("The families' list has 17. Ours has 18.", (12, 17, 18)),
        ("The pamphlet of the league has eleven.", (12, 11)),
        ("Next day the prefect wired seven.", (12, 7)),
        ("By evening it was 21 on the radio.", (12, 21)),
        ("Two more who died on Tuesday made it fourteen.", (12, 14)),
        ("Nobody in the street believes twelve.", (12,)),
        ("The theatre had 900 seats. The next one has 1,200.", (12,)),
        ("The Rovers had three in the first half.", (12,)),
    ],
)
def test_figures_given_in_turn_are_of_what_was_counted_last(text: str, dead: tuple[int, ...]) -> None:
    assert [low for low, _ in bounds(_FIRE + text, "killed")] == list(dead)


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        ("Soldiers fired on the crowd at Korba. How many died? The consul wired six, then eight.", (6, 8)),
        ("Soldiers fired on the crowd at Korba. How many fled? The consul wired six, then eight.", ()),
    ],
)
def test_a_question_before_says_what_is_given_in_turn(text: str, dead: tuple[int, ...]) -> None:
    assert [low for low, _ in bounds(text, "killed")] == list(dead)


@pytest.mark.parametrize(
    ("text", "low", "speaker"),
    [
        ("The stagehands' union says nineteen.", 19, "The stagehands' union"),
        ("Forty, says the parish priest.", 40, "parish priest"),
        ("The mayor said 17, the bishop 23.", 23, "bishop"),
        ("Opposition newspapers spoke of 60.", 60, "Opposition newspapers"),
        ("An old actor told me twenty.", 20, "old actor"),
    ],
)
def test_a_bare_figure_is_its_tellers(text: str, low: int, speaker: str) -> None:
    claim = next(c for c in said(_FIRE + text, "killed") if getattr(c.value, "low", None) == low)
    assert any(speaker in told.speaker for told in claim.attribution)
