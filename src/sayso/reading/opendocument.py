"""OpenDocument texts (odt): the text as it stands once every tracked change is accepted; notes come below it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any
from zipfile import ZipFile

from sayso.errors import UnreadableError
from sayso.model import BlockKind
from sayso.reading import archive, marked, markup
from sayso.reading.markup import local
from sayso.reading.shape import Making, Parsed, Piece, Remark

READER = "opendocument/1"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_SIGNS = {"tab": "\t", "line-break": "\n", "s": " "}
_SKIPPED = {"tracked-changes", "annotation", "annotation-end", "note", "sequence-decls", "table-of-content", "forms"}
# Names of styles that come with the format; "_20_" is its blank.
_STYLES = (("Title", BlockKind.TITLE), ("Quotation", BlockKind.QUOTE), ("Caption", BlockKind.CAPTION))


def read(raw: bytes, name: str) -> Parsed:
    """Read an OpenDocument text.

    Raises:
        UnreadableError: it is none, is locked, damaged, or holds no text.
    """
    with archive.opened(io.BytesIO(raw), "OpenDocument text") as zipped:
        archive.whole(zipped)
        if "content.xml" not in zipped.namelist():
            raise UnreadableError("the file is no OpenDocument text: it has no part content.xml", "Save it again")
        if b"encryption-data" in _optional(zipped, "META-INF/manifest.xml"):
            raise UnreadableError("it is locked with a password", "Save a copy without one")
        root = markup.tree(archive.member(zipped, "content.xml"), "text")
        known = _known(zipped)
    markup.number_pages(root, "soft-page-break")
    notes: list[Any] = []
    based = {
        one.get(_name("style", "name"), ""): one.get(_name("style", "parent-style-name"), "") for one in root.iter()
    }
    pieces = [piece for piece in _pieces(root, None, notes, based) if piece.text]
    for note in notes:
        pieces.extend(piece for piece in _pieces(note, None, [], based) if piece.text)
    if not pieces:
        raise UnreadableError("the document holds no text", "If it shows pictures of text, save it as PDF and run OCR")
    remarks = tuple(Remark(name, told) for told in _changes(root))
    return Parsed((marked.draft(pieces, known, "odt", READER),), remarks=remarks)


def _name(space: str, own: str) -> str:
    return f"{{urn:oasis:names:tc:opendocument:xmlns:{space}:1.0}}{own}"


def _optional(zipped: ZipFile, name: str) -> bytes:
    return archive.member(zipped, name) if name in zipped.namelist() else b""


def _pieces(element: Any, kind: BlockKind | None, notes: list[Any], based: dict[str, str]) -> Iterator[Piece]:
    """The stretches below an element, in order; the notes that they cite are put by."""
    for child in element:
        name = local(child)
        if name in ("p", "h"):
            yield Piece(markup.words(_run(child, notes)), kind or _kind(child, name, based), markup.page_of(child))
            # A frame stands within a paragraph and holds some of its own.
            for box in child.iter(_name("drawing", "text-box")):
                yield from _pieces(box, kind, notes, based)
        elif name == "table-row":
            cells = [
                " ".join(piece.text.replace("\n", " ") for piece in _pieces(cell, kind, notes, based))
                for cell in child
                if local(cell) in ("table-cell", "covered-table-cell")
            ]
            if any(cell.strip() for cell in cells):
                yield Piece(" | ".join(cells), BlockKind.TABLE)
        elif name not in _SKIPPED:
            yield from _pieces(child, BlockKind.LIST if name == "list-item" else kind, notes, based)


def _kind(paragraph: Any, name: str, based: dict[str, str]) -> BlockKind | None:
    style = paragraph.get(f"{_TEXT}style-name", "")
    style = based.get(style) or style
    found = next((kind for called, kind in _STYLES if style.startswith(called)), None)
    return found or (BlockKind.HEADING if name == "h" else None)


def _run(element: Any, notes: list[Any]) -> Iterator[str]:
    """The words of a paragraph, without those of frames and notes in it."""
    yield element.text or ""
    for child in element:
        name = local(child)
        if name == "note":
            notes.extend(body for body in child if local(body) == "note-body")
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif name not in _SKIPPED and name != "text-box":
            yield from _run(child, notes)
        yield child.tail or ""


def _known(zipped: ZipFile) -> Making:
    """The title that the document's own card gives."""
    raw = _optional(zipped, "meta.xml")
    if not raw:
        return Making()
    try:
        root = markup.tree(raw, "card")
    except UnreadableError:
        return Making()
    title = next((one.text for one in root.iter() if local(one) == "title" and one.text), "")
    return Making(title=markup.words([title]).replace("\n", " "))


def _changes(root: Any) -> Iterator[str]:
    found = [local(one) for one in root.iter(f"{_TEXT}insertion", f"{_TEXT}deletion")]
    if found:
        added, gone = found.count("insertion"), found.count("deletion")
        yield f"it holds tracked changes ({added} insertions, {gone} deletions), read as if all were accepted"
    count = sum(1 for one in root.iter() if local(one) == "annotation")
    if count:
        yield f"{count} {'comment' if count == 1 else 'comments'} in its margin left out"
