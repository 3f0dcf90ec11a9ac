"""From a block back to the place in the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as parser
from tests.reading.making import PROSE, docx, epub, odt, paragraph

from sayso.reading import here, html, plain
from sayso.reading.shape import Parsed


def blocks_of(parsed: Parsed) -> list[tuple[str, str | None]]:
    draft = parsed.drafts[0]
    return [(draft.text[one.start : one.end].strip(), one.place) for one in draft.blocks]


def test_blocks_of_a_text_say_their_lines():
    told = blocks_of(
        plain.read(b"Siege ends\n\n3 May 2011\n\n\nTwo guards were mili-\ntary men.\nThey died.\n", "a.txt")
    )
    assert [place for _, place in told] == ["line 1", "line 3", "line 6", "line 8"]


@given(st.lists(st.integers(0, 4), min_size=1, max_size=12))
def test_each_block_begins_on_the_line_that_it_names(gaps):
    raw = "".join(
        "\n" * (gap + 2) + f"The {number}th guard of the port was freed on Monday." for number, gap in enumerate(gaps)
    )
    lines = raw.splitlines()
    for text, place in blocks_of(plain.read(raw.encode(), "a.txt")):
        assert text.startswith(lines[int((place or "").removeprefix("line ")) - 1])


@pytest.mark.parametrize("name", ["news", "blog", "old"])
def test_blocks_of_a_page_say_the_path_of_their_tags(name):
    page = (Path(__file__).parent / "quality" / f"{name}.html").read_text(encoding="utf-8")
    tree = parser.document_fromstring(page).getroottree()
    told = blocks_of(html.read(page.encode(), "a.html"))
    assert sum(1 for _, place in told if place is None) <= len(told) // 10
    for text, place in told:
        if place is not None:
            words = "".join(tree.xpath(place)[0].itertext()).split()
            assert text.split()[0].strip(".,") in " ".join(words)


def test_chapters_are_named_and_pages_counted(tmp_path):
    (tmp_path / "a.epub").write_bytes(epub({"one": f"<h1>Siege</h1><p>{PROSE}</p>", "two": "<p>They fled.</p>"}))
    blocks = here.read(tmp_path / "a.epub").documents[0].blocks
    assert [block.place for block in blocks] == ["text/one.xhtml", "text/one.xhtml", "text/two.xhtml"]


def test_pages_of_a_word_document_are_those_that_its_program_last_showed(tmp_path):
    broken = "<w:p><w:r><w:lastRenderedPageBreak/><w:t>Two died.</w:t></w:r></w:p>"
    within = "<w:p><w:r><w:t>They fled</w:t><w:lastRenderedPageBreak/><w:t> by sea.</w:t></w:r></w:p>"
    for body, pages in (
        (paragraph("One.") + broken + within + paragraph("End."), [1, 2, 2, 3]),
        (paragraph("One.") + paragraph("Two."), [None, None]),
    ):
        (tmp_path / "a.docx").write_bytes(docx(body))
        assert [block.page for block in here.read(tmp_path / "a.docx").documents[0].blocks] == pages


def test_pages_of_an_opendocument_text_too(tmp_path):
    body = "<text:p>One.</text:p><text:p>Two <text:soft-page-break/>died.</text:p><text:p>End.</text:p>"
    (tmp_path / "a.odt").write_bytes(odt(body))
    assert [block.page for block in here.read(tmp_path / "a.odt").documents[0].blocks] == [1, 1, 2]
