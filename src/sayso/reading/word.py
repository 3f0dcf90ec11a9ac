"""Word documents (docx): the text as it stands once every tracked change is accepted, and that said.

The XML is read as it lies in the file: the usual library leaves out tracked insertions, footnotes and text boxes.
"""

from __future__ import annotations

import io
import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from zipfile import ZipFile

from sayso.errors import UnreadableError
from sayso.model import BlockKind
from sayso.reading import archive, marked, markup
from sayso.reading.markup import local
from sayso.reading.shape import Making, Parsed, Piece, Remark

READER = "word/1"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_REMEDY = "Save it again as docx, or as PDF"
# Names of styles that Word gives, the same in every language.
_STYLES = (
    (re.compile(r"(?i)title$"), BlockKind.TITLE),
    (re.compile(r"(?i)(?:sub)?heading \d|subtitle"), BlockKind.HEADING),
    (re.compile(r"(?i)(?:intense )?quote|block text"), BlockKind.QUOTE),
    (re.compile(r"(?i)caption"), BlockKind.CAPTION),
    (re.compile(r"(?i)list "), BlockKind.LIST),
)
# What is there twice (a newer and an older form of one drawing), and what was taken out.
_SKIPPED = {"Fallback", "del", "moveFrom", "instrText", "delText", "txbxContent", "pPr", "rPr"}
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "", "ptab": "\t"}


@dataclass(slots=True)
class _Text:
    """One document on its way: the kinds of its styles, and the notes that its text cites, in order."""

    styles: Mapping[str, BlockKind]
    cited: list[tuple[str, str]] = field(default_factory=list)


def read(raw: bytes, name: str) -> Parsed:
    """Read a Word document.

    Raises:
        UnreadableError: it is none, is locked, damaged, or holds no text.
    """
    if raw.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableError(
            "it is locked with a password, or of the old doc format", "Save it as docx without a password"
        )
    with archive.opened(io.BytesIO(raw), "Word document") as zipped:
        archive.whole(zipped)
        main = _main(zipped)
        body = markup.tree(archive.member(zipped, main), "text")
        markup.number_pages(body, "lastRenderedPageBreak")
        text = _Text(_styles(zipped, main))
        pieces = tuple(piece for piece in _pieces(body, text) if piece.text)
        pieces = (*pieces, *_notes(zipped, main, text))
        known = _known(zipped)
        remarks = tuple(Remark(name, told) for told in _changes(body, zipped, main))
    if not pieces:
        raise UnreadableError("the document holds no text", "If it shows pictures of text, save it as PDF and run OCR")
    return Parsed((marked.draft(pieces, known, "docx", READER),), remarks=remarks)


def _main(zipped: ZipFile) -> str:
    """The name of the part that holds the text."""
    names = set(zipped.namelist())
    if "word/document.xml" in names:
        return "word/document.xml"
    found = next((name for name in sorted(names) if re.fullmatch(r"word/document\d*\.xml", name)), None)
    if found is None:
        raise UnreadableError("the file is no Word document: it has no part word/document.xml", _REMEDY)
    return found


def _beside(zipped: ZipFile, main: str, name: str) -> Any:
    """The root of a part beside the main one; None where there is none, or a broken one."""
    path = posixpath.join(posixpath.dirname(main), name)
    try:
        return markup.tree(archive.member(zipped, path), name) if path in zipped.namelist() else None
    except UnreadableError:
        return None


def _styles(zipped: ZipFile, main: str) -> dict[str, BlockKind]:
    """The kinds that the document's styles stand for, by the styles' ids; a style takes after the one it is based on."""
    root = _beside(zipped, main, "styles.xml")
    if root is None:
        return {}
    kinds: dict[str, BlockKind] = {}
    bases: dict[str, str] = {}
    for style in root.iter(f"{_W}style"):
        own = style.get(f"{_W}styleId", "")
        name, base = style.find(f"{_W}name"), style.find(f"{_W}basedOn")
        called = name.get(f"{_W}val", "") if name is not None else ""
        bases[own] = base.get(f"{_W}val", "") if base is not None else ""
        found = next((kind for shape, kind in _STYLES if shape.match(called)), None)
        if found is not None:
            kinds[own] = found
    return {own: kind for own in bases for kind in (_inherited(own, kinds, bases),) if kind is not None}


def _inherited(own: str, kinds: Mapping[str, BlockKind], bases: Mapping[str, str]) -> BlockKind | None:
    for _ in range(8):
        if own in kinds or not own:
            break
        own = bases.get(own, "")
    return kinds.get(own)


def _pieces(element: Any, text: _Text) -> Iterator[Piece]:
    """The stretches below an element, in order."""
    for child in element:
        name = local(child)
        if name == "p":
            yield _paragraph(child, text)
            yield from (piece for box in _boxes(child) for piece in _pieces(box, text))
        elif name == "tbl":
            yield from _rows(child, text)
        elif name not in ("Fallback", "del", "moveFrom", "sectPr"):
            yield from _pieces(child, text)


def _boxes(paragraph: Any) -> Iterator[Any]:
    """The text boxes of a paragraph, each once: an older form of a drawing, and a box within a box, are left out."""
    for box in paragraph.iter(f"{_W}txbxContent"):
        above = (local(one) for one in box.iterancestors() if paragraph in one.iterancestors())
        if not {"Fallback", "txbxContent"} & set(above):
            yield box


def _rows(table: Any, text: _Text) -> Iterator[Piece]:
    """The rows of a table; one cell alone is a frame around text, and read as such."""
    for row in table.iter(f"{_W}tr"):
        if next(row.iterancestors(f"{_W}tbl")) is not table or row.find(f"{_W}trPr/{_W}del") is not None:
            continue
        cells = [
            " ".join(piece.text.replace("\n", " ") for piece in _pieces(cell, text)) for cell in row.iter(f"{_W}tc")
        ]
        if len(cells) == 1:
            yield from _pieces(row, text)
        elif any(cell.strip() for cell in cells):
            first = next(row.iter(f"{_W}p"), row)
            yield Piece(" | ".join(cell.strip() for cell in cells), BlockKind.TABLE, markup.page_of(first))


def _paragraph(paragraph: Any, text: _Text) -> Piece:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    kind = text.styles.get(style.get(f"{_W}val", "")) if style is not None else None
    if kind is None and paragraph.find(f"{_W}pPr/{_W}numPr") is not None:
        kind = BlockKind.LIST
    return Piece(markup.words(_run(paragraph, text)), kind, markup.page_of(paragraph))


def _run(element: Any, text: _Text) -> Iterator[str]:
    """The words below an element."""
    for child in element:
        name = local(child)
        if name == "t":
            yield child.text or ""
        elif name in ("footnoteReference", "endnoteReference"):
            text.cited.append((name.removesuffix("Reference"), child.get(f"{_W}id", "")))
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif name not in _SKIPPED:
            yield from _run(child, text)


def _notes(zipped: ZipFile, main: str, text: _Text) -> Iterator[Piece]:
    """The notes that the text cites, below it, in the order in which they are cited."""
    bodies: dict[tuple[str, str], Any] = {}
    for kind in ("footnote", "endnote"):
        root = _beside(zipped, main, f"{kind}s.xml")
        for note in root.iter(f"{_W}{kind}") if root is not None else ():
            bodies[kind, note.get(f"{_W}id", "")] = note
    for key in dict.fromkeys(tuple(text.cited)):
        if key in bodies:
            yield from (piece for piece in _pieces(bodies[key], text) if piece.text)


def _known(zipped: ZipFile) -> Making:
    """The title that the document's own card gives; its author is who owned the program, its day when it was last saved."""
    if "docProps/core.xml" not in zipped.namelist():
        return Making()
    try:
        root = markup.tree(archive.member(zipped, "docProps/core.xml"), "card")
    except UnreadableError:
        return Making()
    title = next((one.text for one in root.iter() if local(one) == "title" and one.text), "")
    return Making(title=markup.words([title]).replace("\n", " "))


def _changes(body: Any, zipped: ZipFile, main: str) -> Iterator[str]:
    """What a user should know: changes that were taken as accepted, comments that were left out."""
    names = ("ins", "del", "moveTo", "moveFrom")
    found = Counter(local(one) for one in body.iter(*(f"{_W}{name}" for name in names)))
    added, gone = found["ins"] + found["moveTo"], found["del"] + found["moveFrom"]
    if added or gone:
        yield f"it holds tracked changes ({added} insertions, {gone} deletions), read as if all were accepted"
    comments = _beside(zipped, main, "comments.xml")
    count = len(list(comments.iter(f"{_W}comment"))) if comments is not None else 0
    if count:
        yield f"{count} {'comment' if count == 1 else 'comments'} in its margin left out"
