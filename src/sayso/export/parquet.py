"""The case as Parquet: one table with typed columns, claims where none is named. Needs the extra `frames` (Polars)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, BinaryIO

from sayso.errors import MissingPartError
from sayso.export.tables import Row, Table
from sayso.export.tables import table as table_of
from sayso.export.writing import ToBytes
from sayso.store import View

# Rows turned into columns at a time; the frame's columns take a tenth of the rows' memory.
_BATCH = 10_000


def frame(view: View, table: str = "claims") -> Any:
    """One table of the case as a Polars frame.

    Raises:
        UnknownNameError: there is no such table.
        MissingPartError: Polars is not installed.
    """
    wanted = table_of(table)
    pl = _polars()
    types = {str: pl.String, int: pl.Int64, float: pl.Float64, bool: pl.Boolean}
    schema = {name: types[kind] for name, kind in wanted.columns.items()}
    frames = [pl.DataFrame(batch, schema=schema, orient="row") for batch in _batches(wanted, view)]
    return pl.concat(frames) if frames else pl.DataFrame(schema=schema)


def _batches(table: Table, view: View) -> Iterator[list[Sequence[object]]]:
    rows = table.rows(view)
    while batch := list(islice(rows, _BATCH)):
        yield [_cells(row, table) for row in batch]


def _cells(row: Row, table: Table) -> list[object]:
    return [
        float(value) if kind is float and isinstance(value, int) else value
        for value, kind in ((row.get(name), kind) for name, kind in table.columns.items())
    ]


def _polars() -> Any:
    try:
        import polars as pl  # noqa: PLC0415 - an extra: wanted here alone
    except ModuleNotFoundError as error:
        raise MissingPartError("frames", "the format 'parquet'") from error
    return pl


def _write(view: View, out: BinaryIO, table: str = "claims") -> tuple[()]:
    """Write one table."""
    frame(view, table).write_parquet(out)
    return ()


write = ToBytes(_write)
