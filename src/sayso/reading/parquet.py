"""Parquet tables, one document a row, with the columns of JSON lines, one of which is `text`. Needs the extra `frames`."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sayso.errors import UnreadableError
from sayso.model import Unread
from sayso.reading import pulse, rows
from sayso.reading.shape import Draft, Parsed

READER = "parquet/1"
_REMEDY = 'Give it a column "text", one document a row'
_DAMAGED = "Save it again as parquet, or as jsonl"
# Columns that a document is made of; others are not read.
_COLUMNS = ("text", "id", "title", "published", "source", "authors", "url", "retrieved")


def read(raw: bytes, name: str) -> Parsed:
    """Read a Parquet table.

    Raises:
        UnreadableError: Polars is not installed, it is no Parquet table, or it has no text.
    """
    drafts: list[Draft] = []
    unread: list[Unread] = []
    for number, row in enumerate(_rows(raw), start=1):
        pulse.beat()
        told = json.dumps(row, ensure_ascii=False, sort_keys=True)
        try:
            made = rows.draft(row, "row", _REMEDY)
        except UnreadableError as error:
            unread.append(Unread(f"{name}, row {number}", error.reason, error.remedy))
            continue
        sha256 = hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()
        drafts.append(replace(made, kind="parquet", reader=READER, sha256=sha256, number=number, place=f"row {number}"))
    if not drafts and not unread:
        raise UnreadableError("the table has no row", _REMEDY)
    return Parsed(tuple(drafts), tuple(unread))


def _rows(raw: bytes) -> Iterator[dict[str, Any]]:
    """The rows, with the columns that are known and hold something."""
    try:
        import polars as pl  # noqa: PLC0415 - an extra
    except ModuleNotFoundError as error:
        raise UnreadableError(
            "Parquet needs the extra 'frames'", "Install it with: pip install 'sayso[frames]', or save it as jsonl"
        ) from error
    try:
        held = pl.read_parquet_schema(io.BytesIO(raw))
        frame = pl.read_parquet(io.BytesIO(raw), columns=[name for name in _COLUMNS if name in held])
    except Exception as error:  # the library has errors of many kinds
        raise UnreadableError(
            f"the file is no Parquet table, or is damaged ({type(error).__name__}: {str(error)[:80]})", _DAMAGED
        ) from error
    if "text" not in held:
        shown = ", ".join(name[:30] for name in list(held)[:8]) or "nothing"
        raise UnreadableError(f'no column is called "text"; there are: {shown}', _REMEDY)
    for row in frame.iter_rows(named=True):
        yield {key: _plain(value) for key, value in row.items() if value is not None}


def _plain(value: object) -> object:
    """A value as JSON lines would hold it."""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == datetime.min.time() else value.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, str | int | list) else str(value)
