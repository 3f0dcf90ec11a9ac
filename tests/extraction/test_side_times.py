"""Times that are not those of what is told: of papers, of how a thing came to be, of what is remembered."""

import pytest
from tests.extraction.telling import said, tell

OPENING = "SARDAL, Norway, May 4, 2010 (Nord News) -- A bridge collapsed in Sardal on Sunday, killing nine people. "


def days(text):
    return {c.value.edtf for c in said(text, "date_start") if c.episode == 0}


@pytest.mark.parametrize(
    "beside",
    [
        "The bridge, built in 1931, carried trams and lorries, and 20 people were hurt.",
        "Twenty people were hurt on the bridge, which had been opened in 1931.",
        "The mill beside it, completed in 1931, was hit by the falling span and 20 people were hurt.",
    ],
)
def test_how_a_thing_came_to_be_shows_no_other_event(beside):
    assert [c.episode for c in said(OPENING + beside, "injured")] == [0]


def test_the_day_of_a_letter_dates_no_event():
    text = (
        "The pier collapsed and 12 people drowned. In a letter of 4 July 2013 the harbour master had asked for repairs."
    )
    assert days(text) == set()


def test_what_is_remembered_neither_dates_the_story_nor_counts_in_it():
    text = (
        "Six people drowned when a ferry sank near the lighthouse.\n\nDivers searched the wreck all day.\n\n"
        "Fishermen hope for calm.\n\nThe sinking brought back memories of 12 March 1958, when 80 people drowned."
    )
    account = tell(text)
    assert [c.value.low for c in account.claims if c.slot == "killed" and c.episode == 0] == [6]
    assert account.episodes[0].when is None


def test_what_is_found_years_later_is_still_of_the_story():
    text = (
        OPENING
        + "\n\nAbout 40 people were on it.\n\nThe inquiry put the number of injured at 31 in 2012.\n\nIn 1984 a flood killed 14 people."
    )
    own = [(c.slot, c.value.low) for c in tell(text).claims if c.episode == 0 and c.slot in ("injured", "killed")]
    assert ("injured", 31) in own
    assert ("killed", 14) not in own


def test_an_age_and_a_part_of_a_town_are_no_times():
    text = "A fire killed a woman in her sixties on Monday 3 May 2010. Nine people of the quarter were hurt."
    assert [c.episode for c in said(text, "injured")] == [0]


def test_a_count_after_that_year_is_no_year():
    text = "An earthquake killed nine people in Bergen on 4 May 2010. People think of 1963. That year 1,400 died."
    assert 1400 in [c.value.low for c in said(text, "killed")]
    assert "1400" not in {c.value.edtf for c in said(text, "date_start")}


def test_before_dawn_on_a_day_is_on_that_day():
    text = "OSLO, May 10, 1978 (Nord News) -- Police killed two men in Oslo before dawn on Tuesday."
    assert tell(text).episodes[0].when.edtf == "1978-05-09"


def test_a_text_without_a_word_for_what_happened_tells_of_it_by_the_harm():
    text = "On Monday, the second of April 1990, a man took the microphone. They say seven died at Harrow Hill."
    own = tell(text).episodes[0]
    assert (own.type, own.is_passing, own.when.edtf) == ("other", False, "1990-04-02")


def test_the_day_on_which_somebody_spoke_is_not_that_of_the_deed():
    text = (
        "BERGEN, December 17, 2009 (Nord News) -- More than 150 people were killed in the stadium of Bergen on "
        "28 September 2009, a monitor said today."
    )
    assert "2009-09-28" in {c.value.edtf for c in said(text, "date_start") if c.episode == 0} | {
        tell(text).episodes[0].when.edtf
    }


def test_what_happened_in_a_place_at_another_time_is_not_the_story_s():
    text = (
        "Gunmen held nine people in a bank in Bergen on 4 May 2010. Readers will think of the mill, where in 1962 three robbers "
        "kept 11 clerks for 2 days."
    )
    assert [c.episode for c in said(text, "duration")] != [0]
