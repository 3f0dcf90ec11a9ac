"""Workers do not outlive the process that started them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

SCRIPT = """
import os, sys, time
from sayso.engines import Processes

def told(task):
    print(os.getpid(), flush=True)
    time.sleep(60)

if __name__ == "__main__":
    for _ in Processes(1).map(told, [1]):
        pass
"""


def _is_there(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{process}/stat")
    return not status.is_file() or status.read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0] != "Z"


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the system has no such signal")
def test_a_worker_whose_parent_is_killed_ends(tmp_path: Path) -> None:
    script = tmp_path / "killed.py"
    script.write_text(SCRIPT, encoding="utf-8")
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        worker = int(parent.stdout.readline())
        parent.kill()
    until = time.monotonic() + 20
    while _is_there(worker) and time.monotonic() < until:
        time.sleep(0.05)
    assert not _is_there(worker)
