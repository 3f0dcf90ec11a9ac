from __future__ import annotations

from pathlib import Path

import pytest

from sayso import registry
from sayso.export import acled, gtd, ucdp
from sayso.export.tables import TABLES

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "exports.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", registry.names("sayso.exporters"))
def test_every_form_is_documented(name):
    assert f"| [`{name}`](" in PAGE


@pytest.mark.parametrize("table", TABLES)
def test_every_column_of_a_table_is_documented(table):
    section = PAGE.split(f"### {table}\n")[1].split("\n#")[0]
    if table == "estimates":
        section += PAGE.split("### claims\n")[1].split("\n#")[0]
    assert [column for column in TABLES[table].columns if f"`{column}`" not in section] == []


@pytest.mark.parametrize("form", [ucdp, acled, gtd])
def test_every_cell_that_is_filled_is_documented(exported, rows, form):
    told = rows(exported(form.write)[0])
    filled = {column for row in told for column, cell in row.items() if cell}
    assert [column for column in filled if f"`{column}`" not in PAGE] == []
