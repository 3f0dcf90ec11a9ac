"""Measures: a number with its unit, and never a count of people."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.normalisation import measures

from_snippets = st.lists(
    st.sampled_from(["$", "5", " km", " and ", "between ", "-year-old", "aged ", " dollars", "%", "\n"]), max_size=20
)


@pytest.mark.parametrize(
    ("text", "expression", "low", "high", "unit"),
    [
        ("for $500 a day", "$500", 500, 500, "USD"),
        ("more than US$35 million", "more than US$35 million", 35000000, None, "USD"),
        ("more than US\\$35 million", "more than US\\$35 million", 35000000, None, "USD"),
        ("35 million dollars", "35 million dollars", 35000000, 35000000, "USD"),
        ("€2.5bn in aid", "€2.5bn", 2500000000, 2500000000, "EUR"),
        ("Rs 500 each", "Rs 500", 500, 500, "INR"),
        ("500 pesos", "500 pesos", 500, 500, "XXX"),
        ("nearly $5 million", "nearly $5 million", 4500000, 5000000, "USD"),
        ("two kilos of dynamite", "two kilos", 2, 2, "kg"),
        ("some 50 tonnes", "some 50 tonnes", 45, 55, "t"),
        ("a 10-mile march", "10-mile", 10, 10, "mi"),
        ("200,000 hectares", "200,000 hectares", 200000, 200000, "ha"),
        ("between 4 percent and 6 percent", "between 4 percent and 6 percent", 4, 6, "percent"),
        ("30 degrees Celsius", "30 degrees Celsius", 30, 30, "°C"),
        ("the 25-year-old clerk", "25-year-old", 25, 25, "year"),
        ("aged 34", "34", 34, 34, "year"),
        ("Ana Ruiz, 34, said", "34", 34, 34, "year"),
        ("his 63rd birthday", "63rd", 63, 63, "year"),
    ],
)
def test_a_measure_has_its_unit_and_bounds(text, expression, low, high, unit):
    (measure,) = measures.find(text)
    assert text[measure.start : measure.end] == expression
    assert (measure.low, measure.high, measure.unit) == (low, high, unit)


@pytest.mark.parametrize("text", ["500 hostages", "in 1996", "40 minutes", "five m", "5 in 1996"])
def test_a_number_without_a_unit_is_no_measure(text):
    assert measures.find(text) == ()


def test_a_figure_carries_the_words():
    text = "for $500 a day"
    figure = measures.figure(measures.find(text)[0], text)
    assert (figure.low, figure.unit, figure.text) == (500, "USD", "$500")


@given(st.text() | from_snippets.map("".join))
def test_any_text_gives_measures_inside_it(text):
    assert all(0 <= measure.start < measure.end <= len(text) for measure in measures.find(text))
