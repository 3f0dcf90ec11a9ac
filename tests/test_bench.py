from __future__ import annotations

import ast
import importlib
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


@pytest.mark.parametrize("path", sorted(BENCH.glob("*.py")), ids=lambda path: path.stem)
def test_what_a_bench_imports_of_the_package_is_there(path: Path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("sayso"):
            module = importlib.import_module(str(node.module))
            for name in node.names:
                assert hasattr(module, name.name) or importlib.import_module(f"{node.module}.{name.name}")
