"""Looking up a few rows of a large case touches few rows: the column that leaves fewest is the one that is asked."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from sayso.store import Store
from sayso.store.shelves import SHELVES, which

ASKED = [
    ("claims", ("event", "slot"), "claims_event"),
    ("claims", ("slot", "event"), "claims_event"),
    ("claims", ("event", "document", "slot"), "claims_document"),
    ("estimates", ("event", "slot"), "estimates_event"),
    ("findings", ("event", "kind"), "findings_event"),
    ("claims", ("slot",), "claims_slot"),
]


@pytest.mark.parametrize(("shelf", "columns", "index"), ASKED)
def test_a_lookup_goes_by_the_narrowest_column(
    tmp_path: Path, shelf: str, columns: tuple[str, ...], index: str
) -> None:
    path = tmp_path / "case.sayso"
    Store.open(path).close()
    with sqlite3.connect(path) as connection:
        statement = f"SELECT row FROM {SHELVES[shelf].name} WHERE {which(columns)} ORDER BY position"  # noqa: S608 - names are ours
        plan = connection.execute(f"EXPLAIN QUERY PLAN {statement}", ["x"] * len(columns)).fetchall()
    told = " ".join(str(row[3]) for row in plan)
    assert f"USING INDEX {index} " in told
    assert "TEMP B-TREE" not in told
