from __future__ import annotations

import io

import pytest

from sayso import registry
from sayso.errors import InputError
from sayso.export import csv_tables, geojson
from sayso.export.writing import has_tables, is_binary, write_rows, written


@pytest.mark.parametrize("name", registry.names("sayso.exporters"))
def test_every_form_writes_the_example(case, name):
    writer = registry.find("sayso.exporters", name)
    out = io.BytesIO() if is_binary(writer) else io.StringIO()
    left = written(writer, case.view, out)
    assert out.getvalue()
    assert all(one.what and one.why for one in left)


@pytest.mark.parametrize("name", registry.names("sayso.exporters"))
def test_every_form_writes_a_case_without_events(view_of, name):
    writer = registry.find("sayso.exporters", name)
    out = io.BytesIO() if is_binary(writer) else io.StringIO()
    written(writer, view_of([]), out)
    assert out.getvalue()


def test_a_table_of_a_form_that_has_none_is_refused(case):
    assert has_tables(csv_tables.write)
    with pytest.raises(InputError, match="no tables"):
        written(geojson.write, case.view, io.StringIO(), "claims")


def test_cells_keep_whole_numbers_whole_and_leave_nothing_empty():
    out = io.StringIO()
    write_rows(out, ("a", "b", "c"), [{"a": 2.0, "b": True}, {"a": 2.5, "c": 'x "y", z\n'}])
    assert out.getvalue() == 'a,b,c\n2,true,\n2.5,,"x ""y"", z\n"\n'
