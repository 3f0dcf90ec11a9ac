from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

GOOD = "Gunmen took 40 hostages on 10 March 2001. Two guards were killed.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good account."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD)
    return folder


def _is_one_message(done, *words: str) -> None:
    assert done.returncode == 1
    assert done.stderr.startswith("sayso: ")
    assert "Traceback" not in done.stderr
    for word in words:
        assert word in done.stderr


def test_an_empty_folder(sayso, tmp_path: Path):
    (tmp_path / "none").mkdir()
    _is_one_message(sayso("build", "none"), "none")
    assert not (tmp_path / "none.sayso").exists()


def test_a_folder_that_is_not_there(sayso):
    _is_one_message(sayso("build", "nowhere"), "nowhere")


def test_no_readable_text(sayso, tmp_path: Path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    _is_one_message(sayso("build", "in"), "no readable text", "a.png")


@pytest.mark.parametrize(
    ("name", "raw", "says"),
    [
        ("empty.txt", b"", "empty.txt: the file is empty"),
        ("blank.txt", b" \n\n", "blank.txt: "),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(200), "picture.txt: "),
        ("odd.xyz", b"words", "odd.xyz: "),
        ("lines.jsonl", b'{"text": "Two people died."}\nnot json\n', "lines.jsonl"),
    ],
)
def test_a_bad_file_is_said_and_the_rest_is_built(sayso, folder: Path, name, raw, says):
    (folder / name).write_bytes(raw)
    done = sayso("build", "in")
    _is_one_message(done, "the case is built", name)
    assert says in done.stdout
    assert "good" in sayso("show", "in.sayso", "good").stdout


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("latin.txt", "Señor Pérez said the café was full of smoke — “all of it”.".encode("cp1252")),
        ("wide.txt", "Two people died.".encode("utf-16")),
        ("nul.txt", b"Two people\x00 died on Friday.\n" * 5),
        ("word.txt", b"Fire\n"),
        ("long.txt", b"a" * 20000),
    ],
)
def test_an_odd_file_is_read_all_the_same(sayso, folder: Path, name, raw):
    (folder / name).write_bytes(raw)
    done = sayso("build", "in")
    assert done.returncode == 0, done.stderr
    assert "2 documents" in done.stdout


def test_another_language_is_kept_and_said_and_nothing_is_guessed(sayso, folder: Path):
    text = (
        "Los guerrilleros tomaron a 500 rehenes en la residencia. Murieron dos soldados y un juez en el asalto.\n" * 3
    )
    (folder / "diario.txt").write_text(text, encoding="utf-8")
    done = sayso("build", "in")
    assert "diario (es)" in done.stdout
    shown = sayso("show", "in.sayso", "diario").stdout
    assert "diario:" not in shown


def test_two_files_of_one_stem_and_two_of_the_same_bytes(sayso, folder: Path):
    (folder / "good.md").write_text("# Siege\n\nThree guards were killed.\n")
    (folder / "copy.txt").write_text(GOOD)
    done = sayso("build", "in")
    assert done.returncode == 0, done.stderr
    assert "2 documents" in done.stdout


def test_a_file_that_may_not_be_read(sayso, folder: Path):
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    done = sayso("build", "in", "--quiet")
    _is_one_message(done, "the case is built", "gone.txt")
    assert done.stdout == ""
    assert "1 document" in sayso("show", "in.sayso").stdout
    assert sayso("build", "in").returncode == 1
    (folder / "gone.txt").unlink()
    assert sayso("build", "in").returncode == 0


def test_names_of_files_may_hold_line_breaks_and_bytes_that_are_no_text(sayso, folder: Path):
    for name in (b"two\nlines.txt", b"caf\xe9.txt", b"\x1b[31mred.txt"):
        (folder / os.fsdecode(name)).write_text(f"{GOOD} {len(name)}")
    done = sayso("build", "in")
    assert done.returncode == 0, done.stderr
    assert "4 documents" in done.stdout
    assert sayso("report", "in.sayso").returncode == 0


@pytest.mark.parametrize("command", [["build", "in", "-o"], ["show"], ["report"], ["export", "--to", "json"]])
@pytest.mark.usefixtures("folder")
def test_a_case_file_that_is_none_is_left_as_it_was(sayso, tmp_path: Path, command):
    path = tmp_path / "diary.sayso"
    path.write_text("dear diary")
    _is_one_message(sayso(*command, path), "diary.sayso", "not a case file")
    assert path.read_text() == "dear diary"


@pytest.mark.usefixtures("folder")
def test_an_existing_case_survives_a_bad_build(sayso, tmp_path: Path):
    assert sayso("build", "in").returncode == 0
    before = sayso("export", "in.sayso", "--to", "json").stdout
    (tmp_path / "none").mkdir()
    assert sayso("build", "none", "-o", "in.sayso").returncode == 1
    assert sayso("export", "in.sayso", "--to", "json").stdout == before


@pytest.mark.usefixtures("folder")
def test_an_output_never_overwrites_a_case(sayso, tmp_path: Path):
    sayso("build", "in")
    _is_one_message(sayso("export", "in.sayso", "--to", "json", "-o", "in.sayso"), "name another")
    assert sqlite3.connect(tmp_path / "in.sayso").execute("SELECT count(*) FROM documents").fetchone() == (1,)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["show", "no.sayso"], "sayso build"),
        (["export", "no.sayso", "--to", "xml"], "there are: acled"),
        (["build", "in", "--codebook", "no.yaml"], "codebook new"),
        (["build", "in", "--rule", "mine"], "no house rule"),
        (["build", "in", "-o", "no/x.sayso"], "does not exist"),
        (["annotate", "--times", "no.jsonl"], "no such file"),
        (["codebook", "new", "mine.txt"], ".yaml"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_what_cannot_be_done_is_one_message_with_a_remedy(sayso, arguments, says):
    _is_one_message(sayso(*arguments), says)


@pytest.mark.parametrize("raw", [b"not json\n", b'{"id": "a"}\n', b"\xff\xfe\n", b"[1]\n"])
def test_lines_that_cannot_be_annotated_are_named(sayso, tmp_path: Path, raw):
    (tmp_path / "t.jsonl").write_bytes(raw)
    _is_one_message(sayso("annotate", "--times", "t.jsonl"), "t.jsonl, line 1")
