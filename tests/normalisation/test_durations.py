"""Lengths of time: their intervals, their ISO form, their days."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Duration, Qualifier
from sayso.normalisation import durations

from_snippets = st.lists(
    st.sampled_from(["an hour", " and a half", "5", " months", "half ", "nearly ", " and ", "30 minutes", "two ", "decades", "for years", "-", "\n"]),
    max_size=20,
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expression", "low", "high", "unit", "iso"),
    [
        ("lasted 126 days", "126 days", 126, 126, "day", "P126D"),
        ("four months later", "four months", 3.5, 4.5, "month", "P4M"),
        ("nearly five months", "nearly five months", 4.05, 5.5, "month", "P5M"),
        ("a 40-minute gun battle", "40-minute", 40, 40, "minute", "PT40M"),
        ("a 4-month siege", "4-month", 3.5, 4.5, "month", "P4M"),
        ("an hour and a half", "an hour and a half", 1.5, 1.5, "hour", "PT1H30M"),
        ("half an hour", "half an hour", 0.5, 0.5, "hour", "PT30M"),
        ("a half-hour", "a half-hour", 0.5, 0.5, "hour", "PT30M"),
        ("one hour and 30 minutes", "one hour and 30 minutes", 90, 90, "minute", "PT1H30M"),
        ("two and a half years", "two and a half years", 2.25, 2.75, "year", "P2.5Y"),
        ("two decades of war", "two decades", 15, 25, "year", "P2DE"),
        ("a two-decades-long war", "two-decades", 15, 25, "year", "P2DE"),
        ("a few days", "a few days", 3, 9, "day", "PXD"),
        ("several weeks", "several weeks", 3, 9, "week", "PXW"),
        ("to jail for a year", "a year", 0.5, 1.5, "year", "P1Y"),
        ("34-year prison sentences", "34-year", 33.5, 34.5, "year", "P34Y"),
        ("It took months", "months", 2, None, "month", "PXM"),
        ("about an hour later", "about an hour", 0.9, 1.1, "hour", "PT1H"),
        ("at least three weeks", "at least three weeks", 2.5, None, "week", "P3W"),
        ("five to ten days", "five to ten days", 5, 10, "day", "PXD"),
    ],
)
def test_a_length_has_its_interval_and_its_iso_form(text, expression, low, high, unit, iso):  # noqa: PLR0917
    (length,) = durations.find(text)
    assert text[length.start : length.end] == length.value.text == expression
    assert (length.value.low, length.value.high, length.value.unit, length.iso) == (low, high, unit, iso)


@pytest.mark.parametrize(
    "text",
    [
        "25-year-old",
        "in 1996",
        "last year",
        "this month",
        "the 12 men",
        "all day",
        "$500 a day",
        "a second man",
        "after hours",
    ],
)
def test_an_age_or_a_date_is_no_length(text):
    assert durations.find(text) == ()


def test_the_hedge_stands_outside_the_core():
    text = "It took nearly five months."
    (length,) = durations.find(text)
    assert text[length.core_start : length.core_end] == "five months"
    assert length.value.qualifier is Qualifier.NEARLY


@pytest.mark.parametrize("words", ["four months", "nearly five months", "18 weeks", "126 days"])
def test_lengths_of_one_siege_overlap_in_days(words):
    low, high = durations.to_days(durations.find(words)[0].value)
    assert low <= 126 <= high


def test_an_open_length_stays_open_in_days():
    assert durations.to_days(Duration(48, None, "hour", Qualifier.AT_LEAST, "at least 48 hours")) == (2, None)


@given(st.text() | from_snippets.map("".join))
def test_any_text_gives_ordered_lengths_inside_it(text):
    end = 0
    for length in durations.find(text):
        assert end <= length.start <= length.core_start < length.core_end <= length.end <= len(text)
        assert length.value.low is None or length.value.high is None or length.value.low <= length.value.high
        end = length.end
