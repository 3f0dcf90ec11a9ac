"""The case as a chronology in a Word document (docx), with footnotes that Word itself numbers; the same case, the same bytes.

Paragraphs go into the file as they are made and notes beside them, so that a large case needs no more memory than a small one.
"""

from __future__ import annotations

import io
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import IO, BinaryIO
from xml.sax.saxutils import escape

import docx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls

from sayso.export.chronology import Chapter, Note, Sentence, accounts, chapters
from sayso.export.left import Left
from sayso.export.markdown import opening
from sayso.export.told import Told, passing, told
from sayso.export.writing import ToBytes
from sayso.store import View

# A fixed moment, so that the same case gives the same bytes; the first that a zip can hold.
_MOMENT = (1980, 1, 1, 0, 0, 0)
_BODY, _NOTES = "word/document.xml", "word/footnotes.xml"
# The two footnotes that every document has: the line above the notes, and the line where a note goes on.
_LINES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)


def _write(view: View, out: BinaryIO) -> tuple[Left, ...]:
    """Write the chronology; events that are only mentioned have no chapter."""
    case = told(view)
    with (
        zipfile.ZipFile(_frame(view.header.title)) as frame,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file,
        tempfile.TemporaryFile() as spool,
    ):
        body = _Body(case, view.header.title, spool)
        # The notes are known once the body is written.
        for name in sorted(frame.namelist(), key=lambda name: name == _NOTES):
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            with file.open(entry, "w") as part:
                _part(part, name, frame.read(name), body)
    return passing(case)


write = ToBytes(_write)


def _frame(title: str) -> io.BytesIO:
    """A document without text, with all that Word wants beside it: title and maker, no time of making."""
    document = docx.Document()
    properties = document.core_properties
    properties.title, properties.author, properties.comments = _clean(title), "sayso", ""
    properties.created = properties.modified = datetime(*_MOMENT[:3], tzinfo=UTC)
    xml = f'<?xml version="1.0" encoding="UTF-8"?><w:footnotes {nsdecls("w")}>{_LINES}</w:footnotes>'
    notes = Part(PackURI(f"/{_NOTES}"), CONTENT_TYPE.WML_FOOTNOTES, xml.encode(), document.part.package)
    document.part.relate_to(notes, RELATIONSHIP_TYPE.FOOTNOTES)
    made = io.BytesIO()
    document.save(made)
    return made


def _part(part: IO[bytes], name: str, raw: bytes, body: _Body) -> None:
    """One file of the zip: body and notes with what they hold, all others as they are."""
    if name == _BODY:
        before, mark, after = raw.rpartition(b"<w:sectPr")
        part.write(before)
        for paragraph in body.paragraphs():
            part.write(paragraph.encode())
        part.write(mark + after)
    elif name == _NOTES:
        before, mark, after = raw.rpartition(b"</w:footnotes>")
        part.write(before)
        body.spool.seek(0)
        shutil.copyfileobj(body.spool, part)
        part.write(mark + after)
    else:
        part.write(raw)


class _Body:
    """The paragraphs of a case, one after the other; its notes go to a spool as they come."""

    def __init__(self, case: Told, title: str, spool: IO[bytes]) -> None:
        self.spool = spool
        self._case, self._title, self._notes = case, title, 0

    def paragraphs(self) -> Iterator[str]:
        """All of them, as XML."""
        yield _paragraph(_run(self._title), "Title")
        yield _paragraph(_run(opening(self._case)))
        for chapter in chapters(self._case):
            yield from self._chapter(chapter)
        yield _paragraph(_run("Accounts"), "Heading1")
        for number, line in accounts(self._case):
            yield _paragraph(_run(f"{number}. {line}"))

    def _chapter(self, chapter: Chapter) -> Iterator[str]:
        level = chapter.level - 1
        yield _paragraph(_run(chapter.title), f"Heading{level}" if level else "Title")
        if not chapter.sentences:
            yield _paragraph(_run("The accounts say nothing of it that can be put in a sentence."))
        for sentence in chapter.sentences:
            yield _paragraph("".join(self._pieces(sentence)))
        if chapter.findings:
            yield _paragraph(_run("To know:"))
        for finding in chapter.findings:
            yield _paragraph(_run(finding), "ListBullet")

    def _pieces(self, sentence: Sentence) -> Iterator[str]:
        """Words and references."""
        for piece in sentence:
            yield _run(piece) if isinstance(piece, str) else self._reference(piece)

    def _reference(self, note: Note) -> str:
        self._notes += 1
        number = self._notes
        self.spool.write(
            f'<w:footnote w:id="{number}"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
            f'<w:r><w:t xml:space="preserve"> {escape(_clean(note.long))}</w:t></w:r></w:p></w:footnote>'.encode()
        )
        raised = f'<w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{number}"/>'
        return f"{_run(f' [{note.short}]')}<w:r>{raised}</w:r>"


def _paragraph(runs: str, style: str = "") -> str:
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}{runs}</w:p>"


def _run(words: str) -> str:
    """Words as they stand, with their tabs and ends of lines."""
    text = '<w:t xml:space="preserve">'
    told = escape(_clean(words)).replace("\t", f"</w:t><w:tab/>{text}").replace("\n", f"</w:t><w:br/>{text}")
    return f"<w:r>{text}{told}</w:t></w:r>"


def _clean(words: str) -> str:
    """Words without the signs that XML cannot hold."""
    return "".join(sign for sign in words if sign >= " " or sign in "\t\n")
