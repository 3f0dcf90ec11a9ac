"""One document a line, `{"text", "id", "title", "published", "source", "authors", "url"}`; only `text` is required.

A line that cannot be read is reported with its number, and the rest goes on.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from typing import Any

from sayso.errors import UnreadableError
from sayso.model import Unread
from sayso.reading import rows
from sayso.reading.encoding import decode
from sayso.reading.shape import Draft, Parsed, Remark

READER = "jsonl/1"
_REMEDY = 'Give one JSON object a line, with the text under "text"'


def read(raw: bytes, name: str) -> Parsed:
    """Read a file of JSON lines.

    Raises:
        UnreadableError: no line holds a text.
    """
    decoded = decode(raw)
    drafts: list[Draft] = []
    unread: list[Unread] = []
    for number, line in enumerate(decoded.text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            drafts.append(_draft(line.strip(), number))
        except UnreadableError as error:
            unread.append(Unread(f"{name}, line {number}", error.reason, error.remedy))
    if not drafts and not unread:
        raise UnreadableError("the file holds no text", _REMEDY)
    return Parsed(tuple(drafts), tuple(unread), tuple(Remark(name, note) for note in decoded.notes))


def _draft(line: str, number: int) -> Draft:
    """The document of one line."""
    return replace(
        rows.draft(_row(line), "line", _REMEDY),
        kind="jsonl",
        reader=READER,
        sha256=hashlib.sha256(line.encode("utf-8", "surrogatepass")).hexdigest(),
        number=number,
        place=f"line {number}",
    )


def _row(line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"the line is not JSON ({error})", _REMEDY) from error
    if not isinstance(row, dict):
        raise UnreadableError("the line is not a JSON object", _REMEDY)
    return row
