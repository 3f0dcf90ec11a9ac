"""Coded claims from CSV: `document`, `quote`, `slot` and, where they matter, `group`, `value` and the other columns of the export."""

from __future__ import annotations

import csv
from pathlib import Path

from sayso.errors import InputError
from sayso.importing.coded import Coded

_NEEDED = ("document", "quote", "slot")


def read(path: Path) -> list[Coded]:
    """Read the rows of a file; the comma, the semicolon and the tab are known as marks between cells.

    Raises:
        InputError: it is no CSV in UTF-8, or has not the columns.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not in UTF-8; save it as CSV in UTF-8") from error
    header = text.partition("\n")[0]
    mark = max(",;\t", key=header.count)
    rows = csv.DictReader(text.splitlines(keepends=True), delimiter=mark, strict=True)
    missing = [name for name in _NEEDED if name not in (rows.fieldnames or ())]
    if missing:
        raise InputError(
            f"{path}: no column {', '.join(missing)}; expected a header with document, quote and slot, "
            "and where they matter group, value, start, speaker and modality"
        )
    try:
        coded = [Coded(rows.line_num, {key: cell or "" for key, cell in row.items() if key}) for row in rows]
    except csv.Error as error:
        raise InputError(f"{path}, line {rows.line_num}: not well-formed CSV ({error})") from error
    if not coded:
        raise InputError(f"{path}: a header and no rows; give a row for each claim")
    return coded
