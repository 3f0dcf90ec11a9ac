"""The case as a chronology in a Word document (docx), with footnotes that Word itself numbers; the same case, the same bytes."""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from typing import Any, BinaryIO
from xml.sax.saxutils import escape

import docx
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn

from sayso.export.chronology import Chapter, Note, Sentence, accounts, chapters
from sayso.export.left import Left
from sayso.export.markdown import opening
from sayso.export.told import passing, told
from sayso.export.writing import ToBytes
from sayso.store import View

# A fixed moment, so that the same case gives the same bytes; the first that a zip can hold.
_MOMENT = (1980, 1, 1, 0, 0, 0)
# The two footnotes that every document has: the line above the notes, and the line where a note goes on.
_LINES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)


def _write(view: View, out: BinaryIO) -> tuple[Left, ...]:
    """Write the chronology; events that are only mentioned have no chapter."""
    case = told(view)
    document = docx.Document()
    _describe(document, view.header.title)
    notes: list[Note] = []
    document.add_heading(_clean(view.header.title), 0)
    document.add_paragraph(opening(case))
    for chapter in chapters(case):
        _chapter(document, chapter, notes)
    document.add_heading("Accounts", 1)
    for number, line in accounts(case):
        document.add_paragraph(_clean(f"{number}. {line}"))
    _add_footnotes(document, notes)
    raw = io.BytesIO()
    document.save(raw)
    _steady(raw, out)
    return passing(case)


write = ToBytes(_write)


def _describe(document: Any, title: str) -> None:
    """Title and maker; no time of making."""
    properties = document.core_properties
    properties.title, properties.author, properties.comments = _clean(title), "sayso", ""
    properties.created = properties.modified = datetime(*_MOMENT[:3], tzinfo=UTC)


def _chapter(document: Any, chapter: Chapter, notes: list[Note]) -> None:
    document.add_heading(_clean(chapter.title), chapter.level - 1)
    if not chapter.sentences:
        document.add_paragraph("The accounts say nothing of it that can be put in a sentence.")
    for sentence in chapter.sentences:
        _sentence(document.add_paragraph(), sentence, notes)
    if chapter.findings:
        document.add_paragraph("To know:")
    for finding in chapter.findings:
        document.add_paragraph(_clean(finding), style="List Bullet")


def _sentence(paragraph: Any, sentence: Sentence, notes: list[Note]) -> None:
    """A paragraph of words and references."""
    for piece in sentence:
        if isinstance(piece, str):
            paragraph.add_run(_clean(piece))
            continue
        notes.append(piece)
        paragraph.add_run(f" [{piece.short}]")
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(len(notes)))
        run = paragraph.add_run()
        run.font.superscript = True
        run._r.append(reference)  # noqa: SLF001 - the library has no call for footnotes


def _add_footnotes(document: Any, notes: list[Note]) -> None:
    """The part of the file that holds the notes; the library writes none of its own."""
    told = "".join(
        f'<w:footnote w:id="{number}"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {escape(_clean(note.long))}</w:t></w:r></w:p></w:footnote>'
        for number, note in enumerate(notes, start=1)
    )
    xml = f'<?xml version="1.0" encoding="UTF-8"?><w:footnotes {nsdecls("w")}>{_LINES}{told}</w:footnotes>'
    name = PackURI("/word/footnotes.xml")
    part = Part(name, CONTENT_TYPE.WML_FOOTNOTES, xml.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _steady(raw: io.BytesIO, out: BinaryIO) -> None:
    """Pack the file again with fixed times."""
    with zipfile.ZipFile(raw) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as steady:
        for name in made.namelist():
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            steady.writestr(entry, made.read(name))


def _clean(words: str) -> str:
    """Words without the signs that XML cannot hold."""
    return "".join(sign for sign in words if sign >= " " or sign in "\t\n")
