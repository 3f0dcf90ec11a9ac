"""Days that the telling counts from what it has told, days of the month by number, and when an old story was taken down."""

from __future__ import annotations

import pytest
from tests.extraction.telling import said, tell

from sayso.model import When

SEIZED = "Rebels seized the post office on Monday, 3 June 1974, taking 12 clerks hostage. "


def _days(text: str) -> list[str]:
    slots = ("date", "date_start", "date_end")
    return [c.value.edtf for c in tell(text).claims if c.slot in slots and isinstance(c.value, When)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On the fourth night two clerks escaped.", "1974-06-06"),
        ("On day six troops went in and killed the four gunmen.", "1974-06-08"),
        ("On its eighth day the siege claimed a life.", "1974-06-10"),
        ("Three days in, they let the women go.", "1974-06-05/1974-06-06"),
        ("The Thursday after, a clerk was shot dead.", "1974-06-06"),
        ("On the Friday they shot a clerk dead.", "1974-06-07"),
        ("On the 9th the rebels murdered a clerk.", "1974-06-09"),
        ("The women were freed on the 14th; the rest waited.", "1974-06-14"),
    ],
)
def test_a_day_counts_from_the_event_or_from_the_day_told(text: str, day: str) -> None:
    assert day in _days(SEIZED + text)


@pytest.mark.parametrize(
    "text",
    [
        "They lived on the 9th floor.",
        "He commanded the 14th Infantry Brigade.",
        "On the second day of the trial a clerk spoke.",
        "It was the 5th largest bank.",
        "The Sunday Courier wrote of it.",
    ],
)
def test_what_is_only_numbered_or_named_is_no_day(text: str) -> None:
    assert _days(SEIZED + text) == ["1974-06-03"]


def test_a_counted_day_neither_begins_the_event_nor_is_told_where_nothing_is() -> None:
    assert len(said(SEIZED + "On the fourth night a clerk was killed.", "date_start")) == 1
    assert _days("On the fourth night the gunmen killed two hostages.") == []


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The shelling began on 7 July and ended on 11 July 2006, killing 60 civilians.", "2006-07-07", "2006-07-11"),
        ("The riot of 20 and 21 November 1931 left four people dead.", "1931-11-20", "1931-11-21"),
    ],
)
def test_a_stretch_has_a_first_and_a_last_day(text: str, first: str, last: str) -> None:
    assert [c.value.edtf for c in said(text, "date_start") if isinstance(c.value, When)] == [first]
    assert [c.value.edtf for c in said(text, "date_end") if isinstance(c.value, When)] == [last]


def test_a_year_in_passing_is_left_behind_with_its_sentence() -> None:
    text = (
        "Prisoners seized B Hall on October 10, 1974 and took 19 guards hostage. A gate whose weld had been reported as defective in "
        "1971, and again in 1973, gave way. The nurse was let go. Three prisoners were stabbed to death on October 11."
    )
    assert "1974-10-11" in _days(text)
    assert "1973-10-11" not in _days(text)


def test_when_an_old_story_was_printed_is_not_when_it_happened() -> None:
    text = 'Ada Roth, "A Nurse Abroad", Geneva 1997. Chapter nine: Port Azul, November 1983.\n\nOn 14 November the rebels killed two hostages.'
    assert "1983-11-14" in _days(text)


def test_a_line_of_capitals_is_no_head_of_a_later_lead() -> None:
    text = (
        "PORT AZUL, 11 NOV 89 (AGENCY) -- THREE PERSONS WERE INJURED IN A BOMB ATTACK\nTHAT HIT PORT AZUL ON 28 OCTOBER.\n\n   A GUARD SAID A SECOND BOMB EXPLODED\n"
        "LAST NIGHT.\n\n   THE MAYOR PROMISED TO FIND THOSE RESPONSIBLE FOR LAST NIGHT'S ATTACK.\n"
    )
    assert {day for day in _days(text) if day.startswith("1989-11") and day != "1989-11-11"} == {"1989-11-10"}


def test_what_happened_at_the_same_place_before_is_another_event() -> None:
    text = "A girl was shot dead on Friday, 23 December 2016, at her door. It was the same address where three people were shot on 19 November 2016."
    main = {episode.number for episode in tell(text).episodes if not episode.is_passing}
    assert all(
        c.value.edtf != "2016-11-19" for c in tell(text).claims if c.episode in main and isinstance(c.value, When)
    )
