"""Rows that each hold a text, `{"text", "id", "title", "published", "source", "authors", "url"}`; only `text` is required."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sayso.errors import UnreadableError
from sayso.reading import dates, plain
from sayso.reading.normal_form import normalise
from sayso.reading.shape import Draft, Making


def draft(row: Mapping[str, Any], what: str, remedy: str) -> Draft:
    """The document of one row; `what` is what messages call it.

    Raises:
        UnreadableError: it has no text.
    """
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        raise UnreadableError(f'the {what} has no "text"', remedy)
    made = plain.draft(_headed(text, _words(row, "title")))
    given = row.get("id")
    is_id = isinstance(given, (str, int)) and not isinstance(given, bool) and bool(str(given).strip())
    return replace(made, making=_making(row, made.making), id=str(given) if is_id else None)


def _headed(text: str, title: str | None) -> str:
    """The title stands above the text where the text does not open with it: headlines tell, too."""
    if not title or text.lstrip()[: len(title)].casefold() == title.casefold():
        return text
    return f"{title}\n\n{text}"


def _making(row: Mapping[str, Any], own: Making) -> Making:
    """What the row says of itself, before what its text says."""
    authors = row.get("authors")
    listed = re.split("; ?", authors) if isinstance(authors, str) else authors if isinstance(authors, list) else []
    published = dates.said(str(row["published"])) if row.get("published") else None
    return Making(
        title=_words(row, "title") or own.title,
        outlet=_words(row, "source") or own.outlet,
        authors=tuple(normalise(one).strip() for one in listed if isinstance(one, str) and one.strip()) or own.authors,
        url=_words(row, "url"),
        published=published or own.published,
        published_span=own.published_span if published is None or published.edtf == _day(own) else None,
        retrieved=_words(row, "retrieved"),
    )


def _day(own: Making) -> str | None:
    return own.published.edtf if own.published else None


def _words(row: Mapping[str, Any], key: str) -> str | None:
    given = row.get(key)
    return normalise(given).strip() or None if isinstance(given, str) else None
