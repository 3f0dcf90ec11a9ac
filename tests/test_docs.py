"""The documentation cannot fall behind: its commands and snippets run, its reference is made from the code, its links lead somewhere."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import sayso
from sayso.cli.app import app

ROOT = Path(__file__).parent.parent
MADE = ROOT / "docs" / "reference"
PAGES = sorted(
    path
    for path in [*(ROOT / "docs").rglob("*.md"), *ROOT.glob("*.md"), *(ROOT / "examples").glob("*.md")]
    if MADE not in path.parents
)
# A block with a title is a file that the reader writes.
BLOCK = re.compile(
    r"^```(?P<language>\w+)(?: title=\"(?P<title>[\w./-]+)\")?\n(?P<body>.*?)^```", re.MULTILINE | re.DOTALL
)
LINK = re.compile(r"\]\((?P<target>[^)#\s]+)(?:#[^)]*)?\)")


def _id(path: Path) -> str:
    return str(path.relative_to(ROOT))


def _blocks(path: Path, *languages: str) -> list[tuple[str, str]]:
    found = BLOCK.finditer(path.read_text(encoding="utf-8"))
    return [(block["language"], block["body"]) for block in found if block["language"] in languages]


def _commands(body: str) -> str:
    """The commands of a block, which run in one shell and stop at the first that fails."""
    return "\n".join(["set -e", *(line[2:] for line in body.splitlines() if line.startswith("$ "))])


def _calls(path: Path, folder: Path) -> Iterator[list[str]]:
    """What a page asks its reader to run, in order; the files it asks for are written on the way."""
    for block in BLOCK.finditer(path.read_text(encoding="utf-8")):
        if block["title"]:
            file = folder / block["title"]
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(block["body"], encoding="utf-8")
        elif block["language"] == "python":
            yield [sys.executable, "-c", block["body"]]
        elif block["language"] == "console":
            yield ["sh", "-c", _commands(block["body"])]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a few accounts, as a reader of the documentation has."""
    accounts = tmp_path / "accounts"
    accounts.mkdir()
    for path in sayso.example_paths():
        shutil.copy(path, accounts)
    return tmp_path


@pytest.mark.parametrize("path", [page for page in PAGES if _blocks(page, "console", "python")], ids=_id)
def test_every_command_and_snippet_runs(path, folder):
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "COLUMNS": "100",
    }
    for call in _calls(path, folder):
        done = subprocess.run(call, cwd=folder, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{call[-1]}\n{done.stdout[-500:]}\n{done.stderr[-2000:]}"


@pytest.mark.parametrize("path", PAGES, ids=_id)
def test_every_link_within_leads_somewhere(path):
    targets = [link["target"] for link in LINK.finditer(path.read_text(encoding="utf-8"))]
    local = [target for target in targets if not re.match(r"\w+:", target)]
    assert [target for target in local if not (path.parent / target).exists()] == []


def test_the_reference_is_what_the_code_says():
    pages = _module("make_reference").pages()
    behind = [name for name, text in pages.items() if (MADE / name).read_text(encoding="utf-8") != text]
    assert behind == [], "run: make docs"


def test_every_command_of_the_line_is_in_the_reference():
    named = {command for command in _module("make_reference").COMMANDS if command}
    groups = {
        f"{group.name} {one.callback.__name__}"
        for group in app.registered_groups
        for one in group.typer_instance.registered_commands
    }
    assert {one.name for one in app.registered_commands} | groups <= named


def test_the_tree_of_the_site_holds_together(tmp_path):
    call = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--site-dir", str(tmp_path)]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_every_target_of_the_makefile_that_is_named_exists():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = {word for page in PAGES for word in re.findall(r"`make ([a-z]+)", page.read_text(encoding="utf-8"))}
    assert named <= targets
    assert {"demo", "test", "lint", "bench", "eval", "docs"} <= targets


def _module(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "docs" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
