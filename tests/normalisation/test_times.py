from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import edtf as reference
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model import When
from sayso.normalisation import times
from sayso.normalisation.times import Anchor, Kind

PUBLISHED = Anchor(date(1997, 1, 5))
SIEGE = When("1996-12-17", date(1996, 12, 17), date(1996, 12, 17), None, "December 17")
TOLD = Anchor(date(2026, 5, 7), narrative=SIEGE)


def edtf_of(text, anchor=PUBLISHED):
    (found,) = times.find(text)
    when = times.resolve(found, anchor)
    return None if when is None else when.edtf


ABSOLUTE = {
    "17 December 1996": "1996-12-17",
    "Dec. 17, 1996": "1996-12-17",
    "the 17th of December, 1996": "1996-12-17",
    "Tuesday, December 17, 1996": "1996-12-17",
    "17 DEC 89": "1989-12-17",
    "1996-12-17": "1996-12-17",
    "17/12/1996": "1996-12-17",
    "12/17/96": "1996-12-17",
    "3/4/1996": "[1996-03-04,1996-04-03]",
    "April 1997": "1997-04",
    "1690": None,
    "in 1690": "1690",
    "in 2997": "2997",
    "On this day in 2997": "2997",
    "the year two thousand": "2000",
    "nineteen ninety-seven": "1997",
    "the 1870s": "187X",
    "mid-1980s": "1984/1986",
    "'90s": "199X",
    "the 1980s and '90s": "1980/1999",
    "18th-century": "17XX",
    "the twentieth century": "19XX",
    "early 1997": "1997-01/1997-04",
    "summer of 1989": "1989-06/1989-08",
    "the third quarter of 1984": "1984-07/1984-09",
    "1979-1981": "1979/1981",
    "1979-81": "1979/1981",
    "Dec. 17-22, 1996": "1996-12-17/1996-12-22",
    "from 17 to 22 April 1997": "1997-04-17/1997-04-22",
    "between January and March 2023": "2023-01/2023-03",
    "from December 17, 1996 to April 22, 1997": "1996-12-17/1997-04-22",
    "since 2023": "2023/..",
    "by 1996": "../1996",
    "until April 22, 1997": "../1997-04-22",
    "before 1996": "../1995",
    "after 1996": "1997/..",
    "around 1985": "1985~",
    "Easter 1997": "1997-03-30",
    "Thanksgiving Day, 1999": "1999-11-25",
    "Christmas 1996": "1996-12-25",
    "New Year’s Day 1997": "1997-01-01",
    "the Fourth of July, 1976": "1976-07-04",
}


@pytest.mark.parametrize(("text", "expected"), [row for row in ABSOLUTE.items() if row[1]])
def test_what_is_said_whole_needs_no_anchor(text, expected):
    assert edtf_of(text, Anchor()) == expected


PUBLICATION = {
    "today": "1997-01-05",
    "yesterday": "1997-01-04",
    "last night": "1997-01-04",
    "Dec. 17": "1996-12-17",
    "on December 28": "1996-12-28",
    "the 17th of December": "1996-12-17",
    "last October": "1996-10",
    "this July": "1997-07",
    "next week": "1997-01-06/1997-01-12",
    "last year": "1996",
    "earlier this year": "1997-01-01/1997-01-05",
    "three days ago": "1997-01-02",
    "two weeks ago": "1996-12-16/1996-12-22",
    "23 years ago": "1974",
    "on Monday": "1996-12-30",
    "last Friday": "1997-01-03",
    "Sunday": "1997-01-05",
    "next Friday": "1997-01-10",
    "Christmas Day": "1996-12-25",
    "this past weekend": "1996-12-28/1996-12-29",
    "several years ago": "1988/1994",
    "before 10 p.m. Saturday": "1997-01-04",
    "around 10 p.m. Friday night": "1997-01-03",
    "last summer": "1996-06/1996-08",
    "the past two weeks": "1996-12-22/1997-01-05",
    "next year's first quarter": "1998-01/1998-03",
    "the day before yesterday": "1997-01-03",
}


@pytest.mark.parametrize(("text", "expected"), PUBLICATION.items())
def test_relative_times_are_read_against_the_publication(text, expected):
    assert edtf_of(text) == expected


NARRATIVE = {
    "four months later": "1997-04",
    "the next day": "1996-12-18",
    "two days earlier": "1996-12-15",
    "the same day": "1996-12-17",
    "that night": "1996-12-17",
    "the following week": "1996-12-23/1996-12-29",
    "five months earlier": "1996-07",
    "nearly five months later": "1997-05",
    "a few days later": "1996-12-20/1996-12-26",
    "over the next three days": "1996-12-17/1996-12-20",
    "more than a year later": "1997/..",
    "November 4 of that year": "1996-11-04",
    "later that year": "1996-12-17/1996-12-31",
    "on this day": "1996-12-17",
    "on the 22nd.": "1996-12-22",
    "Dec. 22": "1996-12-22",
    "the following year": "1997",
}


@pytest.mark.parametrize(("text", "expected"), NARRATIVE.items())
def test_told_times_are_read_against_the_narrative(text, expected):
    assert edtf_of(text, TOLD) == expected


@pytest.mark.parametrize("text", [*NARRATIVE, "on Monday"])
def test_told_times_never_fall_back_to_the_publication(text):
    when = times.resolve(times.find(text)[0], Anchor())
    assert when is None or (when.earliest is None and when.latest is None)


@pytest.mark.parametrize(
    "text", ["the last day of the siege", "the last three months of the war", "two days after the raid"]
)
def test_what_hangs_on_an_event_is_not_read_against_the_publication(text):
    assert all(times.resolve(found, PUBLISHED) is None for found in times.find(text))


def test_a_day_without_its_year_stays_partial():
    when = times.resolve(times.find("On December 17 they came.")[0], Anchor())
    assert (when.edtf, when.earliest, when.latest) == ("XXXX-12-17", None, None)


def test_a_weekday_far_from_the_publication_is_not_guessed():
    assert edtf_of("on Monday", TOLD) is None


@pytest.mark.parametrize("text", ["31 February 1996", "February 30", "99/99/1999", "recently", "now", "in the winter"])
def test_what_is_no_date_resolves_to_nothing(text):
    assert all(times.resolve(found, PUBLISHED) is None for found in times.find(text))


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("Tuesday at 3:30 pm", "15:30"),
        ("9 a.m. EST Tuesday", "09:00"),
        ("5 p.m. EST, Nov. 6", "17:00"),
        ("midnight Friday", "24:00"),
        ("at 1530 GMT on Tuesday", "15:30"),
        ("at 0945 this morning", "09:45"),
        ("on 10 January at 1030", "10:30"),
    ],
)
def test_a_clock_rides_with_its_day(text, clock):
    (found,) = times.find(text)
    when = times.resolve(found, PUBLISHED)
    assert (found.kind, when.time) == (Kind.TIME, clock)


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("it lasted 126 days", Kind.DURATION, "126 days"),
        ("played soccer daily", Kind.SET, "daily"),
        ("every Monday they met", Kind.SET, "every Monday"),
        ("at dawn", Kind.TIME, "dawn"),
        ("the night of December 17", Kind.TIME, "the night of December 17"),
        ("a year and a half", Kind.DURATION, "a year and a half"),
        ("FOR SIX MONTHS", Kind.DURATION, "SIX MONTHS"),
    ],
)
def test_kinds_and_extents(text, kind, words):
    (found,) = times.find(text)
    assert (found.kind, found.text) == (kind, words)


@pytest.mark.parametrize(
    "text",
    [
        "1,500 people",
        "$1996",
        "they may march on",
        "1" * 400,
        "the idea will fall to dust",
        "Flight 800",
        "chapter 12",
        "3.5 percent",
        "route 66",
        "a second chance",
        "an Easterner",
    ],
)
def test_what_tells_no_time_is_left_alone(text):
    assert times.find(text) == ()


def test_capitals_and_line_breaks_do_not_hide_a_date():
    assert [found.text for found in times.find("LIMA, 17 DEC 89 (DOMESTIC SERVICE) -- [TEXT] ON\n16 DECEMBER")] == [
        "17 DEC 89",
        "16 DECEMBER",
    ]


def test_an_unsure_publication_day_widens_the_answer():
    anchor = Anchor(date(1997, 1, 1), date(1997, 1, 31))
    assert edtf_of("yesterday", anchor) == "1996-12-31/1997-01-30"
    assert edtf_of("last October", anchor) == "1996-10"


PIECES = st.sampled_from(
    [
        *ABSOLUTE,
        *PUBLICATION,
        *NARRATIVE,
        "daily",
        "31",
        "february",
        "of",
        "the",
        "last",
        "year",
        "-",
        "9999",
        "0001",
        "ago",
    ]
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=6).map(" ".join))
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
ANCHORS = st.builds(
    Anchor,
    published=st.none() | DAYS,
    narrative=st.none() | DAYS.map(lambda day: When(day.isoformat(), day, day, None, "")),
    tense=st.sampled_from([None, "past", "present", "future"]),
)


@settings(deadline=None)
@given(TEXTS)
def test_expressions_stand_in_order_in_their_text(text):
    found = times.find(text)
    assert all(text[each.start : each.end] == each.text for each in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@settings(max_examples=200, deadline=None)
@given(TEXTS, ANCHORS)
def test_every_edtf_parses_and_agrees_with_its_days(text, anchor):
    for found in times.find(text):
        when = times.resolve(found, anchor)
        if when is None:
            continue
        parsed = reference.parse_edtf(when.edtf)
        if when.earliest is not None and when.latest is not None:
            assert tuple(parsed.lower_strict()[:3]) == when.earliest.timetuple()[:3]
            assert tuple(parsed.upper_strict()[:3]) == when.latest.timetuple()[:3]
            assert when.earliest <= when.latest


@settings(deadline=None)
@given(
    DAYS, st.sampled_from([(day, n) for n, day in enumerate(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"))])
)
def test_a_weekday_in_the_past_is_within_a_week_of_the_publication(published, weekday):
    when = times.resolve(times.find(f"on {weekday[0]}")[0], Anchor(published, tense="past"))
    if when is not None:
        assert when.earliest.weekday() == weekday[1]
        assert timedelta(0) <= published - when.earliest < timedelta(days=7)


@pytest.mark.parametrize(
    ("narrative", "text", "expected"),
    [
        ("2016-01-01/2016-12-31", "on Nov. 13", "2015-11-13"),
        ("2015-01-01/2015-12-31", "on Jan. 20", "2015-01-20"),
        ("1996-01-01/1996-12-31", "on Nov. 13", "1996-11-13"),
        ("2015-09-01/2015-11-30", "on March 7", "2016-03-07"),
    ],
)
def test_a_loose_time_of_the_news_itself_is_no_anchor_for_another_day(narrative, text, expected):
    first, last = (date.fromisoformat(day) for day in narrative.split("/"))
    anchor = Anchor(date(2015, 12, 7), narrative=When(narrative, first, last, None, ""), tense="past")
    assert times.resolve(times.find(text)[0], anchor).edtf == expected
