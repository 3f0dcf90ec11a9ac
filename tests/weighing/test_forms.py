from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.weighing.forms import form


@pytest.mark.parametrize(
    ("attribute", "one", "other"),
    [
        ("size", "1,250", "1250.0"),
        ("size", " 30.060 ", "30.06"),
        ("share", "12 %", "12"),
        ("gate", "Gate D-12", "d12"),
        ("city", "São  Paulo", "sao paulo"),
        ("born", "3 May 1921", "May 3rd, 1921"),
        ("born", "1921-05-03", "3. May 1921"),
        ("left", "2:53 PM", "14:53"),
        ("left", "12/3/2011 2:53pm EST", "Dec 3, 14:53"),
        ("left", "12:05 am", "0:05"),
        ("authors", "Knuth, Donald E.; Ron Graham", "Graham, Ronald and D. Knuth"),
    ],
)
def test_spellings_of_one_value_have_one_form(attribute, one, other):
    assert form(attribute, one) == form(attribute, other)


@pytest.mark.parametrize(
    ("attribute", "one", "other"),
    [
        ("size", "30.06", "30.1"),
        ("size", "-5", "5"),
        ("size", "1.250", "1250"),
        ("left", "2:53 PM", "2:53 AM"),
        ("left", "Dec 3 10:00", "Dec 4 10:00"),
        ("born", "3 May 1921", "5 March 1921"),
        ("born", "1921", "1922"),
        ("gate", "D12", "D1 2 B"),
        ("authors", "Donald Knuth", "Donald Knuth; Ron Graham"),
    ],
)
def test_two_values_have_two_forms(attribute, one, other):
    assert form(attribute, one) != form(attribute, other)


@pytest.mark.parametrize("text", ["", "  ", "N/A", "Not Available", "--", "null", "Unknown"])
def test_a_word_for_nothing_is_no_value(text):
    assert form("size", text) is None


@given(st.text(max_size=40), st.text(min_size=1, max_size=12))
def test_every_text_has_a_form_or_none(text, attribute):
    assert form(attribute, text) != ""


@given(st.integers(-(10**9), 10**9))
def test_a_number_is_itself_however_it_is_grouped(number):
    assert form("size", f"{number:,}") == form("size", str(number)) == form("size", f"{number}.0")
