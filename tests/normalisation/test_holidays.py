from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.normalisation import holidays


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("easter", 2000, date(2000, 4, 23)),
        ("easter", 1818, date(1818, 3, 22)),
        ("good friday", 1997, date(1997, 3, 28)),
        ("thanksgiving", 1999, date(1999, 11, 25)),
        ("memorial day", 2023, date(2023, 5, 29)),
        ("labor day", 2025, date(2025, 9, 1)),
        ("christmas", 1996, date(1996, 12, 25)),
    ],
)
def test_known_days(name, year, day):
    assert holidays.holiday(name, year) == day


@settings(deadline=None)
@given(st.sampled_from(sorted(holidays.NAMES)), st.integers(1583, 9999))
def test_every_name_has_a_day_in_every_year(name, year):
    assert holidays.holiday(name, year).year == year


@settings(deadline=None)
@given(st.integers(1583, 9999))
def test_easter_is_a_sunday_of_spring(year):
    day = holidays.easter(year)
    assert day.weekday() == 6
    assert date(year, 3, 22) <= day <= date(year, 4, 25)


def test_an_unknown_name_has_no_day():
    assert holidays.holiday("towel day", 2001) is None
