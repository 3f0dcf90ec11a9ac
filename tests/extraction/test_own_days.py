"""The day on which an account came out, and those on which its later leads were filed."""

from __future__ import annotations

import pytest
from tests.extraction.telling import tell

_BODY = "A bomb killed nine people in Lunda on Tuesday.\n"


def _days(text: str, *slots: str) -> dict[str, str]:
    return {claim.quote: claim.value.edtf for claim in tell(text).claims if claim.slot in slots}


@pytest.mark.parametrize(
    "line",
    [
        "Press Office, Lunda, 12 March 2010, 18:00",
        "12 March 2010 / No. 05-317",
        "No. 11/PR/Dated Lunda, the 12th March, 2010",
    ],
)
def test_a_line_of_the_head_gives_the_day_of_the_telling(line: str) -> None:
    told = _days(f"STATEMENT ON THE MARKET\n\n{line}\n\n{_BODY}", "date_start")
    assert told == {"Tuesday": "2010-03-09"}


def test_a_later_lead_is_told_on_its_own_day() -> None:
    text = (
        "LUNDA, March 12, 2010 (NNA) - A bomb killed nine people in Lunda on Tuesday.\n\n"
        "UPDATE, March 15 - Two of the wounded died on Sunday, doctors said."
    )
    told = _days(text, "date", "date_start")
    assert told["Sunday"] == "2010-03-14"


def test_a_weekday_of_last_week_is_one_day() -> None:
    text = "LUNDA, March 12, 2010 (NNA) - A bomb killed nine people in Lunda on Sunday last week.\n"
    assert _days(text, "date_start") == {"Sunday": "2010-02-28"}


def test_the_day_of_publication_is_a_date_of_the_account() -> None:
    assert "2010-03-12" in _days("LUNDA, March 12, 2010 (NNA) - " + _BODY, "date").values()


def test_the_day_of_publication_is_no_day_of_the_event() -> None:
    account = tell("LUNDA, March 12, 2010 (NNA) - " + _BODY)
    passing = {episode.number for episode in account.episodes if episode.is_passing}
    assert {claim.episode in passing for claim in account.claims if claim.slot == "date"} == {True}


def test_a_text_that_tells_of_no_event_has_no_day_of_its_own() -> None:
    assert tell("LUNDA, March 12, 2010 (NNA) - Shares rose for a third week.\n").claims == ()
