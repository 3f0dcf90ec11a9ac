"""What is kept of a text, and what of the page around it is not, beside the libraries' own ways, on files made for it.

`*.kept` lists words of the account, `*.left` words of the page; `bench/reading.py` prints the same beside the peers.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.reading.making import PROSE, W, column, docx, mbox, message, paragraph, pdf

from sayso.model import BlockKind
from sayso.reading import here

PAGES = sorted((Path(__file__).parent / "quality").glob("*.html"))


def account(document):
    """The words of a document without those of the page around it."""
    blocks = (block for block in document.blocks if block.kind is not BlockKind.BOILERPLATE)
    return " ".join(" ".join(document.text[block.start : block.end].split()) for block in blocks)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_nothing_of_the_article_is_lost_and_nothing_of_the_menu_kept(page):
    told = account(here.read(page).documents[0])
    assert [words for words in page.with_suffix(".kept").read_text().splitlines() if words not in told] == []
    assert [words for words in page.with_suffix(".left").read_text().splitlines() if words in told] == []


def test_the_words_of_a_page_come_in_its_order():
    page = next(page for page in PAGES if page.stem == "news")
    told = account(here.read(page).documents[0])
    places = [told.index(words) for words in page.with_suffix(".kept").read_text().splitlines()]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ('killed 43<sup><a href="#n2">2</a></sup> people', "killed 43 people"),
        ("killed 43<sup>2</sup> people", "killed 43² people"),
        ("held 12<sup>[3]</sup> women", "held 12 women"),
        ("the 21<sup>st</sup> day", "the 21st day"),
    ],
)
def test_a_raised_number_is_never_part_of_a_figure(tmp_path, markup, text):
    (tmp_path / "a.html").write_text(f"<p>The gunmen {markup} there.</p>")
    assert text in here.read(tmp_path / "a.html").documents[0].text


def test_a_paper_in_two_columns_reads_as_it_was_written(tmp_path):
    head = [(60, 815, 9, "Fisheries Review"), (520, 815, 9, "12")]
    parts = [f"{number}. {PROSE}" for number in ("One", "Two", "Three", "Four")]
    pages = [
        [*head, (60, 780, 20, "The siege of the harbour"), *column(parts[0], 60, 740), *column(parts[1], 320, 740)],
        [*head, *column(parts[2], 60, 780), *column(parts[3], 320, 780)],
    ]
    (tmp_path / "a.pdf").write_bytes(pdf(pages))
    assert account(here.read(tmp_path / "a.pdf").documents[0]) == " ".join(["The siege of the harbour", *parts])


def test_a_report_with_notes_loses_none_of_them(tmp_path):
    cite = '<w:p><w:r><w:t xml:space="preserve">{} </w:t></w:r><w:ins><w:r><w:t>were hurt.</w:t></w:r></w:ins><w:r><w:footnoteReference w:id="{}"/></w:r></w:p>'
    body = paragraph("Report", "Title") + "".join(
        cite.format(f"On day {day} {day + 3} people", day) for day in range(3)
    )
    notes = "".join(
        f'<w:footnote w:id="{day}">{paragraph(f"Ward list of day {day}.")}</w:footnote>' for day in range(3)
    )
    (tmp_path / "a.docx").write_bytes(docx(body, footnotes=f"<w:footnotes {W}>{notes}</w:footnotes>"))
    told = account(here.read(tmp_path / "a.docx").documents[0])
    days = " ".join(f"On day {day} {day + 3} people were hurt." for day in range(3))
    assert told == f"Report {days} Ward list of day 0. Ward list of day 1. Ward list of day 2."


def test_a_thread_of_mails_is_read_in_order_and_says_whose_words_are_whose(tmp_path):
    said = ["Are the twelve women safe?", "They are safe. Two guards are dead.", "Three are dead now."]
    thread, before = [], ""
    for words in said:
        thread.append(
            message(f"{words}\n\nOn Fri, 4 Mar 2011, Bo wrote:\n{before}" if before else words, subject="Siege")
        )
        before = "".join(f"> {line}\n" for line in f"{words}\n{before}".splitlines())
    (tmp_path / "a.mbox").write_bytes(mbox(thread))
    documents = here.read(tmp_path / "a.mbox").documents
    own = [[block for block in one.blocks if block.kind is BlockKind.PARAGRAPH] for one in documents]
    assert [
        one.text[blocks[0].start : blocks[0].end].strip() for one, blocks in zip(documents, own, strict=True)
    ] == said
    assert [len(blocks) for blocks in own] == [1, 1, 1]
    assert documents[2].text.index(said[1]) > documents[2].text.index(said[2])
