"""The seam of a format: a function of a view and an open file that returns what it left out."""

from __future__ import annotations

import csv
import inspect
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO, TextIO

from sayso.errors import InputError
from sayso.export.left import Left
from sayso.store import View


@dataclass(frozen=True, slots=True)
class ToBytes:
    """A writer of bytes (a zip, a table of columns); every other writer writes text."""

    write: Any

    def __call__(self, view: View, out: BinaryIO, **options: str) -> tuple[Left, ...]:
        """Write a view in this form."""
        left: tuple[Left, ...] = self.write(view, out, **options)
        return left


def is_binary(writer: object) -> bool:
    """Whether a writer wants a file of bytes."""
    return isinstance(writer, ToBytes)


def has_tables(writer: Any) -> bool:
    """Whether a writer takes the name of a table."""
    return "table" in inspect.signature(writer.write if is_binary(writer) else writer).parameters


def written(writer: Any, view: View, out: TextIO | BinaryIO, table: str | None = None) -> tuple[Left, ...]:
    """Write a view in a form, one table of it where the form has tables; what was left out.

    Raises:
        InputError: a table is named, and the form has none.
    """
    if table is not None and not has_tables(writer):
        raise InputError(f"this form has no tables, so that --table {table} means nothing; leave it out, or use csv")
    left = writer(view, out) if table is None else writer(view, out, table=table)
    return tuple(left or ())


def write_rows(out: TextIO, columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> None:
    """Rows as CSV (RFC 4180, lines ended by a line feed alone): a header, then a line a row; None is an empty cell."""
    table = csv.writer(out, lineterminator="\n")
    table.writerow(columns)
    for row in rows:
        table.writerow([_cell(row.get(column)) for column in columns])


def write_object(out: TextIO, plain: Mapping[str, object], name: str, rows: Iterable[object]) -> None:
    """One JSON object as `json.dump` writes it with sorted keys and an indent of one, of which one list is written row by row."""
    separator = "{\n"
    for key in sorted((*plain, name)):
        out.write(f"{separator} {json.dumps(key)}: ")
        separator = ",\n"
        if key != name:
            out.write(_indented(plain[key], 1))
            continue
        opening = "["
        for row in rows:
            out.write(f"{opening}\n  {_indented(row, 2)}")
            opening = ","
        out.write("[]" if opening == "[" else "\n ]")
    out.write("\n}\n")


def _indented(row: object, depth: int) -> str:
    told = json.dumps(row, ensure_ascii=False, sort_keys=True, indent=1)
    return told.replace("\n", "\n" + " " * depth)


def _cell(value: object) -> object:
    """A whole number without decimals, truth as true and false, all else as it stands."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
