"""How the code reads, as tests: style, types, spelling, budgets, and words that have no place in the repository."""

from __future__ import annotations

import ast
import re
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
MODULES = sorted((ROOT / "src").rglob("*.py"))
BUDGET_MODULE, BUDGET_FUNCTION, BUDGET_NESTING = 400, 50, 3
# A registry's address would tie the locks and the documentation to one mirror; a path of one machine to that machine.
FORBIDDEN = re.compile(
    r"://[a-z.]*(pypi|python-?hosted|npm-?js)[a-z]*\.|(?<![\w.])/(work|farm|opt|root)/[a-z]", re.IGNORECASE
)
# No rule may be made for one case: the evaluation would no longer say how others fare.
ONE_CASE = re.compile(r"\b(lima|peru|peruvian|mrta|fujimori|tupac|cerpa)\b", re.IGNORECASE)
# Country tables name every country; the example case is about one.
MAY_NAME = ("resources/gazetteer", "resources/examples", "resources/schema")


@pytest.mark.parametrize(
    "call",
    [
        ("ruff", "check", "."),
        ("ruff", "format", "--check", "."),
        ("mypy",),
        ("codespell",),
    ],
    ids=" ".join,
)
def test_the_tools_find_nothing(call):
    done = subprocess.run([BIN / call[0], *call[1:]], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]


def test_modules_are_short():
    lengths = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    assert {path: length for path, length in lengths.items() if length > BUDGET_MODULE} == {}
    assert statistics.median(lengths.values()) <= 110


def test_functions_are_short_and_flat():
    functions = list(_functions())
    assert {name: size for name, size, _ in functions if size > BUDGET_FUNCTION} == {}
    assert {name: depth for name, _, depth in functions if depth > BUDGET_NESTING} == {}
    assert statistics.median(size for _, size, _ in functions) <= 12


def test_nothing_names_a_registry_or_one_machine():
    texts = {path: (ROOT / path).read_text(encoding="utf-8", errors="replace") for path in _tracked()}
    assert [f"{path}: {hit[0]}" for path, text in texts.items() for hit in FORBIDDEN.finditer(text)] == []


def test_no_rule_is_made_for_one_case():
    sources = [path for path in _tracked() if path.startswith("src/") and not any(one in path for one in MAY_NAME)]
    assert [f"{path}: {hit[0]}" for path in sources for hit in ONE_CASE.finditer(_said(ROOT / path))] == []


def _said(path: Path) -> str:
    """What a source does, without what it says of itself: a docstring may give an example from the packaged case."""
    text = path.read_text(encoding="utf-8", errors="replace")
    if path.suffix != ".py":
        return text
    constants = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Constant)]
    told = {node.value.value for node in ast.walk(ast.parse(text)) if _is_docstring(node)}
    return "\n".join(str(one.value) for one in constants if isinstance(one.value, str) and one.value not in told)


def _is_docstring(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def test_every_lock_line_has_its_hash():
    for lock in (ROOT / "requirements").glob("*.txt"):
        packages = re.split(r"\n(?=\w)", lock.read_text(encoding="utf-8").strip())
        assert packages
        assert [one.split("\n")[0] for one in packages if "--hash=sha256:" not in one] == []


def test_the_locks_agree_with_each_other():
    core, dev = (_versions(ROOT / "requirements" / f"{name}.txt") for name in ("core", "dev"))
    assert core <= dev


def _versions(lock: Path) -> set[str]:
    return set(re.findall(r"^\S+==\S+", lock.read_text(encoding="utf-8"), re.MULTILINE))


def _functions() -> Iterator[tuple[str, int, int]]:
    """Name, lines without docstring and nesting of every function."""
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                name = f"{path.relative_to(ROOT)}:{node.name}"
                yield name, _lines(node), _depth(node.body)


def _lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    body = node.body[1:] if ast.get_docstring(node) is not None else node.body
    return (node.end_lineno or 0) - body[0].lineno + 1 if body else 0


def _depth(body: list[ast.stmt]) -> int:
    return max((_deeper(statement) for statement in body), default=0)


def _deeper(statement: ast.stmt) -> int:
    if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return 0  # counted for itself
    inner = [*getattr(statement, "body", []), *getattr(statement, "finalbody", [])]
    for handler in getattr(statement, "handlers", []):
        inner += handler.body
    # `elif` is no deeper than its `if`.
    beside = _depth(getattr(statement, "orelse", []))
    return max(1 + _depth(inner) if inner else 0, beside)


def _tracked() -> list[str]:
    """Text files of the repository, this one left out: it names what it forbids."""
    done = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    binary = (".png", ".gz", ".pdf", ".docx", ".woff2")
    here = str(Path(__file__).relative_to(ROOT))
    return [path for path in done.stdout.split("\n") if path and path != here and not path.endswith(binary)]
