from __future__ import annotations

import json
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from sayso.errors import BusyCaseError, CaseError, NewerCaseError, NotACaseError
from sayso.store import Store
from sayso.store.schema import VERSION


def test_a_closed_case_is_one_single_file(tmp_path: Path, filled):
    with Store.open(tmp_path / "x.sayso") as store:
        filled(store)
    assert [path.name for path in tmp_path.iterdir()] == ["x.sayso"]
    with Store.open(tmp_path / "x.sayso", read_only=True) as store:
        assert store.view().header.title == "Raid"


def _other_database(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t (x)")
    connection.commit()
    connection.close()


@pytest.mark.parametrize(
    "make",
    [
        lambda path: path.write_text("dear diary"),
        lambda path: path.write_bytes(b"SQLite format 3\x00" + b"\x07" * 4000),
        lambda path: path.mkdir(),
        _other_database,
    ],
    ids=["text", "damaged", "folder", "another database"],
)
def test_what_is_no_case_is_refused_and_left_as_it_was(tmp_path: Path, make):
    path = tmp_path / "x.sayso"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    for read_only in (True, False):
        with pytest.raises(NotACaseError, match=r"x\.sayso"):
            Store.open(path, read_only=read_only)
    assert before is None or path.read_bytes() == before


def test_an_empty_file_is_no_case_and_can_become_one(tmp_path: Path, filled):
    path = tmp_path / "x.sayso"
    path.touch()
    with pytest.raises(NotACaseError, match="empty"):
        Store.open(path, read_only=True)
    filled(Store.open(path)).close()
    Store.open(path, read_only=True).close()


def test_a_case_of_a_newer_form_is_refused(tmp_path: Path, filled):
    path = tmp_path / "x.sayso"
    with Store.open(path) as store:
        filled(store)
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    connection.close()
    with pytest.raises(NewerCaseError, match="newer sayso"):
        Store.open(path)


def test_a_case_that_is_not_there_is_said_with_the_remedy(tmp_path: Path):
    with pytest.raises(CaseError, match="sayso build"):
        Store.open(tmp_path / "x.sayso", read_only=True)
    with pytest.raises(CaseError, match="does not exist"):
        Store.open(tmp_path / "no" / "x.sayso")


def test_a_write_that_fails_leaves_nothing(filled):
    store = filled(Store.open(None))

    with pytest.raises(AttributeError), store.write() as writer:
        writer.replace(None)
    assert store.view().header.title == "Raid"
    assert store.view().generation == 1


def test_a_second_build_is_refused_while_the_first_lives(tmp_path: Path):
    path = tmp_path / "x.sayso"
    with Store.open(path) as first, Store.open(path) as second:
        with first.building(), pytest.raises(BusyCaseError, match="building"), second.building():
            pass
        with second.building():
            pass


def test_the_place_of_a_dead_builder_is_taken_over(tmp_path: Path):
    code = f"from sayso.store import Store; s = Store.open(__import__('pathlib').Path({str(tmp_path / 'x.sayso')!r}));"
    code += "held = s.building(); held.__enter__(); import os; os._exit(9)"
    subprocess.run([sys.executable, "-c", code], check=False)
    with Store.open(tmp_path / "x.sayso") as store:
        assert store.was_recovered
        with store.building():
            assert store.was_cut_off


def test_a_case_that_another_has_open_was_not_cut_off(tmp_path: Path, filled):
    with filled(Store.open(tmp_path / "x.sayso")), Store.open(tmp_path / "x.sayso") as store, store.building():
        assert not store.was_cut_off


def test_the_place_of_a_number_given_again_is_taken_over(tmp_path: Path):
    with Store.open(tmp_path / "x.sayso") as store:
        with store.write() as writer:
            held = {"process": os.getpid(), "host": socket.gethostname(), "started": "1"}
            writer.set_meta("lock", json.dumps(held))
        with store.building():
            pass


def test_a_builder_on_another_machine_counts_as_alive(tmp_path: Path):
    with Store.open(tmp_path / "x.sayso") as store:
        with store.write() as writer:
            writer.set_meta("lock", json.dumps({"process": 1, "host": "elsewhere", "started": "1"}))
        with pytest.raises(BusyCaseError, match="elsewhere"), store.building():
            pass


def test_a_copy_taken_during_a_build_is_not_held_by_it(tmp_path: Path, filled):
    with filled(Store.open(tmp_path / "x.sayso")) as store, store.building():
        for path in sorted(tmp_path.glob("x.sayso*")):
            shutil.copy(path, tmp_path / path.name.replace("x", "y", 1))
        with Store.open(tmp_path / "y.sayso") as copy, copy.building():
            assert copy.was_cut_off


def test_a_case_cut_off_while_open_is_whole_again(tmp_path: Path, filled):
    store = filled(Store.open(tmp_path / "x.sayso"))
    for name in ("x.sayso", "x.sayso-wal"):
        shutil.copy(tmp_path / name, tmp_path / name.replace("x", "y", 1))
    store.close()
    with Store.open(tmp_path / "y.sayso") as again:
        assert again.was_recovered
        assert again.view().header.title == "Raid"


def test_judgements_can_only_be_added(filled):
    store = filled(Store.open(None))
    store._connection.execute("INSERT INTO judgements (id, row) VALUES ('j', '{}')")
    for statement in ("DELETE FROM judgements", "UPDATE judgements SET row = ''"):
        with pytest.raises(sqlite3.DatabaseError, match="append-only"):
            store._connection.execute(statement)


def test_a_view_reads_while_another_writes(tmp_path: Path, filled):
    with (
        filled(Store.open(tmp_path / "x.sayso")) as writing,
        Store.open(tmp_path / "x.sayso", read_only=True) as reading,
        writing.write() as writer,
    ):
        writer.set_meta("header", "{}")
        assert reading.view().header.title == "Raid"
