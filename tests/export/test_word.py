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
