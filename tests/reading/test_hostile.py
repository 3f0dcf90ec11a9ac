"""Input that was made, or happens, to break a reader: large, deep, mixed, from right to left."""

from __future__ import annotations

import time

import pytest
from tests.reading.making import PROSE, epub, message, mhtml

from sayso.reading import here, read


def document(tmp_path, name, raw):
    (tmp_path / name).write_bytes(raw)
    return read(tmp_path / name).documents[0]


@pytest.mark.parametrize("tag", ["div", "b", "ul><li", "table><tr><td"])
def test_a_hundred_thousand_nested_tags_are_read_and_that_is_said(tmp_path, tag):
    (tmp_path / "a.html").write_text(f"<html><body>{f'<{tag}>' * 100_000}<p>{PROSE}</p></body></html>")
    started = time.monotonic()
    told = read(tmp_path / "a.html")
    assert told.documents[0].text == PROSE
    assert "deeper in each other" in told.remarks[0].reason
    assert time.monotonic() - started < 60


@pytest.mark.parametrize("deep", [100, 260, 900])
@pytest.mark.parametrize("ending", ["html", "mhtml", "eml", "epub"])
def test_nothing_is_lost_behind_tags_that_are_never_closed(tmp_path, deep, ending):
    told = "".join(f"<font><p>Paragraph {number} tells of the siege.</p>" for number in range(deep))
    page = f"<html><body><h1>The siege</h1>{told}<p>At the end all of the women were freed.</p></body></html>"
    mail = message("")
    mail.set_content(page, subtype="html")
    made = {"html": page.encode(), "mhtml": mhtml(page), "eml": mail.as_bytes(), "epub": epub({"one": page})}
    (tmp_path / f"a.{ending}").write_bytes(made[ending])
    read_of = here.read(tmp_path / f"a.{ending}")
    text = read_of.documents[0].text
    assert text.count("Paragraph") == deep
    assert text.rstrip().endswith("all of the women were freed.")
    assert bool(read_of.remarks) == (deep > 250)


def test_a_text_of_two_hundred_megabytes_is_refused_before_it_is_taken_apart(tmp_path):
    with (tmp_path / "a.txt").open("wb") as file:
        for _ in range(200):
            file.write(b"Two guards were killed that day.\n\n" * 30_840)
    started = time.monotonic()
    unread = read(tmp_path / "a.txt").unread[0]
    assert "209,712,000 characters; up to 20,000,000 are read as one document" in unread.reason
    assert "parts" in unread.remedy
    assert time.monotonic() - started < 30


@pytest.mark.parametrize(
    "words",
    [
        "قتل رجلان في 3 مايو 2011",
        "שני גברים נהרגו",
        "e\u0301te\u0301 de\u0301ja\u0300",
        "👩‍👩‍👧 🔥 𝒜 two died",
        "\u202eevil\u202c text",
    ],
)
def test_offsets_hold_in_every_script(tmp_path, words):
    made = document(tmp_path, "a.txt", f"{words}\n\n7 May 2026\n\n{PROSE} {words}".encode())
    at = made.published_span
    assert made.text[at.start : at.end] == "7 May 2026"
    assert made.text[made.blocks[-1].start :].startswith("Gunmen stormed")


def test_paragraphs_in_another_language_are_said(tmp_path):
    french = (
        "Les hommes armés ont pris la maison de la douane et retiennent quarante personnes, selon la police du port."
    )
    (tmp_path / "a.txt").write_text(f"{PROSE}\n\n{french} {french}\n\n{PROSE}")
    told = here.read(tmp_path / "a.txt")
    assert told.documents[0].language == "en"
    assert told.remarks[0].reason == "it is in en, but 1 of its paragraphs in fr (2)"
    assert [block.language for block in told.documents[0].blocks] == [None, "fr", None]


def test_a_short_paragraph_is_in_the_language_of_those_around_it(tmp_path):
    french = (
        "Les hommes armés ont pris la maison de la douane et retiennent quarante personnes, selon la police du port. "
    )
    (tmp_path / "a.txt").write_text(
        "\n\n".join([PROSE, PROSE, french * 2, "Les otages.", french * 2, "They fled.", PROSE])
    )
    blocks = here.read(tmp_path / "a.txt").documents[0].blocks
    assert [block.language for block in blocks] == [None, None, "fr", "fr", "fr", None, None]


def test_two_encodings_in_one_file_are_said(tmp_path):
    (tmp_path / "a.txt").write_bytes(("Le café déjà fermé à l'été. " * 9).encode() + "Café.".encode("latin-1"))
    told = here.read(tmp_path / "a.txt")
    assert "café déjà" in told.documents[0].text
    assert "not UTF-8" in told.remarks[0].reason


def test_a_mail_in_a_mail_in_a_mail_ends_somewhere(tmp_path):
    one = message("Two died.")
    for _ in range(30):
        outer = message("See below.")
        outer.add_attachment(one)
        one = outer
    told = here.read(tmp_path / "a.eml") if (tmp_path / "a.eml").write_bytes(one.as_bytes()) else None
    assert 0 < len(told.documents) < 10
    assert "deep" in told.unread[0].reason
