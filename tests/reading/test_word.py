from __future__ import annotations

import pytest
from tests.reading.making import W, docx, paragraph, zipped

from sayso.errors import UnreadableError
from sayso.reading import word

STYLES = f"""<w:styles {W}><w:style w:styleId="T"><w:name w:val="Title"/></w:style><w:style w:styleId="berschrift1"><w:name
w:val="heading 1"/></w:style><w:style w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="berschrift1"/></w:style>
<w:style w:styleId="Zitat"><w:name w:val="Quote"/></w:style></w:styles>"""


def told(raw):
    draft = word.read(raw, "a.docx").drafts[0]
    return [(block.kind.value, draft.text[block.start : block.end].strip()) for block in draft.blocks]


def test_styles_say_what_each_stretch_is_in_any_language():
    words = ("The siege", "What happened", "Afterwards", "Nobody left", "Two guards were killed that night.")
    body = "".join(
        paragraph(text, style) for text, style in zip(words, ("T", "berschrift1", "Mine", "Zitat", ""), strict=True)
    )
    kinds = [kind for kind, _ in told(docx(body, styles=STYLES))]
    assert kinds == ["title", "heading", "heading", "quote", "paragraph"]


def test_tracked_changes_are_read_as_accepted_and_said():
    body = (
        "<w:p><w:r><w:t>They took </w:t></w:r><w:del><w:r><w:delText>30</w:delText></w:r></w:del><w:ins><w:r><w:t>40"
        "</w:t></w:r></w:ins><w:moveFrom><w:r><w:t> men</w:t></w:r></w:moveFrom><w:r><w:t> people.</w:t></w:r></w:p>"
    )
    parsed = word.read(docx(body), "a.docx")
    assert parsed.drafts[0].text == "They took 40 people."
    assert "tracked changes (1 insertions, 2 deletions), read as if all were accepted" in parsed.remarks[0].reason


def test_notes_stand_below_the_text_in_the_order_of_their_marks():
    cite = '<w:p><w:r><w:t>Two died.</w:t><w:footnoteReference w:id="{}"/></w:r></w:p>'
    notes = "".join(f'<w:footnote w:id="{at}">{paragraph(f"Note {at} says more.")}</w:footnote>' for at in (0, 1, 2))
    raw = docx(cite.format(2) + cite.format(1), footnotes=f"<w:footnotes {W}>{notes}</w:footnotes>")
    assert [text for _, text in told(raw)][2:] == ["Note 2 says more.", "Note 1 says more."]


def test_a_table_keeps_its_rows_and_a_frame_is_text():
    cell = "<w:tc>{}</w:tc>".format
    row = "<w:tr>{}</w:tr>".format
    body = f"<w:tbl>{row(cell(paragraph('Side')) + cell(paragraph('Dead')))}</w:tbl>"
    body += f"<w:tbl>{row(cell(paragraph('Gunmen took 40 people that night.')))}</w:tbl>"
    assert told(docx(body)) == [("table", "Side | Dead"), ("paragraph", "Gunmen took 40 people that night.")]


def test_the_words_of_a_text_box_come_once():
    box = f"<w:txbxContent>{paragraph('Seen from the quay.')}</w:txbxContent>"
    drawn = "<mc:AlternateContent xmlns:mc='m'><mc:Choice>{0}</mc:Choice><mc:Fallback>{0}</mc:Fallback></mc:AlternateContent>"
    body = f"<w:p><w:r><w:t>Two guards were killed.</w:t>{drawn.format(box)}</w:r></w:p>"
    assert [text for _, text in told(docx(body))] == ["Two guards were killed.", "Seen from the quay."]


def test_comments_are_left_out_and_said():
    comments = f"<w:comments {W}><w:comment>{paragraph('Check!')}</w:comment></w:comments>"
    parsed = word.read(docx(paragraph("Two died."), comments=comments), "a.docx")
    assert (parsed.drafts[0].text, parsed.remarks[0].reason) == ("Two died.", "1 comment in its margin left out")


ENTITIES = "<!DOCTYPE d [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'><!ENTITY p SYSTEM 'file:///etc/passwd'>]>"


def test_entities_are_neither_expanded_nor_fetched():
    document = (
        f"{ENTITIES}<w:document {W}><w:body><w:p><w:r><w:t>Two died. &b; &p;</w:t></w:r></w:p></w:body></w:document>"
    )
    assert told(zipped({"word/document.xml": document})) == [("paragraph", "Two died.")]


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"dear diary", "no Word document"),
        (zipped({"a.txt": "x"}), "no part word/document.xml"),
        (docx("")[:-30], "no Word document, or is damaged"),
        (zipped({"word/document.xml": "<w:document><w:body>"}), "damaged"),
        (docx(""), "no text"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 100, "password"),
        (zipped({"word/document.xml": b" " * 600 * 2**20}), "unpack"),
    ],
    ids=["text", "zip", "torn", "broken", "empty", "locked", "bomb"],
)
def test_what_is_no_word_document_is_refused(raw, reason):
    with pytest.raises(UnreadableError, match=reason):
        word.read(raw, "a.docx")
