from __future__ import annotations

import io
import re
import zipfile

import docx

from sayso.export import markdown, word


def test_the_library_opens_it_and_finds_the_sentences(exported):
    document = docx.Document(io.BytesIO(exported(word.write)[0]))
    paragraphs = [paragraph.text for paragraph in document.paragraphs]
    assert any(re.match(r"It began on 17 December 1996 \[\d, para\. ", text) for text in paragraphs)
    assert document.core_properties.author == "sayso"


def test_every_reference_is_a_footnote_of_the_file(exported):
    with zipfile.ZipFile(io.BytesIO(exported(word.write)[0])) as file:
        notes = file.read("word/footnotes.xml").decode()
        body = file.read("word/document.xml").decode()
        assert "footnotes+xml" in file.read("[Content_Types].xml").decode()
    used = re.findall(r'<w:footnoteReference w:id="(\d+)"', body)
    assert used == re.findall(r'<w:footnote w:id="(\d+)"', notes)
    assert len(used) == exported(markdown.write)[0].count("]: ")


def test_the_same_case_gives_the_same_bytes(exported):
    assert exported(word.write) == exported(word.write)


def test_ends_of_lines_tabs_and_signs_of_xml_stand_as_they_are():
    written = docx.Document(io.BytesIO(_one(word._run("a <b> & c\n\td ") + word._run("e"))))
    assert written.paragraphs[-1].text == "a <b> & c\n\td e"


def _one(runs: str) -> bytes:
    """A document of one paragraph."""
    out = io.BytesIO()
    with zipfile.ZipFile(word._frame("A case")) as frame, zipfile.ZipFile(out, "w") as file:
        for name in frame.namelist():
            raw = frame.read(name)
            told = (
                raw.replace(b"<w:sectPr", word._paragraph(runs).encode() + b"<w:sectPr") if name == word._BODY else raw
            )
            file.writestr(name, told)
    return out.getvalue()
