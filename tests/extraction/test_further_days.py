"""Days of what else an account tells are dates beside the story, and no days of it."""

from __future__ import annotations

import pytest
from tests.extraction.telling import tell

_BLAST = "The Coast Mail, 12 March 2010\n\nBlast kills nine in Lunda\n\nLUNDA, March 12 - A bomb killed nine people in Lunda on Tuesday.\n\n"


def _days(text: str) -> dict[str, str]:
    """The days beside the story, by their words."""
    claims = tell(text).claims
    return {claim.quote: claim.value.edtf for claim in claims if claim.slot == "date"}


@pytest.mark.parametrize(
    ("told", "words", "day"),
    [
        ("A nurse was let go on Wednesday.", "Wednesday", "2010-03-10"),
        ("The minister said on Thursday that nobody had warned him.", "Thursday", "2010-03-11"),
        ("The market hall, built in 1988, stood empty afterwards.", "1988", "1988"),
        ("The mayor answered a letter of 4 February.", "4 February", "2010-02-04"),
        ("Stallholders had complained of parcels since January.", "since January", "2010-01"),
        ("The hall will stay closed until Monday.", "until Monday", "2010-03-15"),
    ],
)
def test_what_happened_beside_the_story_has_a_date(told: str, words: str, day: str) -> None:
    assert _days(_BLAST + told).get(words) == day


@pytest.mark.parametrize(
    "told",
    [
        "Trade has been slow in recent months.",
        "He had lived there until two months ago.",
        "The suit was brought under 42 U.S.C. § 1983.",
        "Many are afraid now.",
    ],
)
def test_what_names_no_day_has_none(told: str) -> None:
    assert _days(_BLAST + told).keys() <= {"12 March 2010", "March 12"}


def test_a_year_far_from_the_story_is_told_in_passing() -> None:
    account = tell(_BLAST + "An inquiry of 1994 had asked for a wider gate.")
    passing = {episode.number for episode in account.episodes if episode.is_passing}
    assert {claim.episode for claim in account.claims if claim.quote == "1994"} <= passing


def test_the_story_keeps_its_own_day() -> None:
    claims = tell(_BLAST + "A nurse was let go on Wednesday.").claims
    assert {claim.value.edtf for claim in claims if claim.slot == "date_start"} == {"2010-03-09"}


@pytest.mark.parametrize(
    "told", ["The mayor said on Thursday that the bomb had killed nine people.", "The killed will be buried next week."]
)
def test_a_day_beside_the_story_is_none_of_it_though_the_sentence_tells_of_it(told: str) -> None:
    account = tell(_BLAST + told)
    passing = {episode.number for episode in account.episodes if episode.is_passing}
    beside = [claim for claim in account.claims if claim.slot == "date" and claim.value.edtf > "2010-03-10"]
    assert beside
    assert {claim.episode for claim in beside} <= passing
