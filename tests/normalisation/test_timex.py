from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.normalisation import timex

PUBLISHED = date(1998, 3, 27)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("last week", "DATE", "1998-W12"),
        ("on Monday", "DATE", "1998-03-23"),
        ("Feb. 27", "DATE", "1998-02-27"),
        ("in the 1980s", "DATE", "198X"),
        ("the first quarter of 1998", "DATE", "1998-Q1"),
        ("last summer", "DATE", "1997-SU"),
        ("the weekend", "DATE", "1998-W13-WE"),
        ("a year ago", "DATE", "1997"),
        ("recently", "DATE", "PAST_REF"),
        ("he is now free", "DATE", "PRESENT_REF"),
        ("in recent years", "DATE", "PAST_REF"),
        ("for three months", "DURATION", "P3M"),
        ("a few days", "DURATION", "PXD"),
        ("five-hour", "DURATION", "PT5H"),
        ("2 1/2 years", "DURATION", "P2Y6M"),
        ("Friday morning", "TIME", "1998-03-27TMO"),
        ("9 a.m. Tuesday", "TIME", "1998-03-24T09:00"),
        ("every Monday", "SET", "XXXX-WXX-1"),
        ("daily", "SET", "P1D"),
        ("each July", "SET", "XXXX-07"),
    ],
)
def test_type_and_value(text, kind, value):
    (found,) = timex.annotate(text, PUBLISHED)
    assert (found["type"], found["value"]) == (kind, value)


def test_the_last_date_told_is_what_the_next_is_read_against():
    told = timex.annotate("It opened on March 5, 1946. It closed the following year.", PUBLISHED)
    assert [found["value"] for found in told] == ["1946-03-05", "1947"]


def test_the_ends_of_a_range_are_expressions_of_their_own():
    told = timex.annotate("between January 1996 and April 1997", PUBLISHED)
    assert [found["text"] for found in told] == ["January 1996", "April 1997"]


def test_a_clause_that_looks_ahead_takes_the_next_such_day():
    assert timex.annotate("The talks will resume Monday.", PUBLISHED)[0]["value"] == "1998-03-30"


def test_an_age_of_a_person_is_no_duration():
    assert timex.annotate("a 6-year-old boy", PUBLISHED) == []


@settings(deadline=None)
@given(st.text(max_size=60), st.none() | st.dates())
def test_offsets_always_hold(text, published):
    assert all(text[found["start"] : found["end"]] == found["text"] for found in timex.annotate(text, published))
