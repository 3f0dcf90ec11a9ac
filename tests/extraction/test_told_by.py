"""Figures that stand beside a question of how many, or behind who keeps a list; bodies of whom something is known."""

from __future__ import annotations

import pytest
from tests.extraction.telling import bounds, counted

_RAID = "The army attacked Korba in May 1990. "


@pytest.mark.parametrize(
    ("text", "dead"),
    [
        (_RAID + "How many people died is disputed to this day. The government says 41. The Red Cross reported 112.", (41, 112)),
        ("The mine at Korba exploded in 1931. How many it killed nobody knows. The company said 17, the union 44.", (17, 44)),
        (_RAID + "A nun collects the names of the dead. Her list, begun on the back of a hymn sheet, stops at 118.", (118,)),
        (_RAID + "A nun keeps a list of the victims. There were 143 names on it.", (143,)),
        (_RAID + "How many people live there is disputed. The government says 41.", ()),
        ("The shop in Korba burned in May 1990. How many shirts were lost is unclear. The owner says 41.", ()),
    ],
)  # fmt: skip
def test_a_question_says_what_the_figures_count(text: str, dead: tuple[int, ...]) -> None:
    assert [low for low, _ in bounds(text, "killed")] == list(dead)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("After the fire in Korba 30 bodies were recovered. Only eleven could be identified.", 11),
        ("Fourteen bodies were found at Korba after the raid. Three remain unidentified.", 3),
        ("Diggers exhumed 90 bodies after the massacre of Korba. Sixty-two were of minors.", 62),
    ],
)
def test_bodies_of_whom_something_is_known_are_part_of_the_dead(text: str, part: int) -> None:
    assert ("killed", (part, part)) in counted(text)
