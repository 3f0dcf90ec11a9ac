"""A text without an event gives no claims; a deed that failed was only tried; a day that never was is refused."""

from __future__ import annotations

import pytest
from tests.extraction.telling import tell

from sayso.model import Stage


@pytest.mark.parametrize(
    "text",
    [
        "The council approved $300 for a new roof on Monday.",
        "The shop sold 12 chairs for 300 dollars.",
        "Rebuilt in 1950 for 300 dollars, the mill in Lyon is a museum.",
    ],
)
def test_a_text_without_an_event_gives_no_claims(text: str) -> None:
    assert tell(text).claims == ()


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("A coup attempt failed in Bolivia on Monday. Two soldiers were killed.", Stage.ATTEMPTED),
        ("Coup attempt fails in Bolivia. Two soldiers were killed in La Paz on Monday.", Stage.ATTEMPTED),
        ("A coup failed in Bolivia on Monday. The leader of the coup was arrested.", Stage.ATTEMPTED),
        ("Soldiers overthrew the government of Bolivia in a coup on Monday.", Stage.ACCOMPLISHED),
    ],
)
def test_a_coup_that_failed_was_tried(text: str, stage: Stage) -> None:
    assert next(e for e in tell(text).episodes if e.type == "coup").stage is stage


@pytest.mark.parametrize("day", ["31 February 1996", "February 31", "1996-02-31", "29 February 1997", "April 31, 1997"])
def test_a_day_that_no_calendar_has_is_refused_with_its_reason(day: str) -> None:
    account = tell(f"A bomb exploded in Lyon on {day}, killing two people.")
    assert [(r.quote, r.reason) for r in account.refusals] == [(day, "no calendar has this day")]
    assert [claim.slot for claim in account.claims if claim.slot.startswith("date")] == []


def test_a_leap_day_is_a_day() -> None:
    assert tell("A bomb exploded in Lyon on 29 February 1996, killing two people.").refusals == ()
