from __future__ import annotations

import pytest

from sayso.errors import UnknownNameError
from sayso.export import csv_tables
from sayso.export.tables import TABLES


@pytest.mark.parametrize("table", TABLES)
def test_every_table_has_its_columns_and_a_row_for_each(exported, rows, case, table):
    told = rows(exported(csv_tables.write, table=table)[0])
    assert list(told[0]) == list(TABLES[table].columns)
    expected = {"persons": sum(one.kind == "person" for one in case.entities)}
    assert len(told) == expected.get(table, case.view.count("documents" if table == "persons" else table))


def test_claims_are_what_is_written_where_no_table_is_named(exported):
    assert exported(csv_tables.write) == exported(csv_tables.write, table="claims")


def test_a_claim_keeps_its_exact_words(exported, rows, case):
    texts = {one.id: one.text for one in case.documents}
    for row in rows(exported(csv_tables.write)[0]):
        assert texts[row["document"]][int(row["start"]) : int(row["end"])] == row["quote"]


def test_a_table_that_is_not_there_is_named_with_those_that_are(case):
    with pytest.raises(UnknownNameError, match="claims, estimates, events, documents, persons"):
        csv_tables.write(case.view, None, table="places")


def test_the_same_case_gives_the_same_text(exported):
    assert exported(csv_tables.write, table="estimates") == exported(csv_tables.write, table="estimates")
