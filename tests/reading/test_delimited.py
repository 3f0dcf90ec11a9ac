from __future__ import annotations

import pytest
from tests.reading.making import xlsx, zipped

from sayso.errors import UnreadableError
from sayso.reading import delimited, spreadsheet

ROWS = [
    ["ID", "Text", "published", "authors"],
    ["a", "Two men died.", "2011-03-04", "Ana Ruiz; Jo Field"],
    [None, "One fled.", "", ""],
]


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_row_of_text_is_a_document(sign):
    raw = "\n".join(sign.join(cell or "" for cell in row) for row in ROWS).encode()
    if sign == ";":
        raw = raw.replace(b"Ana Ruiz; Jo Field", b'"Ana Ruiz; Jo Field"')
    first, second = delimited.read(raw, "a.csv").drafts
    assert (first.id, first.text, first.place) == ("a", "Two men died.", "row 2")
    assert (first.making.published.edtf, first.making.authors) == ("2011-03-04", ("Ana Ruiz", "Jo Field"))
    assert (second.id, second.number, second.text) == (None, 3, "One fled.")


def test_the_sheets_of_a_workbook_are_read_like_it_and_others_said():
    parsed = spreadsheet.read(xlsx({"Accounts": ROWS, "Prices": [["fish", 3.5]]}), "a.xlsx")
    assert [draft.place for draft in parsed.drafts] == ["sheet Accounts, row 2", "sheet Accounts, row 3"]
    assert parsed.remarks[0].name == "a.xlsx, sheet Prices"


def test_a_row_without_text_is_named_and_the_rest_goes_on():
    parsed = delimited.read(b"text,title\n,Siege\nTwo died.,\n", "a.csv")
    assert [one.name for one in parsed.unread] == ["a.csv, row 2"]
    assert [draft.text for draft in parsed.drafts] == ["Two died."]


@pytest.mark.parametrize("raw", [b"a,b\n1,2", b"text\n", b"\n", b"status,metadata,media\nx,{},[]"])
def test_a_table_without_texts_is_refused(raw):
    with pytest.raises(UnreadableError):
        delimited.read(raw, "a.csv")


@pytest.mark.parametrize("raw", [b"x", zipped({"a": "x"}), xlsx({"A": []})])
def test_what_is_no_workbook_is_refused(raw):
    with pytest.raises(UnreadableError):
        spreadsheet.read(raw, "a.xlsx")
