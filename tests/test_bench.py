from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).parent.parent / "bench"


@pytest.mark.parametrize(
    ("script", "rows"),
    [
        (["speed.py", "--documents", "3", "--rounds", "1"], ["machine", "bare", "sayso", "ratio", "memory", "rebuild"]),
        (["profile_extraction.py", "--documents", "2"], ["own time", "sayso/extraction", "function of sayso"]),
    ],
)
def test_the_bench_runs_and_prints_its_rows(script, rows):
    # How fast is for a quiet machine to say: `make bench`. That it can be asked is tested here.
    done = subprocess.run([sys.executable, *script], cwd=BENCH, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert [row for row in rows if row not in done.stdout] == []


def test_the_help_imports_no_language_library():
    code = "import sys, sayso.cli.app; sys.exit('spacy' in sys.modules or 'numpy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
