"""The time axis: order is kept, nothing leaves the drawing, long empty stretches are folded and named."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sayso.dossier.axis import axis

DAYS = st.lists(st.dates(date(1900, 1, 1), date(2100, 1, 1)), min_size=1, max_size=30)


@given(DAYS)
def test_later_days_stand_further_right(days: list[date]) -> None:
    drawn = axis(days, 0.0, 100.0)
    assert drawn is not None
    places = [drawn.x(one) for one in sorted(days)]
    assert places == sorted(places)
    assert all(0 <= one <= 100.001 for one in places)


@given(DAYS)
def test_breaks_are_the_true_length_of_what_they_fold(days: list[date]) -> None:
    drawn = axis(days, 0.0, 100.0)
    assert drawn is not None
    known = sorted(set(days))
    gaps = {(after - before).days for before, after in pairwise(known)}
    assert {one.days for one in drawn.breaks} <= gaps


def test_a_siege_and_a_book_of_thirty_years_later_share_an_axis() -> None:
    drawn = axis([date(1996, 12, 17), date(1997, 1, 5), date(1997, 4, 22), date(2026, 5, 7)], 0.0, 100.0)
    assert drawn is not None
    assert [one.words for one in drawn.breaks] == ["29 years"]
    assert drawn.x(date(1997, 4, 22)) > 40


def test_no_day_is_no_axis() -> None:
    assert axis([], 0.0, 100.0) is None
