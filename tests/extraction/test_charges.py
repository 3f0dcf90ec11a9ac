"""Who was tried, charged or acquitted is not thereby convicted; figures that stand by those they are not of."""

from __future__ import annotations

import pytest
from tests.extraction.telling import counted, said

_RIOT = "A mob burned the mill at Korba in May 1910. "


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Eight men were tried for it.", ("tried", (8, 8))),
        ("Six railwaymen were brought to trial.", ("tried", (6, 6))),
        ("The jury acquitted all eight.", ("acquitted", (8, 8))),
        ("Four men were charged with arson.", ("charged", (4, 4))),
        ("Eleven people were indicted in June.", ("charged", (11, 11))),
        ("Five were found guilty.", ("convicted", (5, 5))),
        ("Nine were sentenced to hard labour.", ("convicted", (9, 9))),
    ],
)
def test_trial_charge_and_verdict_are_told_apart(text: str, told: tuple[str, tuple[int, int]]) -> None:
    assert {one for one in counted(_RIOT + text) if one[0] in ("tried", "acquitted", "charged", "convicted")} == {told}


def test_horses_that_charge_charge_nobody() -> None:
    assert not said("Mounted police charged 400 strikers at Korba on Monday.", "charged")


@pytest.mark.parametrize(
    ("text", "slot", "figures"),
    [
        ("Fishermen hauled 14 drowned migrants from their nets off Korba on Sunday.", "rescued", []),
        ("The attackers, four brothers, shot dead a bailiff at Korba court.", "killed", [1]),
        ("A body of some 300 labourers marched on Korba, and the police fired.", "killed", []),
        ("A student shot four people dead at Korba. Six others were hit, two of them gravely.", "killed", [4]),
        ("A fire broke out at Korba. The house surgeon swore to nine deaths.", "killed", [9]),
        ("Rebels raided Korba. In the raid 52 people were killed, 35 injured and 31 abducted.", "hostages_taken", [31]),
        ("Rebels raided Korba. In the raid 52 people were killed, 35 injured and 31 abducted.", "attackers", []),
        ("The battle of Korba. Royal Artillery: killed, 2; wounded, 7.", "injured", [7]),
    ],
)
def test_a_figure_is_of_what_its_own_words_say(text: str, slot: str, figures: list[int]) -> None:
    assert [getattr(claim.value, "low", None) for claim in said(text, slot)] == figures
