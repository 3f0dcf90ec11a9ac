from __future__ import annotations

import os

import pytest
from tests.reading.making import PROSE, column, mbox, message, pdf, zipped

from sayso.reading import find_files, gather, here, parts, read


def told(tmp_path, name, raw):
    (tmp_path / name).write_bytes(raw)
    return here.read(tmp_path / name)


def test_an_archive_is_read_like_its_folder(tmp_path):
    inner = zipped({"deep.txt": PROSE, "note.md": "# Fire\n\nTen died there."})
    raw = zipped({"b.pdf": pdf([column(PROSE, 60, 700, 80)]), "in/more.zip": inner, "README.md": "x", ".hidden": "x"})
    found = told(tmp_path, "a.zip", raw)
    assert [document.names[0] for document in found.documents] == [
        "a.zip/b.pdf",
        "a.zip/in/more.zip/deep.txt",
        "a.zip/in/more.zip/note.md",
    ]
    assert [document.reader for document in found.documents] == ["pdf/1", "plain/1", "markdown/1"]


def test_names_that_climb_out_are_read_where_they_stand(tmp_path):
    found = told(tmp_path, "a.zip", zipped({"../../up.txt": "Two died.", "/etc/r.txt": "One fled.", "C:\\x.txt": "3"}))
    assert [document.names[0] for document in found.documents] == ["a.zip/up.txt", "a.zip/etc/r.txt", "a.zip/x.txt"]
    assert all("climbs out" in remark.reason for remark in found.remarks)
    assert [path.name for path in tmp_path.iterdir()] == ["a.zip"]


def test_a_bomb_is_not_unpacked_and_the_rest_is_read(tmp_path):
    found = told(tmp_path, "a.zip", zipped({"bomb.txt": b"\0" * 300 * 2**20, "good.txt": "Two died."}))
    assert "would unpack to 300.0 MB" in found.unread[0].reason
    assert [document.text for document in found.documents] == ["Two died."]


def test_archives_within_archives_end_somewhere(tmp_path):
    raw = zipped({"good.txt": "Two died."})
    for _ in range(8):
        raw = zipped({"in.zip": raw})
    assert "4 archives deep" in told(tmp_path, "a.zip", raw).unread[0].reason


@pytest.mark.parametrize("raw", [b"PK\x03\x04 no more", b"dear diary", zipped({}), zipped({"a.txt": "x" * 99})[:60]])
def test_what_is_no_archive_is_refused(tmp_path, raw):
    found = told(tmp_path, "a.zip", raw)
    assert (found.documents, len(found.unread)) == ((), 1)


def test_messages_and_what_is_attached_are_documents(tmp_path):
    first = message("Two died.", attached={"list.csv": b"text\nOne fled.\n", "in.zip": zipped({"x.txt": "Ten left."})})
    first.add_attachment(message("Told before.", subject="Earlier"))
    found = told(tmp_path, "a.mbox", mbox([first, message("Second.")]))
    names = [document.names[0] for document in found.documents]
    assert names == [
        "a.mbox, message 1",
        "a.mbox, message 1/list.csv, row 2",
        "a.mbox, message 1/in.zip/x.txt",
        "a.mbox, message 1/attachment 3.eml",
        "a.mbox, message 2",
    ]
    assert [document.id for document in gather([found]).documents][:2] == ["a-1", "a-2"]


def test_a_mail_with_a_thousand_attachments_is_read(tmp_path):
    one = message(
        "See below.", attached={f"{number}.txt": f"On day {number} two died.".encode() for number in range(1000)}
    )
    assert len(told(tmp_path, "a.eml", one.as_bytes()).documents) == 1001


def test_pictures_of_a_mail_are_counted_not_listed(tmp_path):
    found = told(tmp_path, "a.eml", message("Two died.", attached={"a.png": b"x", "b.jpg": b"x"}).as_bytes())
    assert found.unread == ()
    assert found.remarks[0].reason.startswith("2 attached pictures")


@pytest.mark.parametrize(
    ("ending", "remedy"), [(".doc", "docx"), (".jpg", "ocrmypdf"), (".mp3", "Transcribe"), (".rar", "Unpack")]
)
def test_formats_that_no_reader_knows_have_a_remedy(tmp_path, ending, remedy):
    (tmp_path / f"a{ending}").write_bytes(b"x")
    assert remedy in read(tmp_path / f"a{ending}").unread[0].remedy


def test_what_is_unpacked_is_bounded_over_all_of_an_archive(tmp_path, monkeypatch):
    monkeypatch.setattr(parts, "_MOST_BYTES", 2000)
    monkeypatch.setattr(parts._Budget.__init__, "__defaults__", (2000,))
    found = told(tmp_path, "a.zip", zipped({f"{number}.txt": f"{number} " + "word " * 100 for number in range(8)}))
    assert len(found.documents) == 3
    assert "no more is unpacked" in found.unread[0].reason


def test_names_with_line_breaks_and_strange_bytes_are_read(tmp_path):
    (tmp_path / "two\nlines.txt").write_text("Two died.")
    (tmp_path / os.fsdecode(b"\xff\xfe.txt")).write_text("One fled.")
    found = gather(read(path) for path in find_files([tmp_path]))
    assert len(found.documents) == 2
    assert all("\n" not in name for document in found.documents for name in document.names)


def test_the_pictures_of_a_saved_page_are_not_walked(tmp_path):
    for name in ("page.html", "page_files/frame.html", "other_files/a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("<p>Two died.</p>")
    assert [path.name for path in find_files([tmp_path])] == ["a.txt", "page.html"]
