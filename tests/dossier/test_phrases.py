"""Values in words: as sharp as they are, and no sharper."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.dossier.phrases import and_list, bounds, duration, figure, number, small, stretch, when
from sayso.model import Duration, Figure, Qualifier, When


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "text", "said"),
    [
        (14, 14, Qualifier.EXACT, "Fourteen", "14"),
        (450, 550, Qualifier.ABOUT, "some 500", "about 500"),
        (450, 499, Qualifier.NEARLY, "almost 500", "nearly 500"),
        (401, None, Qualifier.MORE_THAN, "over 400", "more than 400"),
        (6, None, Qualifier.AT_LEAST, "at least six", "at least 6"),
        (0, 9, Qualifier.LESS_THAN, "under ten", "fewer than 10"),
        (0, 10, Qualifier.AT_MOST, "up to ten", "up to 10"),
        (45, 60, Qualifier.BETWEEN, "between 45 and 60", "45 to 60"),
        (200, 999, Qualifier.VAGUE, "hundreds", "hundreds"),
        (70000, 70000, Qualifier.EXACT, "70,000", "70,000"),
    ],
)
def test_a_figure_is_said_with_its_hedge(
    low: float, high: float | None, qualifier: Qualifier, text: str, said: str
) -> None:
    assert figure(Figure(low, high, "people", qualifier, text)) == said


@pytest.mark.parametrize(
    ("unit", "said"), [("people", "5"), ("km", "5 km"), ("USD", "5 USD"), ("demand", "5 demands"), ("year", "5 years")]
)
def test_a_unit_is_said_once(unit: str, said: str) -> None:
    assert figure(Figure(5, 5, unit, Qualifier.EXACT, "five")) == said


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(1996, 12, 17), date(1996, 12, 17), "17 December 1996"),
        (date(1997, 4, 1), date(1997, 4, 30), "April 1997"),
        (date(1996, 1, 1), date(1996, 12, 31), "1996"),
        (date(1980, 1, 1), date(1999, 12, 31), "1980 to 1999"),
        (date(1996, 12, 1), date(1997, 4, 30), "December 1996 to April 1997"),
        (date(1996, 12, 17), date(1997, 4, 22), "17 December 1996 to 22 April 1997"),
        (None, date(1997, 4, 22), "until 22 April 1997"),
        (None, None, ""),
    ],
)
def test_a_stretch_is_said_in_the_fewest_words(first: date | None, last: date | None, said: str) -> None:
    assert stretch(first, last) == said


def test_a_time_of_day_stands_beside_its_day() -> None:
    assert when(When("1997-04-22", date(1997, 4, 22), date(1997, 4, 22), "15:30", "")) == "22 April 1997, 15:30"


def test_a_date_of_no_known_year_is_said_as_told() -> None:
    assert when(When("XXXX-02-27", None, None, None, "27 February")) == "27 February"


def test_one_day_is_no_days() -> None:
    assert duration(Duration(1, 1, "day", Qualifier.EXACT, "a day")) == "1 day"


@given(st.integers(0, 10**9))
def test_a_number_can_be_read_back(value: int) -> None:
    assert int(number(value).replace(",", "")) == value


@given(st.dates(), st.dates())
def test_a_stretch_names_both_its_years(first: date, last: date) -> None:
    first, last = sorted((first, last))
    said = stretch(first, last)
    assert str(first.year) in said
    assert str(last.year) in said


@given(st.lists(st.from_regex(r"[a-z]{1,6}", fullmatch=True), min_size=1, max_size=6))
def test_a_list_loses_no_word(parts: list[str]) -> None:
    assert and_list(parts).replace(" and ", ", ").split(", ") == parts


def test_open_bounds_say_so() -> None:
    assert [bounds(None, 9), bounds(3, None), bounds(None, None)] == ["up to 9", "3 or more", ""]


def test_abbreviations_keep_their_capitals() -> None:
    assert [small("NATO founded"), small("Killed")] == ["NATO founded", "killed"]
