"""The case as comma-separated values: one table of it, claims where none is named."""

from __future__ import annotations

from typing import TextIO

from sayso.export.tables import table as table_of
from sayso.export.writing import write_rows
from sayso.store import View


def write(view: View, out: TextIO, table: str = "claims") -> None:
    """Write one table, row by row: a case of any size needs no more memory than its documents.

    Raises:
        UnknownNameError: there is no such table.
    """
    wanted = table_of(table)
    write_rows(out, tuple(wanted.columns), wanted.rows(view))
