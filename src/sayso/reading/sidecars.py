"""What a folder says of its files: a file beside another one, or one table for all, goes before what a text says of itself.

A sidecar is called like its file with `.json`, `.yaml` or `.yml` behind it (`report.pdf.json`), or in the place of its ending
(`report.json`). `sources.csv` has one row for each file of its folder, named under `file`, or of the folders below it, named
with the way to it (`photos/report.pdf`).
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from pathlib import Path, PurePosixPath
from typing import Any

import yaml

from sayso.model import When
from sayso.reading import dates
from sayso.reading.normal_form import normalise
from sayso.reading.shape import Draft, Remark

TABLE = "sources.csv"
# Metadata of one file, or a table of some ten thousand rows.
LARGEST = 8 * 2**20
# Folders below its own that a table serves.
_ABOVE = 3
_ENDINGS = (".json", ".yaml", ".yml")
_KEYS = {
    "title": ("title", "headline"),
    "outlet": ("source", "outlet", "publisher", "publication", "site"),
    "authors": ("authors", "author", "by"),
    "url": ("url", "link"),
    "published": ("published", "date", "publication_date"),
    "retrieved": ("retrieved", "archived", "accessed", "saved"),
    "language": ("language", "lang"),
}
_FILE = ("file", "name", "filename", "path", "document")

# The bytes of a file beside another one, by its name; None where there is none.
Neighbours = Callable[[str], bytes | None]


@dataclass(frozen=True, slots=True)
class Description:
    """What is said of a file by another one; None where nothing is."""

    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    published: When | None = None
    retrieved: str | None = None
    language: str | None = None


def beside(folder: Path) -> Neighbours:
    """The small files of a folder."""
    return partial(_bytes, folder)


def _bytes(folder: Path, name: str) -> bytes | None:
    path = folder / name
    try:
        if not path.is_file() or path.stat().st_size > LARGEST:
            return None
        return path.read_bytes()
    except (OSError, ValueError):
        return None


def is_left_out(name: str, has: Callable[[str], bool]) -> bool:
    """Whether a file of a folder is no account: hidden, a README, a case, or one that speaks of others there.

    >>> is_left_out("a.pdf.json", {"a.pdf"}.__contains__), is_left_out("a.json", {"b.pdf"}.__contains__)
    (True, False)
    """
    stem, _, ending = name.rpartition(".")
    if name.startswith(".") or (stem or name).upper() == "README" or name.lower() == TABLE:
        return True
    if ending in ("sayso", "sayso-wal", "sayso-shm", "sayso-journal"):
        return True
    described = stem.removesuffix(".meta")
    return f".{ending}" in _ENDINGS and (has(described) or any(has(described + one) for one in _DESCRIBED))


# Files that a sidecar of the same stem may describe.
_DESCRIBED = (".pdf", ".html", ".htm", ".mhtml", ".txt", ".md", ".docx", ".odt", ".rtf", ".epub", ".eml")


def key(path: Path) -> str:
    """All that is said of a file by others, as a text: what a cache of its reading depends on, beside its bytes."""
    told, remarks = described(path.name, beside(path.parent), above(path.parent))
    return "" if told is None and not remarks else repr((told, remarks))


def above(folder: Path) -> tuple[str, ...]:
    """The names of a folder and of those in which it lies, from the outermost whose table is looked for."""
    return folder.absolute().parts[1:][-_ABOVE:]


def described(
    name: str, neighbours: Neighbours, folders: Sequence[str] = ()
) -> tuple[Description | None, tuple[Remark, ...]]:
    """What the files beside a file say of it; its own sidecar goes before the tables, a nearer table before a farther one."""
    stem = PurePosixPath(name).stem
    rows: list[Mapping[str, Any]] = []
    remarks: list[Remark] = []
    for sidecar in (f"{one}{ending}" for one in (name, f"{name}.meta", stem, f"{stem}.meta") for ending in _ENDINGS):
        raw = neighbours(sidecar) if sidecar != name else None
        row = _row(raw) if raw is not None else None
        if row is not None:
            rows.append(row)
        elif raw is not None:
            remarks.append(Remark(name, f"{sidecar}, which should describe it, holds no keys and values; not used"))
    for level in range(min(len(folders), _ABOVE) + 1):
        table = neighbours("../" * level + TABLE)
        rows.extend(_rows_of(name, folders, level, _table(table)) if table is not None else ())
        if table is not None and not level and not _table(table):
            remarks.append(Remark(name, f'{TABLE} has no column "file", or no row; not used'))
    return (_description(rows) if rows else None), tuple(remarks)


def _rows_of(
    name: str, folders: Sequence[str], level: int, table: Mapping[str, tuple[Mapping[str, str], ...]]
) -> Iterator[Mapping[str, str]]:
    """The rows of a table `level` folders above a file that speak of it."""
    if level:
        yield from table.get("/".join((*folders[len(folders) - level :], name)), ())
        return
    for told, rows in table.items():
        *way, last = told.split("/")
        # A table may name its files by the way from elsewhere; that of another folder is not meant.
        if last == name and (not way or not folders or way[-1] == folders[-1]):
            yield from rows


def overridden(draft: Draft, told: Description) -> Draft:
    """A draft of which another file speaks; of many texts in one file, each keeps its own title."""
    own = draft.making
    same_day = told.published is None or (own.published is not None and own.published.edtf == told.published.edtf)
    making = replace(
        own,
        title=(None if draft.number is not None else told.title) or own.title,
        outlet=told.outlet or own.outlet,
        authors=told.authors or own.authors,
        url=told.url or own.url,
        published=told.published or own.published,
        published_span=own.published_span if same_day else None,
        retrieved=told.retrieved or own.retrieved,
    )
    return replace(draft, making=making)


def _row(raw: bytes) -> Mapping[str, Any] | None:
    """The keys and values of a sidecar; YAML reads JSON, too, but slower."""
    text = raw.decode("utf-8-sig", "replace")
    try:
        row = json.loads(text)
    except (ValueError, RecursionError):
        try:
            row = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - this loader makes nothing but texts, lists and dicts
        except (yaml.YAMLError, RecursionError):
            return None
    return {str(key).strip().lower(): value for key, value in row.items()} if isinstance(row, dict) else None


@lru_cache(maxsize=4)
def _table(raw: bytes) -> Mapping[str, tuple[Mapping[str, str], ...]]:
    """The rows of a table of sources by the names of their files."""
    text = raw.decode("utf-8-sig", "replace")
    delimiter = max(",;\t", key=text.partition("\n")[0].count)
    found: dict[str, tuple[Mapping[str, str], ...]] = {}
    try:
        for row in csv.DictReader(io.StringIO(text), delimiter=delimiter):
            told = {
                key.strip().lower(): cell for key, cell in row.items() if isinstance(key, str) and isinstance(cell, str)
            }
            name = "/".join(step for step in _first(told, _FILE).replace("\\", "/").split("/") if step not in ("", "."))
            if name:
                found[name] = (*found.get(name, ()), told)
    except csv.Error:
        return {}
    return found


def _description(rows: list[Mapping[str, Any]]) -> Description:
    """What several rows say; the first that says a thing is heard."""
    whole: dict[str, Any] = {}
    for row in rows:
        for key, value in row.items():
            if value not in (None, "", []):
                whole.setdefault(key, value)
    return Description(
        title=_first(whole, _KEYS["title"]) or None,
        outlet=_first(whole, _KEYS["outlet"]) or None,
        authors=_listed(next((whole[key] for key in _KEYS["authors"] if key in whole), ())),
        url=_first(whole, _KEYS["url"]) or None,
        published=dates.said(_first(whole, _KEYS["published"])),
        retrieved=_first(whole, _KEYS["retrieved"]) or None,
        language=_language(_first(whole, _KEYS["language"])),
    )


def _first(row: Mapping[str, Any], keys: tuple[str, ...]) -> str:
    told = (row[key] for key in keys if isinstance(row.get(key), str | int | float))
    return next((words for words in (normalise(str(one)).strip() for one in told) if words), "")


def _listed(given: object) -> tuple[str, ...]:
    names = re.split(r"; ?| and ", given) if isinstance(given, str) else given if isinstance(given, list) else ()
    return tuple(normalise(one).strip() for one in names if isinstance(one, str) and one.strip())


def _language(given: str) -> str | None:
    """An ISO 639-1 code, with or without its country."""
    match = re.match(r"(?i)([a-z]{2})(?:[-_].*)?$", given)
    return match[1].lower() if match else None
