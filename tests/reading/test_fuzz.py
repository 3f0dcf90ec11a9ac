"""Broken files of every format: a document with true offsets, or a reason, and never an unforeseen failure."""

from __future__ import annotations

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.reading.making import faults, remade, seeds

from sayso.reading import endings, here

GOOD = seeds()


def test_there_is_a_good_file_of_every_format(tmp_path):
    for ending, raw in GOOD.items():
        (tmp_path / f"a{ending}").write_bytes(raw)
        told = here.read(tmp_path / f"a{ending}")
        assert (told.unread, faults(told)) == ((), [])
    same = {
        ".text": ".txt",
        ".markdown": ".md",
        ".ndjson": ".jsonl",
        ".tsv": ".csv",
        ".xlsm": ".xlsx",
        ".mht": ".mhtml",
    }
    assert {same.get(one, one) for one in endings()} - {".htm", ".xhtml"} == GOOD.keys()


@pytest.mark.parametrize("ending", sorted(GOOD))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_a_broken_file_is_read_or_refused(tmp_path, ending, seed):
    path = tmp_path / f"a{ending}"
    path.write_bytes(remade(GOOD[ending], random.Random(seed)))  # noqa: S311 - faults, not secrets
    assert faults(here.read(path)) == []


@pytest.mark.parametrize("ending", sorted(GOOD))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(codec="utf-8"), max_size=300))
def test_any_text_under_any_ending_is_read_or_refused(tmp_path, ending, text):
    path = tmp_path / f"a{ending}"
    path.write_text(text, encoding="utf-8", newline="")
    assert faults(here.read(path)) == []
