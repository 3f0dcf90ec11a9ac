"""Faults of disks and processes: each is one message, and nothing that was confirmed is lost."""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sayso.errors import BusyCaseError, CaseError, NotACaseError, SaysoError
from sayso.store import Store, schema
from sayso.store.opening import told


@pytest.mark.parametrize(
    ("words", "remedy"),
    [
        ("database or disk is full", "make room"),
        ("disk I/O error", "what was confirmed before is kept"),
        ("attempt to write a readonly database", "copy the case"),
        ("locking protocol", "a disk of this machine"),
        ("unable to open database file", "can be written"),
    ],
)
def test_each_fault_of_a_disk_has_its_remedy(words, remedy):
    with pytest.raises(CaseError, match=remedy), told(Path("x.sayso")):
        raise sqlite3.OperationalError(words)


FILL = """
import resource, sys
from pathlib import Path
from sayso.errors import SaysoError
from sayso.store import Store
store = Store.open(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (2**20, 2**20))
done = 0
try:
    while True:
        with store.write() as writer:
            writer.set_meta(f"kept {done}", "x" * 20000)
        print(done, flush=True)
        done += 1
except SaysoError as error:
    print(error)
"""


def test_a_full_disk_is_said_and_what_was_confirmed_is_kept(tmp_path: Path):
    path = tmp_path / "x.sayso"
    call = [sys.executable, "-c", FILL, str(path)]
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    *confirmed, message = done.stdout.splitlines()
    assert "x.sayso: the case file cannot be used" in message
    assert "Traceback" not in done.stderr
    with Store.open(path) as store:
        view = store.view()
        assert len(confirmed) > 10
        assert all(view.meta(f"kept {number}") for number in confirmed)


def test_a_disk_without_locks_is_said_and_no_other_process_is_blamed(tmp_path: Path, monkeypatch):
    def refuse(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "lockf", refuse)
    with pytest.raises(CaseError, match="does not lock files") as raised, told(tmp_path / "x.sayso"):
        raise sqlite3.OperationalError("database is locked")
    assert not isinstance(raised.value, BusyCaseError)
    assert list(tmp_path.iterdir()) == []


def test_a_case_that_cannot_be_written_is_read(tmp_path: Path, filled):
    with Store.open(tmp_path / "x.sayso") as store:
        filled(store)
    (tmp_path / "x.sayso").chmod(0o444)
    with Store.open(tmp_path / "x.sayso", read_only=True) as store:
        assert store.view().header.title == "Raid"
        with pytest.raises(CaseError, match="read-only"), store.write():
            pass


def test_a_copy_without_its_log_opens_or_says_what_is_missing(tmp_path: Path, filled):
    with filled(Store.open(tmp_path / "x.sayso")):
        shutil.copy(tmp_path / "x.sayso", tmp_path / "copy.sayso")
    try:
        Store.open(tmp_path / "copy.sayso").close()
    except NotACaseError as error:
        assert "copy.sayso-wal" in str(error)  # noqa: PT017 - either may come


def test_a_copy_taken_while_another_writes_is_whole(tmp_path: Path, filled):
    with filled(Store.open(tmp_path / "x.sayso")) as store, store.write() as writer:
        writer.set_meta("half", "done")
        for path in sorted(tmp_path.glob("x.sayso*")):
            shutil.copy(path, tmp_path / path.name.replace("x", "copy", 1))
    with Store.open(tmp_path / "copy.sayso") as copy:
        assert copy.view().header.title == "Raid"
        assert copy.view().meta("half") is None


def test_every_older_form_is_brought_to_this_one(tmp_path: Path, monkeypatch):
    path = tmp_path / "x.sayso"
    Store.open(path).close()
    steps = (*schema.MIGRATIONS, "CREATE TABLE more (x);", "ALTER TABLE more ADD COLUMN y;")
    for module in ("schema", "opening"):
        monkeypatch.setattr(f"sayso.store.{module}.VERSION", len(steps))
    monkeypatch.setattr(schema, "MIGRATIONS", steps)
    with Store.open(path) as store, store.write() as writer:
        writer._connection.execute("INSERT INTO more VALUES (1, 2)")
    Store.open(path).close()
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA user_version").fetchone() == (len(steps),)
    connection.close()


def test_an_older_form_is_brought_to_this_one_even_to_be_read(tmp_path: Path, monkeypatch):
    path = tmp_path / "x.sayso"
    Store.open(path).close()
    for module in ("schema", "opening"):
        monkeypatch.setattr(f"sayso.store.{module}.VERSION", schema.VERSION + 1)
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, "CREATE TABLE more (x);"))
    with Store.open(path, read_only=True) as store:
        assert store._connection.execute("SELECT count(*) FROM more").fetchone()[0] == 0


def test_a_step_that_fails_leaves_the_older_form(tmp_path: Path, monkeypatch):
    path = tmp_path / "x.sayso"
    Store.open(path).close()
    for module in ("schema", "opening"):
        monkeypatch.setattr(f"sayso.store.{module}.VERSION", schema.VERSION + 1)
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, "CREATE TABLE more (x); SELECT nonsense;"))
    with pytest.raises(SaysoError):
        Store.open(path)
    monkeypatch.undo()
    with Store.open(path) as store:
        assert store._connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'more'").fetchone() is None


def test_many_processes_may_open_a_new_case_at_once(tmp_path: Path):
    code = "import sys; from pathlib import Path; from sayso.store import Store\nfor _ in range(5): Store.open(Path(sys.argv[1])).close()"
    call = [sys.executable, "-c", code, str(tmp_path / "x.sayso")]
    started = [subprocess.Popen(call, stderr=subprocess.PIPE, text=True) for _ in range(6)]
    assert [(one.communicate()[1], one.returncode) for one in started] == [("", 0)] * 6


def test_a_builder_is_waited_for(tmp_path: Path):
    path = tmp_path / "x.sayso"
    code = "import sys, time; from pathlib import Path; from sayso.store import Store\n"
    code += "with Store.open(Path(sys.argv[1])) as s, s.building(): print('in', flush=True); time.sleep(0.5)"
    other = subprocess.Popen([sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE)
    assert other.stdout.readline() == b"in\n"
    with Store.open(path) as store:
        with pytest.raises(BusyCaseError), store.building():
            pass
        with store.building(patience=20):
            assert store.view().meta("lock")
    other.communicate()


BUILD = """
import sys
from pathlib import Path
from sayso.cli import main
main()
"""


@pytest.mark.parametrize("wait", [0.0, 0.6])
def test_ctrl_c_ends_a_build_with_one_message_and_the_case_opens(tmp_path: Path, siege: Path, wait):
    case = tmp_path / "x.sayso"
    call = [sys.executable, "-c", BUILD, "build", str(siege), "-o", str(case)]
    with subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as build:
        while not case.exists():
            time.sleep(0.02)
        time.sleep(wait)
        os.kill(build.pid, signal.SIGINT)
        _, words = build.communicate(timeout=60)
    assert "Traceback" not in words
    Store.open(case).close()


@pytest.mark.parametrize("wait", [0.1, 0.2, 0.35])
def test_ctrl_c_while_the_command_line_is_loaded_is_one_word(wait):
    code = "print('here', flush=True); from sayso.cli import main; main()"
    call = [sys.executable, "-c", code, "build", "nowhere"]
    with subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as build:
        assert build.stdout.readline() == "here\n"
        time.sleep(wait)
        os.kill(build.pid, signal.SIGINT)
        _, words = build.communicate(timeout=60)
    assert words.startswith("sayso: ")
    assert "Traceback" not in words
