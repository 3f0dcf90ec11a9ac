from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.normal_form import normalise


@pytest.mark.parametrize(
    ("given_text", "stored"),
    [
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("14\u00a0militants, 500\u202f000", "14 militants, 500 000"),
        ("mi\u00adli\u00adtants", "militants"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("the o\ufb03ce and the \ufb01re", "the office and the fire"),
        ("Cafe\u0301", "Café"),
        ("the mili-\ntants left", "the militants left"),
        ("the mili-  \n  tants left", "the militants left"),
        ("a well-\nknown man", "a well-known man"),
        ("in 1996-\n97", "in 1996-97"),
        ("Franco-\nPrussian", "Franco-Prussian"),
        ("a stand-\noff, the stand-off", "a stand-off, the stand-off"),
        ("mili\u00ad\ntants", "militants"),
        ("a\x00b\x08c", "abc"),
        ("half a sign \ud800", "half a sign \ufffd"),
    ],
)
def test_layout_and_invisible_signs_are_undone(given_text, stored):
    assert normalise(given_text) == stored


@pytest.mark.parametrize(
    "text", ["“Quoted” — it’s 5–6 … €3", "one - two -\nthree", "— and\n- so", "naïve Ørsted straße", "👩 🚒 𝔘"]
)
def test_letters_quotes_and_dashes_stay(text):
    assert normalise(text) == text


@given(st.text())
def test_the_stored_form_is_its_own_stored_form(text):
    once = normalise(text)
    assert normalise(once) == once
    assert unicodedata.is_normalized("NFC", once)
    once.encode()
