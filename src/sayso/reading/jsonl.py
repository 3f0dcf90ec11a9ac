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
from sayso.reading import dates, plain
from sayso.reading.encoding import decode
from sayso.reading.normal_form import normalise
from sayso.reading.shape import Draft, Making, Parsed, Remark

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
    row = _row(line)
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        raise UnreadableError('the line has no "text"', _REMEDY)
    draft = plain.draft(_headed(text, _words(row, "title")))
    given = row.get("id")
    return replace(
        draft,
        making=_making(row, draft.making),
        kind="jsonl",
        reader=READER,
        id=str(given) if isinstance(given, (str, int)) and not isinstance(given, bool) and str(given).strip() else None,
        sha256=hashlib.sha256(line.encode("utf-8", "surrogatepass")).hexdigest(),
        number=number,
    )


def _headed(text: str, title: str | None) -> str:
    """The title stands above the text where the text does not open with it: headlines tell, too."""
    if not title or text.lstrip()[: len(title)].casefold() == title.casefold():
        return text
    return f"{title}\n\n{text}"


def _row(line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"the line is not JSON ({error})", _REMEDY) from error
    if not isinstance(row, dict):
        raise UnreadableError("the line is not a JSON object", _REMEDY)
    return row


def _making(row: dict[str, Any], own: Making) -> Making:
    """What the line says of itself, before what its text says."""
    authors = row.get("authors")
    listed = [authors] if isinstance(authors, str) else authors if isinstance(authors, list) else []
    published = dates.said(str(row["published"])) if row.get("published") else None
    return Making(
        title=_words(row, "title") or own.title,
        outlet=_words(row, "source") or own.outlet,
        authors=tuple(normalise(one).strip() for one in listed if isinstance(one, str) and one.strip()) or own.authors,
        url=_words(row, "url"),
        published=published or own.published,
        published_span=own.published_span if published is None or published.edtf == _day(own) else None,
    )


def _day(own: Making) -> str | None:
    return own.published.edtf if own.published else None


def _words(row: dict[str, Any], key: str) -> str | None:
    given = row.get(key)
    return normalise(given).strip() or None if isinstance(given, str) else None
