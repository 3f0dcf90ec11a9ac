from __future__ import annotations

import subprocess
import sys

import pytest

COMMANDS = ["demo", "build", "watch", "show", "report", "export", "codebook", "annotate", "doctor"]
COMMANDS += ["diff", "import", "fuse", "judge", "serve"]


def test_the_help_imports_no_language_library(tmp_path):
    code = (
        "import sys; from sayso.cli import main; sys.argv = ['sayso', '--help']\ntry: main()\nexcept SystemExit: pass\n"
    )
    code += "print('spacy' in sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "sayso build FOLDER" in done.stdout
    assert done.stderr.split()[-1] == "False"


@pytest.mark.parametrize("command", [*COMMANDS, "codebook show", "codebook check", "codebook new"])
def test_every_command_has_a_help_with_an_example(sayso, command):
    done = sayso(*command.split(), "--help")
    assert done.returncode == 0
    assert "    sayso " in done.stdout or command == "codebook"


def test_a_wrong_call_ends_with_two(sayso):
    assert sayso("bild").returncode == 2
    assert sayso("build").returncode == 2
    assert sayso("build", "x", "--jobs", "none").returncode == 2
    assert sayso("annotate", "x.jsonl").returncode == 2


def test_the_version_is_told(sayso):
    assert sayso("--version").stdout.startswith("sayso 0.")


def test_the_doctor_finds_all_that_a_build_needs(sayso):
    done = sayso("doctor")
    assert done.returncode == 0, done.stdout
    assert "cluster" in done.stdout
