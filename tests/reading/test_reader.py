from __future__ import annotations

import hashlib
import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.reading import endings, read


def test_a_document_knows_its_bytes_and_its_text(tmp_path):
    path = tmp_path / "raid.txt"
    path.write_bytes(b"The Raid\r\n\r\nTwo men died in the raid on Sunday.")
    document = read(path).documents[0]
    assert (document.id, document.names, document.title) == ("raid", ("raid.txt",), "The Raid")
    assert document.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert document.text_sha256 == hashlib.sha256(document.text.encode()).hexdigest()
    assert (document.language, document.kind, document.reader) == ("en", "txt", "plain/1")


def test_the_time_stamp_of_a_file_is_no_date(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Two men died in the raid on Sunday.")
    os.utime(path, (0, 0))
    assert read(path).documents[0].published is None


@pytest.mark.parametrize(
    ("name", "raw", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b"\x89PNG\r\n\x1a\n", "PNG"),
        ("a.txt", b" \n\t ", "no word"),
        ("a.txt", b"... --- ...", "no word"),
        ("a.txt", b"\0" * 100, "not text"),
        ("a.xyz", b"text", r"\.xyz"),
        ("a.html", b"<html></html>", "no text"),
        ("a.md", b"---\ntitle: x\n---\n", "no text"),
        ("a.jsonl", b"{}", 'no "text"'),
    ],
)
def test_a_file_that_cannot_be_read_is_named_with_reason_and_remedy(tmp_path, name, raw, reason):
    (tmp_path / name).write_bytes(raw)
    told = read(tmp_path / name)
    assert told.documents == ()
    assert told.unread[0].name.startswith(name)
    assert told.unread[0].remedy
    assert __import__("re").search(reason, told.unread[0].reason)


def test_a_file_without_permission_is_named(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("x")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    assert "cannot be opened" in read(path).unread[0].reason


def test_a_folder_and_a_missing_file_are_no_crash(tmp_path):
    assert read(tmp_path).unread
    assert read(tmp_path / "none.txt").unread


def test_one_word_and_another_language_are_kept(tmp_path):
    (tmp_path / "a.txt").write_text("word")
    (tmp_path / "b.txt").write_text("Dos hombres murieron en Kabul el domingo, según la policía.")
    assert read(tmp_path / "a.txt").documents[0].language == "und"
    assert read(tmp_path / "b.txt").documents[0].language == "es"


def test_a_guess_is_said(tmp_path):
    (tmp_path / "a.txt").write_bytes(
        "The café on the corner was bombed on Sunday evening, and 14 people died.".encode("cp1252")
    )
    told = read(tmp_path / "a.txt")
    assert "café" in told.documents[0].text
    assert "Windows-1252" in told.remarks[0].reason


def test_signs_beyond_the_first_plane_keep_offsets_true(tmp_path):
    (tmp_path / "a.txt").write_text("The 🔥 Raid\n\n7 May 2026\n\nTwo men 👨‍👨 died in the raid. שלום and سلام stay.")
    document = read(tmp_path / "a.txt").documents[0]
    span = document.published_span
    assert document.span(span.start, span.end).quote == "7 May 2026"


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(raw=st.binary() | st.text().map(str.encode), ending=st.sampled_from(endings()))
def test_any_bytes_give_a_document_or_a_reason(tmp_path, raw, ending):
    path = tmp_path / f"a{ending}"
    path.write_bytes(raw)
    told = read(path)
    assert told.documents or told.unread
    for document in told.documents:
        assert (document.blocks[0].start, document.blocks[-1].end) == (0, len(document.text))
        document.text.encode()
