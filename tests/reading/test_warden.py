from __future__ import annotations

import os
import signal
import time

import pytest
from tests.reading.making import PROSE, column, mbox, message, pdf, zipped

from sayso.reading import here, read, warden

# A package that adds readers: one hangs, one eats memory, one dies, one prints where the answers go.
PLUGS = """
import os, time
def hang(raw, name): time.sleep(600)
def eat(raw, name): return [b"x" * 2**28 for _ in range(64)]
def die(raw, name): os.kill(os.getpid(), 11)
def talk(raw, name):
    os.write(1, b"hello" * 99)
    from sayso.reading import plain
    return plain.read(raw, name)
"""


@pytest.fixture
def plugs(tmp_path, monkeypatch):
    folder = tmp_path / "site"
    (folder / "faults-1.dist-info").mkdir(parents=True)
    (folder / "faults.py").write_text(PLUGS)
    (folder / "faults-1.dist-info" / "METADATA").write_text("Name: faults\nVersion: 1\n")
    lines = "\n".join(f"{name} = faults:{name}" for name in ("hang", "eat", "die", "talk"))
    (folder / "faults-1.dist-info" / "entry_points.txt").write_text(f"[sayso.readers]\n{lines}\n")
    monkeypatch.syspath_prepend(str(folder))
    monkeypatch.setenv("SAYSO_READING_SECONDS", "5")
    monkeypatch.setenv("SAYSO_READING_MEGABYTES", "900")
    warden.stop()
    yield
    warden.stop()


@pytest.mark.parametrize(
    ("ending", "reason"),
    [("hang", "no sign of life for 5 seconds"), ("eat", "more memory"), ("die", "broke down")],
)
@pytest.mark.usefixtures("plugs")
def test_a_reader_that_fails_costs_its_part_and_no_more(tmp_path, ending, reason):
    raw = zipped({"a.txt": "Two died.", f"b.{ending}": "x", "c.pdf": pdf([column(PROSE, 60, 700, 80)])})
    (tmp_path / "all.zip").write_bytes(raw)
    started = time.monotonic()
    found = read(tmp_path / "all.zip")
    assert [document.names[0] for document in found.documents] == ["all.zip/a.txt", "all.zip/c.pdf"]
    assert [one.name for one in found.unread] == [f"all.zip/b.{ending}"]
    assert reason in found.unread[0].reason
    assert time.monotonic() - started < 30


@pytest.mark.usefixtures("plugs")
def test_what_a_reader_prints_does_not_reach_the_answers(tmp_path):
    (tmp_path / "a.talk").write_text("Two died.")
    assert read(tmp_path / "a.talk").documents[0].text == "Two died."


@pytest.mark.usefixtures("plugs")
def test_an_archive_whose_parts_all_fail_is_given_up(tmp_path):
    (tmp_path / "a.zip").write_bytes(zipped({f"{number:02}.die": "x" for number in range(20)}))
    found = read(tmp_path / "a.zip")
    assert len(found.unread) == 9
    assert "not read" in found.unread[-1].reason


def test_the_child_gives_what_this_process_would_give(tmp_path):
    for name, raw in (
        ("a.pdf", pdf([column(PROSE, 60, 700)])),
        ("a.mbox", mbox([message("Two 🔥 died."), message("x")])),
    ):
        (tmp_path / name).write_bytes(raw)
        assert read(tmp_path / name) == here.read(tmp_path / name)


def test_a_child_that_was_killed_is_replaced(tmp_path):
    (tmp_path / "a.pdf").write_bytes(pdf([column(PROSE, 60, 700)]))
    assert read(tmp_path / "a.pdf").documents
    first = warden._kept[0].process
    os.kill(first.pid, signal.SIGKILL)
    first.wait()
    assert read(tmp_path / "a.pdf").documents
    assert warden._kept[0].process.pid != first.pid


def test_small_plain_files_need_no_child(tmp_path):
    warden.stop()
    for name in ("a.txt", "a.md", "a.jsonl", "a.csv"):
        (tmp_path / name).write_text('{"text": "x"}' if name.endswith("l") else "text\nTwo died.")
        assert read(tmp_path / name).documents
    assert warden._kept == []
