from __future__ import annotations

from datetime import date

import edtf as reference
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.normalisation import edtf
from sayso.normalisation.edtf import Period

DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(1996, 12, 17), date(1996, 12, 17), "1996-12-17"),
        (date(1996, 2, 1), date(1996, 2, 29), "1996-02"),
        (date(1996, 1, 1), date(1996, 12, 31), "1996"),
        (date(1990, 1, 1), date(1999, 12, 31), "199X"),
        (date(1900, 1, 1), date(1999, 12, 31), "19XX"),
        (date(1991, 1, 1), date(2000, 12, 31), "1991/2000"),
        (date(1996, 12, 17), date(1997, 4, 22), "1996-12-17/1997-04-22"),
        (date(1996, 12, 1), date(1997, 4, 30), "1996-12/1997-04"),
        (date(1996, 1, 1), date(1996, 4, 30), "1996-01/1996-04"),
        (date(2023, 1, 1), None, "2023/.."),
        (None, date(1996, 12, 31), "../1996"),
        (None, date(1997, 4, 22), "../1997-04-22"),
    ],
)
def test_the_coarsest_edtf_that_says_the_same_is_written(first, last, expected):
    assert edtf.edtf(Period(first, last, "span")) == expected


@settings(deadline=None)
@given(DAYS, DAYS)
def test_the_days_come_back_from_the_edtf(one, other):
    first, last = min(one, other), max(one, other)
    parsed = reference.parse_edtf(edtf.edtf(Period(first, last, "span")))
    assert tuple(parsed.lower_strict()[:3]) == first.timetuple()[:3]
    assert tuple(parsed.upper_strict()[:3]) == last.timetuple()[:3]


@settings(deadline=None)
@given(DAYS, st.sampled_from(["early", "mid", "late", "start", "end"]))
def test_a_shade_lies_within_what_it_shades(day, shade):
    whole = edtf.years(day.year, 1)
    part = edtf.narrowed(whole, shade)
    assert whole.first <= part.first <= part.last <= whole.last


def test_about_blurs_and_leaves_the_days():
    blurred = edtf.narrowed(edtf.years(1985, 1), "about")
    assert edtf.edtf(blurred) == "1985~"
    assert (blurred.first, blurred.last) == (date(1985, 1, 1), date(1985, 12, 31))


def test_years_outside_the_calendar_are_none():
    assert edtf.years(0, 1) is None
    assert edtf.years(9995, 10) is None
    assert edtf.week(date.max) is None
