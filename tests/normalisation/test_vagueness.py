"""The one table of widths, as the contract gives it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.normalisation import vagueness

COUNTS = st.integers(0, 10**7)


@pytest.mark.parametrize(
    ("words", "said", "low", "high", "qualifier"),
    [
        ("nearly", 500, 450, 499, "nearly"),
        ("just under", 100, 90, 99, "nearly"),
        ("about", 80, 72, 88, "about"),
        ("an estimated", 70000, 63000, 77000, "about"),
        ("or so", 30, 27, 33, "about"),
        ("more than", 400, 401, None, "more_than"),
        ("over", 5000, 5001, None, "more_than"),
        ("at least", 6, 6, None, "at_least"),
        ("no fewer than", 8, 8, None, "at_least"),
        ("fewer than", 20, 0, 19, "less_than"),
        ("up to", 30, 0, 30, "at_most"),
        ("no more than", 7, 0, 7, "at_most"),
    ],
)
def test_a_hedge_means_what_the_contract_says(words, said, low, high, qualifier):
    row = vagueness.hedge(words)
    assert row is not None
    assert row.qualifier == qualifier
    assert vagueness.widen(said, said, row) == (low, high)


@pytest.mark.parametrize(
    ("word", "low", "high"),
    [
        ("a couple", 2, 3), ("a few", 3, 9), ("several", 3, 9), ("a handful", 3, 9), ("dozens", 24, 99), ("scores", 40, 199),
        ("tens", 20, 99), ("hundreds", 200, 999), ("thousands", 2000, 9999), ("tens of thousands", 20000, 99999),
        ("hundreds of thousands", 200000, 999999), ("some", 2, None), ("a number of", 2, None), ("many", 2, None),
        ("others", 2, None),
    ],
)  # fmt: skip
def test_a_vague_word_means_what_the_contract_says(word, low, high):
    assert (vagueness.VAGUE[word].low, vagueness.VAGUE[word].high) == (low, high)


@pytest.mark.parametrize("unit", ["week", "month", "year"])
def test_weeks_and_longer_carry_half_a_unit(unit):
    assert vagueness.slacken(4, unit) == (3.5, 4.5)


@pytest.mark.parametrize("unit", ["minute", "hour", "day"])
def test_days_and_shorter_are_exact(unit):
    assert vagueness.slacken(126, unit) == (126, 126)


@given(COUNTS, st.sampled_from(vagueness.HEDGES), st.booleans())
def test_bounds_are_ordered_and_never_negative(said, row, whole):
    low, high = vagueness.widen(said, said, row, whole=whole)
    assert low is not None
    assert low >= 0
    assert high is None or low <= high


@given(COUNTS, COUNTS, st.sampled_from(vagueness.HEDGES))
def test_a_wider_interval_stays_wider_under_any_hedge(one, other, row):
    low, high = min(one, other), max(one, other)
    narrow, wide = vagueness.widen(high, high, row), vagueness.widen(low, high, row)
    assert wide[0] <= narrow[0]
    assert wide[1] == narrow[1]


@given(COUNTS, st.sampled_from(vagueness.HEDGES))
def test_whole_things_have_whole_bounds(said, row):
    assert all(bound is None or isinstance(bound, int) for bound in vagueness.widen(said, said, row))


def test_words_that_are_no_hedge_are_none():
    assert vagueness.hedge("hardly") is None
