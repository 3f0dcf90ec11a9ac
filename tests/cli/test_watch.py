from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.store import Store


@pytest.fixture
def watched(accounts: Path, tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """`sayso watch` over a folder, as a user runs it."""
    call = [
        sys.executable,
        "-c",
        "from sayso.cli import main; main()",
        "watch",
        accounts,
        "-o",
        "x.sayso",
        "--every",
        "0.2",
    ]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        call, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        yield process
        process.kill()


def _line(process: subprocess.Popen[str], word: str) -> str:
    assert process.stdout is not None
    for line in process.stdout:
        assert "not built" not in line
        if word in line:
            return line
    raise AssertionError(word)


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_files_are_built_as_they_arrive_until_it_is_stopped(sign, watched, accounts: Path, tmp_path: Path):
    assert "3 documents, 3 came" in _line(watched, "came")
    (accounts / "late.txt").write_text("A fifth hostage died on 2 April 2001.\n")
    assert "4 documents, 1 came" in _line(watched, "came")
    (accounts / "late.txt").unlink()
    assert "3 documents, 0 came, 1 left" in _line(watched, "left")
    watched.send_signal(sign)
    assert "stopped; x.sayso holds what was built" in _line(watched, "stopped")
    assert watched.wait(20) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["siege", "x.sayso"]
    with Store.open(tmp_path / "x.sayso", read_only=True) as store:
        assert store.view().count("documents") == 3


def test_an_address_is_refused(sayso):
    done = sayso("watch", "s3://desk/news")
    assert done.returncode == 1
    assert "only folders of this machine" in done.stderr
