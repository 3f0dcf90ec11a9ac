"""Excel tables, one document a row: in each sheet the first row names the columns, one of which is `text`."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import openpyxl

from sayso.errors import UnreadableError
from sayso.model import Unread
from sayso.reading import archive, delimited, pulse
from sayso.reading.shape import Draft, Parsed, Remark

READER = "spreadsheet/1"
_REMEDY = "Save it again as xlsx, or as csv"


def read(raw: bytes, name: str) -> Parsed:
    """Read the sheets of a workbook.

    Raises:
        UnreadableError: it is no workbook, or no sheet has a column "text".
    """
    with archive.opened(io.BytesIO(raw), "Excel workbook") as zipped:
        archive.whole(zipped)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            book = openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=True, keep_links=False)
        except Exception as error:
            raise UnreadableError(f"the file is no Excel workbook, or is damaged ({error})", _REMEDY) from error
        try:
            return _sheets(book, name)
        finally:
            book.close()


def _sheets(book: Any, name: str) -> Parsed:
    """All sheets; one without a text is passed over where another has some."""
    drafts: list[Draft] = []
    unread: list[Unread] = []
    skipped: list[Remark] = []
    refused: UnreadableError | None = None
    sheets = book.worksheets
    for sheet in sheets:
        where = f"sheet {sheet.title}, row" if len(sheets) > 1 else "row"
        try:
            parsed = delimited.of_rows(_told(sheet), name, where, "xlsx", READER)
        except UnreadableError as error:
            refused = refused or error
            skipped.append(Remark(f"{name}, sheet {sheet.title}", f"not read: {error.reason}"))
            continue
        drafts.extend(parsed.drafts)
        unread.extend(parsed.unread)
    if not drafts and not unread:
        raise refused or UnreadableError("the workbook has no sheet", _REMEDY)
    return Parsed(tuple(drafts), tuple(unread), tuple(skipped))


def _rows(sheet: Any) -> Iterator[tuple[int, list[str]]]:
    for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
        pulse.beat()
        yield number, [_cell(cell) for cell in cells]


def _told(sheet: Any) -> Iterator[tuple[int, list[str]]]:
    """The rows of a sheet, as far as they can be made out.

    Raises:
        UnreadableError: the sheet is damaged.
    """
    try:
        yield from _rows(sheet)
    except UnreadableError:
        raise
    except Exception as error:  # the library checks nothing, and fails in many ways
        raise UnreadableError(f"the sheet is damaged ({type(error).__name__}: {str(error)[:80]})", _REMEDY) from error


def _cell(value: object) -> str:
    """A cell as a person reads it."""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == datetime.min.time() else value.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)
