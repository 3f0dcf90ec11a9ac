from __future__ import annotations

from pathlib import Path

import pytest

from sayso.model import BlockKind, Document
from sayso.reading import read
from sayso.reading.imprints import imprint, opening


def _read(folder: Path, text: str) -> Document:
    path = folder / "a.txt"
    path.write_text(text, encoding="utf-8")
    return read(path).documents[0]


@pytest.mark.parametrize(
    ("line", "edtf"),
    [
        ("The Oster Courier, 10 May 2003", "2003-05-10"),
        ("Ministry of Health, press release, 14 July 2011", "2011-07-14"),
        ("Report of the Harbour Safety Board, June 2009", "2009-06"),
        ("Prison Watch, September 2011", "2011-09"),
        ("Doctors of the Coast, annual report 2012", "2012"),
        ("Diary of a nurse, 4 March 1915", "1915-03-04"),
        ("Captain Wills to the Admiralty, 20 June 1791", "1791-06-20"),
    ],
)
def test_a_line_that_names_who_made_the_text_gives_its_day(line: str, edtf: str) -> None:
    found = imprint(line)
    assert found is not None
    assert found.when.edtf == edtf
    assert line[found.start : found.end] == found.when.text


@pytest.mark.parametrize(
    "line",
    [
        "The Wreck of the Aurora, 3 March 1866",
        "Fire at the Sun Hotel, 3 May 1902",
        "Report of the massacre at Arlo, June 1791",
        "The Road to Oster, 14 June 1791",
        "Letter about 14 June 1791 and after",
        "Return to the valley",
        "Riots in 1991",
    ],
)
def test_a_headline_with_the_day_of_the_event_gives_none(line: str) -> None:
    assert imprint(line) is None


def test_a_masthead_as_first_line_dates_the_text_and_names_the_outlet(tmp_path: Path) -> None:
    document = _read(
        tmp_path, "The Oster Post, 5 June 2007\n\nNine people were killed yesterday when a bus left the road.\n"
    )
    assert document.published is not None
    assert document.published.edtf == "2007-06-05"
    assert document.source == "the-oster-post"
    assert document.title == "The Oster Post, 5 June 2007"
    assert document.blocks[0].kind is BlockKind.BYLINE


def test_an_imprint_that_opens_a_paragraph_is_cut_off(tmp_path: Path) -> None:
    document = _read(
        tmp_path, "Twelve died in blast\n\nThe Herald, 20 August 2005. A bomb went off in the market of Oster.\n"
    )
    assert document.published is not None
    assert [block.kind for block in document.blocks] == [BlockKind.TITLE, BlockKind.DATELINE, BlockKind.PARAGRAPH]


def test_the_days_of_a_diary_are_not_cut_off(tmp_path: Path) -> None:
    text = "3 May 1915. The guns began at six.\n\n4 May 1915. Twelve men of our company were killed.\n"
    assert BlockKind.DATELINE not in {block.kind for block in _read(tmp_path, text).blocks}
    assert opening("4 May 1915. Twelve men were killed.") == (12, True)
