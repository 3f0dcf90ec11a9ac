"""Books (epub): the chapters in the order in which the book is read."""

from __future__ import annotations

import io
import posixpath
from typing import Any
from urllib.parse import unquote
from zipfile import ZipFile

from sayso.errors import UnreadableError
from sayso.reading import archive, dates, html, marked, markup, places, pulse
from sayso.reading.encoding import decode
from sayso.reading.markup import local
from sayso.reading.shape import Making, Parsed, Piece, Remark

READER = "epub/1"
_REMEDY = "Save or download the book again, or save it as PDF"


def read(raw: bytes, name: str) -> Parsed:
    """Read a book.

    Raises:
        UnreadableError: it is none, is locked, damaged, or holds no text.
    """
    with archive.opened(io.BytesIO(raw), "book (epub)") as zipped:
        archive.whole(zipped)
        names = set(zipped.namelist())
        if "META-INF/container.xml" not in names:
            raise UnreadableError("the file is no book (epub): it has no META-INF/container.xml", _REMEDY)
        card = _card(zipped)
        root = markup.tree(archive.member(zipped, card), "list of contents")
        pieces: list[Piece] = []
        anchors: list[places.Anchor] = []
        notes: dict[str, None] = {}
        missing = 0
        for chapter in _spine(root, posixpath.dirname(card)):
            pulse.beat()
            missing += chapter not in names
            if chapter in names:
                found, told = html.everything(decode(archive.member(zipped, chapter)).text)
                pieces.extend(found)
                anchors.extend((piece.text, chapter.__str__) for piece in found)
                notes.update(dict.fromkeys(told))
    if not pieces:
        locked = "META-INF/encryption.xml" in names
        raise UnreadableError("the book is locked" if locked else "the book holds no text", _REMEDY)
    if missing:
        notes[f"{missing} of its chapters are missing from the file"] = None
    remarks = tuple(Remark(name, note) for note in notes)
    draft = marked.draft(pieces, _known(root), "epub", READER)
    return Parsed((places.placed(draft, anchors),), remarks=remarks)


def _card(zipped: ZipFile) -> str:
    """Where the book says what it consists of."""
    root = markup.tree(archive.member(zipped, "META-INF/container.xml"), "container")
    found = next((one.get("full-path") for one in root.iter() if local(one) == "rootfile"), None)
    if not found:
        raise UnreadableError("the book does not say what it consists of", _REMEDY)
    return str(found)


def _spine(root: Any, folder: str) -> list[str]:
    """The names of the chapters, in order."""
    listed = {
        one.get("id"): posixpath.normpath(posixpath.join(folder, unquote(one.get("href") or "")))
        for one in root.iter()
        if local(one) == "item" and "nav" not in (one.get("properties") or "").split()
    }
    order = (one.get("idref") for one in root.iter() if local(one) == "itemref")
    return [listed[name] for name in order if name in listed]


def _known(root: Any) -> Making:
    """What the book says of itself."""
    told: dict[str, list[str]] = {}
    for one in root.iter():
        if "purl.org/dc" in str(one.tag) and one.text and one.text.strip():
            told.setdefault(local(one), []).append(" ".join(one.text.split()))
    return Making(
        title=next(iter(told.get("title", ())), ""),
        outlet=next(iter(told.get("publisher", ())), None),
        authors=tuple(told.get("creator", ())),
        published=dates.said(next(iter(told.get("date", ())), "")),
    )
