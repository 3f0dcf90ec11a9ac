"""The rows of a page's table: the dead, the hurt and those aboard by their labels; and days that only name a body."""

from __future__ import annotations

import pytest
from tests.extraction.telling import said, tell

_PAGE = """# Lund bridge collapse

| | |
|---|---|
| Date | 3 May 1979 |
| Passengers | 109 (including 5 clerks) |
| Crew | 9 |
| Fatalities | 22 (including 3 firemen) |
| Injuries | 31 |

The **Lund bridge collapse** was a disaster on 3 May 1979 in which a bridge gave way under a train.
"""


def test_the_rows_of_a_table_are_told_by_their_labels() -> None:
    told = {(c.slot, c.group, c.value.low) for c in tell(_PAGE, "a.md").claims if hasattr(c.value, "low")}
    assert told >= {
        ("present", "passengers", 109),
        ("present", "crew", 9),
        ("killed", "total", 22),
        ("killed", "responders", 3),
        ("injured", "total", 31),
    }


@pytest.mark.parametrize(
    "body", ["the Fourth of June Brigade", "the Martyrs of the Fourth of June", "the 19 April Movement"]
)
def test_a_day_in_the_name_of_a_body_is_no_day(body: str) -> None:
    told = said(
        f"Nine villagers were killed in Goma on 5 May 1990 by {body}. Two men died on 7 November.", "date_start"
    )
    assert {claim.value.edtf for claim in told} == {"1990-05-05", "1990-11-07"}  # type: ignore[union-attr]


def test_the_day_of_a_revolution_stays_a_day() -> None:
    assert [c.value.edtf for c in said("Forty men were killed in the revolution of February 1979 in Qom.", "date_start")] == ["1979-02"]  # type: ignore[union-attr]  # fmt: skip
