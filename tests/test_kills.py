"""A few of the kills of `bench/kills.py`, which anyone can run at length."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_nothing_confirmed_is_lost_where_processes_are_killed_or_decide_at_once():
    call = [sys.executable, ROOT / "bench" / "kills.py", "--kills", "6", "--together", "10"]
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "20 decisions kept, 0 doubled" in done.stdout
