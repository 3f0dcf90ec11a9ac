from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.errors import InputError
from sayso.watching import Watch


@pytest.fixture
def rounds(tmp_path: Path) -> Iterator[list[list[str]]]:
    """The rounds of a folder that is watched in another thread, as they come."""
    found: list[list[str]] = []
    is_over = threading.Event()

    def look() -> None:
        for files in Watch([tmp_path], pause=0.02, rest=0.15).rounds():
            found.append([path.name for path in files])
            if is_over.is_set():
                return

    thread = threading.Thread(target=look)
    thread.start()
    yield found
    is_over.set()
    (tmp_path / f"end{time.monotonic_ns()}.txt").write_text("end")
    thread.join(10)


def _until(rounds: list[list[str]], wanted: list[str]) -> None:
    end = time.monotonic() + 10
    while not (rounds and rounds[-1] == wanted):
        assert time.monotonic() < end, rounds
        time.sleep(0.02)


def test_files_that_come_change_and_go_make_a_round_each(tmp_path: Path, rounds):
    (tmp_path / "a.txt").write_text("one")
    _until(rounds, ["a.txt"])
    (tmp_path / "b.txt").write_text("two")
    _until(rounds, ["a.txt", "b.txt"])
    count = len(rounds)
    (tmp_path / "b.txt").write_text("two and more")
    while len(rounds) == count:
        time.sleep(0.02)
    (tmp_path / "a.txt").unlink()
    _until(rounds, ["b.txt"])


def test_a_file_that_is_being_written_is_left_until_it_rests(tmp_path: Path, rounds):
    with (tmp_path / "slow.txt").open("w") as file:
        for _ in range(12):
            file.write("more\n")
            file.flush()
            time.sleep(0.05)
            assert rounds == []
    _until(rounds, ["slow.txt"])


def test_hidden_files_and_cases_make_no_round(tmp_path: Path, rounds):
    for name in (".hidden", "x.sayso", "x.sayso-wal"):
        (tmp_path / name).write_text("no account")
    time.sleep(0.4)
    assert rounds == []
    (tmp_path / "a.txt").write_text("one")
    _until(rounds, ["a.txt"])


def test_a_file_that_never_rests_is_left_for_later(tmp_path: Path):
    (tmp_path / "a.txt").write_text("one")
    growing = tmp_path / "log.txt"
    is_over = threading.Event()

    def grow() -> None:
        while not is_over.is_set():
            with growing.open("a") as file:
                file.write("x")
            time.sleep(0.02)

    thread = threading.Thread(target=grow)
    thread.start()
    files = next(iter(Watch([tmp_path], pause=0.02, rest=0.3, patience=0.6).rounds()))
    is_over.set()
    thread.join()
    assert [path.name for path in files] == ["a.txt"]


def test_a_folder_that_is_not_there_is_said(tmp_path: Path):
    with pytest.raises(InputError, match="no such file or folder"):
        next(iter(Watch([tmp_path / "nowhere"]).rounds()))
