from __future__ import annotations

import io
import sys

import pytest

from sayso.errors import MissingPartError
from sayso.export import parquet
from sayso.export.tables import TABLES

pl = pytest.importorskip("polars")


@pytest.mark.parametrize("table", TABLES)
def test_polars_reads_the_table_back_with_its_types(exported, case, table):
    raw, _ = exported(parquet.write, table=table)
    read = pl.read_parquet(io.BytesIO(raw))
    assert read.equals(parquet.frame(case.view, table))
    assert read.columns == list(TABLES[table].columns)


def test_the_file_holds_what_the_frame_holds(case):
    out = io.BytesIO()
    parquet.write(case.view, out, table="claims")
    out.seek(0)
    assert pl.read_parquet(out).equals(case.frame("claims"))


def test_numbers_are_numbers(case):
    claims = parquet.frame(case.view)
    assert claims.schema["start"] == pl.Int64
    assert claims.schema["low"] == pl.Float64
    assert claims.schema["polarity"] == pl.Boolean


def test_without_the_extra_it_says_which_one(case, monkeypatch):
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(MissingPartError, match=r"sayso\[frames\]"):
        parquet.frame(case.view)
