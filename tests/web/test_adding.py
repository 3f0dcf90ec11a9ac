"""Documents are dropped: read in a child process, bounded, under names that are safe."""

from __future__ import annotations

import time

import pytest
from tests.web.asking import client, token

import sayso
from sayso.web import adding
from sayso.web.adding import Dropped, read_dropped, safe_name

LATE = b"Late news\n\nGunmen stormed the embassy on 10 March 2001 and took 70 hostages.\n"


def drop(visitor, *files: tuple[str, bytes]):
    told = [("files", (name, raw, "application/octet-stream")) for name, raw in files]
    return visitor.post("/documents", data={"token": token(visitor)}, files=told)


def waited(visitor) -> str:
    for _ in range(200):
        told = visitor.get("/api/adding").json()
        if not told["busy"]:
            return told["words"]
        time.sleep(0.1)
    raise AssertionError(told)


def test_a_dropped_document_joins_the_case_and_outlives_a_rebuild(case, accounts):
    visitor = client(case)
    assert drop(visitor, ("../../late news.txt", LATE)).status_code == 303
    assert waited(visitor) == "1 added."
    with sayso.Case.open(case) as opened:
        assert "late news" in [one.id for one in opened.documents]
        assert len(opened.documents) == 4
    with sayso.build(accounts, case) as opened:
        assert len(opened.documents) == 4
    assert [path for path in case.parent.iterdir() if "late" in path.name] == []


def test_what_cannot_be_read_is_told_and_adds_nothing(case):
    visitor = client(case)
    drop(visitor, ("empty.txt", b""), ("film.mkv", b"\x00\x01"))
    assert "no file could be read" in waited(visitor)
    told = visitor.get("/documents").text
    assert "film.mkv" in told
    assert "empty.txt" in told


def test_too_much_is_refused(case, monkeypatch):
    monkeypatch.setattr("sayso.web.documents.MOST_BYTES", 10)
    visitor = client(case)
    assert drop(visitor, ("a.txt", LATE)).status_code == 413
    monkeypatch.setattr("sayso.web.documents.MOST_FILES", 2)
    assert drop(visitor, *[(f"{n}.txt", b"x") for n in range(3)]).status_code == 413
    assert drop(visitor).status_code == 422


def test_a_drop_without_the_forms_token_is_refused(case):
    visitor = client(case)
    assert visitor.post("/documents", files=[("files", ("a.txt", LATE))]).status_code == 403


def test_a_child_that_takes_too_long_leaves_the_file_unread(monkeypatch):
    monkeypatch.setattr(adding, "_SECONDS", 0.01)
    _, read = read_dropped(Dropped("slow.txt", LATE))
    assert read.documents == ()
    assert "took more than" in read.unread[0].reason


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("/etc/passwd", "passwd"),
        ("C:\\Users\\a\\news.html", "news.html"),
        ("a\u202etxt.exe", "a txt.exe"),
        ("<img src=x onerror=alert(1)>.html", "img src x onerror alert(1) .html"),
        ("...", "dropped"),
        ("تقرير.txt", "تقرير.txt"),
        ("x" * 300 + ".txt", "x" * 80 + ".txt"),
    ],
)
def test_names_are_made_safe(given, kept):
    assert safe_name(given) == kept
