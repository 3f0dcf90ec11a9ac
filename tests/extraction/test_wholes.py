from __future__ import annotations

import pytest
from tests.extraction.telling import said

from sayso.model import Relation

PARTS = [
    ("Five people were wounded in the shooting. Two were taken to hospital in a van.", "injured", 2),
    ("Six people were wounded in the shooting. A man was wounded in the arm.", "injured", 1),
    ("Four people were shot outside a bar. Two were listed in critical condition after the shooting.", "injured", 2),
]
NO_PARTS = [
    ("The explosion killed 14 people. The fire brigade said 12 people were killed.", "killed"),
    (
        "A group calling itself the Red Dawn said its fighters had killed 27 soldiers. The army said three soldiers were killed.",
        "killed",
    ),
    ("The bombing killed two people. Hours later the bombing had killed six people.", "killed"),
]


@pytest.mark.parametrize(("text", "slot", "count"), PARTS)
def test_a_smaller_figure_after_the_whole_is_a_part_of_it(text: str, slot: str, count: int) -> None:
    claims = [claim for claim in said(text, slot) if claim.value.low == count]  # type: ignore[union-attr]
    assert [claim.scope.relation for claim in claims if claim.scope is not None] == [Relation.PART]
    assert all(claim.scope is not None and claim.scope.of is not None for claim in claims)


@pytest.mark.parametrize(("text", "slot"), NO_PARTS)
def test_a_figure_near_the_whole_or_above_it_stands_for_itself(text: str, slot: str) -> None:
    assert [claim.scope for claim in said(text, slot)] == [None, None]
