"""Tables saved as text, one document a row: the first row names the columns, one of which is `text`."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sayso.errors import UnreadableError
from sayso.model import Unread
from sayso.reading import rows
from sayso.reading.encoding import decode
from sayso.reading.shape import Draft, Parsed, Remark

READER = "delimited/1"
_REMEDY = 'Give the first row names of columns, one of them "text"'
# The columns that Bellingcat's auto-archiver gives to its index; the pages beside it hold the texts.
_INDEX = {"status", "metadata", "media"}


def read(raw: bytes, name: str) -> Parsed:
    """Read a table of comma-, semicolon- or tab-separated values.

    Raises:
        UnreadableError: no column is called "text", or no row holds one.
    """
    decoded = decode(raw)
    # A cell may hold a book; the library's own bound is 128 kB.
    csv.field_size_limit(sys.maxsize)
    head = decoded.text.partition("\n")[0]
    table = csv.reader(io.StringIO(decoded.text, newline=""), delimiter=max(",;\t|", key=head.count), strict=False)
    parsed = of_rows(_numbered(table), name, "row", "csv", READER)
    return Parsed(parsed.drafts, parsed.unread, tuple(Remark(name, note) for note in decoded.notes))


def of_rows(table: Iterable[tuple[int, Sequence[str]]], name: str, what: str, kind: str, reader: str) -> Parsed:
    """The documents of numbered rows of cells, the first of which names the columns.

    Raises:
        UnreadableError: no column is called "text", or no row holds one.
    """
    numbered = iter(table)
    columns = [cell.strip().lower() for cell in next(numbered, (0, ()))[1]]
    if "text" not in columns:
        raise _no_column(columns)
    drafts: list[Draft] = []
    unread: list[Unread] = []
    for number, cells in numbered:
        if not any(cell.strip() for cell in cells):
            continue
        row = {column: cell for column, cell in zip(columns, cells, strict=False) if cell.strip()}
        told = json.dumps(row, ensure_ascii=False, sort_keys=True)
        try:
            sha256 = hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()
            made = rows.draft(row, "row", _REMEDY)
            place = f"{what} {number}"
            drafts.append(replace(made, kind=kind, reader=reader, sha256=sha256, number=number, place=place))
        except UnreadableError as error:
            unread.append(Unread(f"{name}, {what} {number}", error.reason, error.remedy))
    if not drafts and not unread:
        raise UnreadableError("the table has no row", _REMEDY)
    return Parsed(tuple(drafts), tuple(unread))


def _numbered(table: Iterator[list[str]]) -> Iterator[tuple[int, list[str]]]:
    """The rows with their numbers as a spreadsheet counts them."""
    try:
        yield from enumerate(table, start=1)
    except csv.Error as error:
        raise UnreadableError(f"the table breaks off ({error})", "Save it again as CSV") from error


def _no_column(columns: Sequence[str]) -> UnreadableError:
    if set(columns) >= _INDEX:
        return UnreadableError("it is the index of an auto-archiver, without texts", "Give its pages (html) beside it")
    shown = ", ".join(column[:30] for column in columns[:8]) or "nothing"
    return UnreadableError(f'no column is called "text"; the first row holds: {shown}', _REMEDY)
