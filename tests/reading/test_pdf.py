from __future__ import annotations

import pytest
from tests.reading.making import PROSE, column, paragraph, pdf, wrapped

from sayso.errors import UnreadableError
from sayso.reading import pdf as reader

NEXT = f"Then the army came. {PROSE}"


def draft(*pages, **options):
    return reader.read(pdf(pages, **options), "a.pdf").drafts[0]


def told(*pages, **options):
    made = draft(*pages, **options)
    return [(block.kind.value, block.page, made.text[block.start : block.end].strip()) for block in made.blocks]


def test_two_columns_are_read_one_after_the_other():
    beside = [*column(PROSE, 60, 700), *column(NEXT, 320, 700)]
    assert [text for _, _, text in told(beside)] == [PROSE, NEXT]


def test_columns_that_were_drawn_line_by_line_are_read_one_after_the_other():
    drawn = [line for both in zip(column(PROSE, 60, 700), column(NEXT, 320, 700), strict=False) for line in both]
    kept = [(text, page) for _, page, text in told([*drawn, *column(NEXT, 320, 700)[len(column(PROSE, 60, 700)) :]])]
    assert kept == [(PROSE, 1), (NEXT, 1)]


def test_a_title_over_two_columns_stands_first():
    page = [(60, 780, 20, "Siege at the customs house"), *column(PROSE, 60, 700), *column(NEXT, 320, 700)]
    assert [kind for kind, _, _ in told(page)] == ["title", "paragraph", "paragraph"]
    assert draft(page).making.title == "Siege at the customs house"


def test_a_sentence_runs_on_over_the_page_and_running_heads_do_not_cut_it():
    head = [(60, 815, 9, "The Harbour Post"), (500, 815, 9, "7")]
    half = PROSE.index(" in the first minutes")
    pages = [[*head, *column(part, 60, 780, 80)] for part in (PROSE[:half], PROSE[half:], NEXT)]
    assert told(*pages) == [("paragraph", 1, PROSE), ("paragraph", 3, NEXT), ("boilerplate", 1, "The Harbour Post 7")]


def test_words_cut_at_the_line_end_are_made_whole():
    lines = ["Gunmen stormed the customs house and took forty hos-", "tages, said a well-", "known harbour master."]
    page = [(60, 700 - 12 * at, 10, line) for at, line in enumerate(lines)]
    assert draft(page).text == (
        "Gunmen stormed the customs house and took forty hostages, said a well-known harbour master."
    )


def test_the_mark_of_a_note_is_no_digit_of_a_figure():
    line = [(60, 780, 10, "The gunmen killed 43"), (155.5, 784, 6, "2"), (160, 780, 10, "people.")]
    assert told([*line, *column(PROSE, 60, 740, 80)])[0][2] == "The gunmen killed 43 people."


def test_a_table_keeps_its_rows():
    cells = [("Side", "Dead", "Hurt"), ("Soldiers", "2", "11"), ("Gunmen", "14", "0")]
    table = [
        (60 + 120 * at, 600 - 14 * row, 10, cell) for row, line in enumerate(cells) for at, cell in enumerate(line)
    ]
    rows = [text for kind, _, text in told([*column(PROSE, 60, 780, 80), *table]) if kind == "table"]
    assert rows == ["Side | Dead | Hurt", "Soldiers | 2 | 11", "Gunmen | 14 | 0"]


def test_numbers_of_lines_in_the_margin_are_left_out():
    lines = wrapped(f"{PROSE} {NEXT}", 70)
    numbered = [(60, 700 - 14 * at, 10, str(at + 1)) for at in range(len(lines))]
    page = [*numbered, *((90, 700 - 14 * at, 10, line) for at, line in enumerate(lines))]
    assert draft(page).text == f"{PROSE} {NEXT}"


@pytest.mark.parametrize(
    ("matrix", "at"),
    [
        ("0 1 -1 0", lambda row: (100 + 14 * row, 100)),
        ("0 -1 1 0", lambda row: (400 - 14 * row, 700)),
        ("-1 0 0 -1", lambda row: (500, 100 + 14 * row)),
    ],
)
def test_turned_text_is_read_upright(matrix, at):
    page = [(*at(row), 10, line) for row, line in enumerate(wrapped(PROSE, 60))]
    assert draft(page, matrix=matrix).text == PROSE


def test_pages_without_text_beside_others_are_said():
    parsed = reader.read(pdf([column(PROSE, 60, 700, 80), [], []]), "a.pdf")
    assert "2 of 3 pages (2, 3) without text" in parsed.remarks[0].reason


@pytest.mark.parametrize(
    ("raw", "reason", "remedy"),
    [
        (pdf([[], []]), "a scan without a text layer: its 2 pages", "ocrmypdf"),
        (b"%PDF-1.4\nnothing more", "damaged", "again"),
        (pdf([column(PROSE, 60, 700)])[:400], "damaged", "again"),
        (b"dear diary", "no PDF", "again"),
        (paragraph("x").encode(), "no PDF", "again"),
    ],
    ids=["scan", "cut", "torn", "text", "xml"],
)
def test_what_cannot_be_read_is_refused_with_a_remedy(raw, reason, remedy):
    with pytest.raises(UnreadableError, match=reason) as refused:
        reader.read(raw, "a.pdf")
    assert remedy in refused.value.remedy


def test_a_locked_pdf_is_named_as_locked():
    # The standard handler's dictionary with keys of noise: no password opens it.
    locked = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<00><00>] /Size" % (
        b"ab" * 32,
        b"cd" * 32,
    )
    with pytest.raises(UnreadableError, match="locked with a password"):
        reader.read(pdf([column(PROSE, 60, 700)]).replace(b"/Size", locked), "a.pdf")


def test_five_thousand_pages_are_read_within_the_limits():
    made = reader.read(
        pdf([(60, 700, 10, f"On day {day} two men were killed.")] for day in range(5000)), "a.pdf"
    ).drafts[0]
    assert made.blocks[-1].page == 5000
