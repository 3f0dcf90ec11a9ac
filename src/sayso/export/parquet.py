"""The case as Parquet: one table with typed columns, claims where none is named. Needs the extra `frames` (Polars)."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from itertools import islice
from tempfile import TemporaryFile
from typing import Any, BinaryIO

from sayso.errors import MissingPartError
from sayso.export.tables import Row, Table
from sayso.export.tables import table as table_of
from sayso.export.writing import ToBytes
from sayso.store import View

# Rows turned into columns at a time, which make one group of rows of the file.
_BATCH = 10_000


def frame(view: View, table: str = "claims") -> Any:
    """One table of the case as a Polars frame.

    Raises:
        UnknownNameError: there is no such table.
        MissingPartError: Polars is not installed.
    """
    wanted = table_of(table)
    pl = _polars("a table as a Polars frame")
    schema = _schema(wanted, pl)
    frames = list(_frames(wanted, view, pl))
    return pl.concat(frames) if frames else pl.DataFrame(schema=schema)


def _frames(table: Table, view: View, pl: Any) -> Iterator[Any]:
    """The table in frames of some thousand rows, one after the other."""
    schema = _schema(table, pl)
    rows = table.rows(view)
    while batch := [_cells(row, table) for row in islice(rows, _BATCH)]:
        yield pl.DataFrame(batch, schema=schema, orient="row")


def _schema(table: Table, pl: Any) -> dict[str, Any]:
    types = {str: pl.String, int: pl.Int64, float: pl.Float64, bool: pl.Boolean}
    return {name: types[kind] for name, kind in table.columns.items()}


def _cells(row: Row, table: Table) -> list[object]:
    return [
        float(value) if kind is float and isinstance(value, int) else value
        for value, kind in ((row.get(name), kind) for name, kind in table.columns.items())
    ]


def _polars(gives: str) -> Any:
    try:
        import polars as pl  # noqa: PLC0415 - an extra: wanted here alone
    except ModuleNotFoundError as error:
        raise MissingPartError("frames", gives) from error
    return pl


def _write(view: View, out: BinaryIO, table: str = "claims") -> tuple[()]:
    """Write one table, some thousand rows at a time: memory does not grow with the case."""
    wanted = table_of(table)
    pl = _polars("the format 'parquet'")
    from polars.io.plugins import register_io_source  # noqa: PLC0415 - as above

    def read(columns: Any, condition: Any, amount: Any, size: Any) -> Iterator[Any]:
        """What Polars may ask for (some columns, some rows) is all of the table here."""
        del columns, condition, amount, size
        yield from _frames(wanted, view, pl)

    rows = register_io_source(read, schema=_schema(wanted, pl))
    with TemporaryFile() as made:  # Polars tells of a reader that went away in words of its own
        try:
            rows.sink_parquet(made, row_group_size=_BATCH, maintain_order=True)
        except pl.exceptions.ComputeError as error:
            raise OSError(errno.EIO, f"Parquet cannot be written here ({error})") from error
        made.seek(0)
        shutil.copyfileobj(made, out)
    return ()


write = ToBytes(_write)
