from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sayso.cli import building
from sayso.store import Store


@pytest.fixture
def case(tmp_path: Path, filled) -> Path:
    with Store.open(tmp_path / "x.sayso") as store:
        filled(store)
    return tmp_path / "x.sayso"


def test_a_build_ends_with_a_summary_and_a_second_one_makes_nothing_anew(sayso, accounts: Path, tmp_path: Path):
    done = sayso("build", accounts)
    assert done.returncode == 0, done.stderr
    assert "3 documents" in done.stdout
    assert (tmp_path / "siege.sayso").is_file()
    code = "import sys; from sayso.cli.building import Options, run; from pathlib import Path;"
    code += "report = run([sys.argv[1]], Path('siege.sayso'), Options(), quiet=True);"
    code += "print(report.is_unchanged, 'spacy' in sys.modules)"
    again = subprocess.run(
        [sys.executable, "-c", code, accounts], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert again.stdout.split() == ["True", "False"]


@pytest.mark.parametrize(
    ("what", "says"),
    [
        ([], "Raid"),
        (["rescued"], "About 72"),
        (["a"], "Gazette"),
        (["words"], "a: rebel"),
        (["e"], "the event"),
        (["--find", "hostages"], "[hostages]"),
        (["--find", "camels"], "No passage"),
    ],
)
def test_a_case_is_shown(sayso, case: Path, what, says):
    done = sayso("show", case, *what)
    assert done.returncode == 0, done.stderr
    assert says in done.stdout


def test_a_claim_is_shown_by_its_id(sayso, case: Path, claim):
    assert "General Ana Ruiz" in sayso("show", case, claim.id).stdout


def test_an_export_goes_out_and_into_a_file(sayso, case: Path, tmp_path: Path):
    shown = sayso("export", case, "--to", "json").stdout
    assert json.loads(shown)["format"] == "sayso-case/1"
    assert sayso("export", case, "--to", "json", "-o", "x.json").returncode == 0
    assert (tmp_path / "x.json").read_text(encoding="utf-8") == shown


def test_a_reader_that_has_enough_ends_no_export_with_a_traceback(case: Path):
    code = "from sayso.cli import main; main()"
    call = f"'{sys.executable}' -c '{code}' export {case} --to json | head -c 10"
    done = subprocess.run(["bash", "-c", call], capture_output=True, text=True, check=False)
    assert done.stderr == ""


def test_an_interrupt_keeps_what_is_done_and_says_so(accounts: Path, tmp_path: Path):
    for number in range(40):
        (accounts / f"more{number}.txt").write_text(f"Gunmen took {number + 3} hostages on 10 March 2001.\n" * 40)
    call = [sys.executable, "-c", "from sayso.cli import main; main()", "build", str(accounts)]
    process = subprocess.Popen(call, cwd=tmp_path, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    while not (tmp_path / "siege.sayso").exists():
        time.sleep(0.05)
    time.sleep(1)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate()
    assert process.returncode == 1
    assert said.startswith("sayso: stopped; what was done is kept")
    assert [path.name for path in tmp_path.glob("*.sayso*")] == ["siege.sayso"]


def test_a_report_is_one_page(sayso, case: Path, tmp_path: Path):
    done = sayso("report", case)
    assert done.returncode == 0, done.stderr
    assert "Raid" in (tmp_path / "x.html").read_text(encoding="utf-8")


def test_a_report_is_passed_on_without_names_and_full_texts(sayso, case: Path, tmp_path: Path):
    whole = sayso("report", case, "-o", "whole.html")
    assert whole.returncode == 0, whole.stderr
    done = sayso("report", case, "-o", "less.html", "--quotes-only", "--redact", "Ana Ruiz", "--redact", "Gazette")
    assert done.returncode == 0, done.stderr
    told = (tmp_path / "less.html").read_text(encoding="utf-8")
    assert "Ruiz" in (tmp_path / "whole.html").read_text(encoding="utf-8")
    assert "Ruiz" not in told
    assert "azette" not in told
    assert "no main event 'none'" in sayso("report", case, "--event", "none").stderr


def test_codebooks_are_shown_checked_and_started(sayso, tmp_path: Path):
    assert "killed" in sayso("codebook", "show").stdout
    assert "holds together" in sayso("codebook", "check").stdout
    assert sayso("codebook", "new", "mine.yaml").returncode == 0
    assert "holds together" in sayso("codebook", "check", "mine.yaml").stdout
    (tmp_path / "mine.yaml").write_text("name: mine\n")
    done = sayso("codebook", "check", "mine.yaml")
    assert done.returncode == 1
    assert "extraction: is missing" in done.stderr
    assert sayso("codebook", "new", "mine.yaml").returncode == 1


def test_the_example_is_built_with_its_dossier(sayso, tmp_path: Path):
    done = sayso("demo")
    assert done.returncode == 0, done.stderr
    assert "6 documents" in done.stdout
    assert (tmp_path / "demo" / "example.html").is_file()


@pytest.mark.parametrize(
    ("paths", "name"),
    [(["siege"], "siege.sayso"), (["siege/a.txt"], "a.sayso"), (["siege/a.txt", "siege/b.txt"], "siege.sayso")],
)
def test_a_case_has_the_name_of_its_folder(paths, name):
    assert building.case_name([Path(path) for path in paths]) == name


def test_times_are_annotated_line_by_line(sayso, tmp_path: Path):
    (tmp_path / "t.jsonl").write_text('{"id": "a", "published": "2001-03-12", "text": "It began on Friday."}\n')
    done = sayso("annotate", "--times", "t.jsonl")
    assert done.returncode == 0, done.stderr
    assert [one["value"] for one in json.loads(done.stdout)["timex"]] == ["2001-03-09"]


def test_figures_are_annotated_with_their_bounds(sayso, tmp_path: Path):
    (tmp_path / "t.jsonl").write_text('{"text": "Nearly 500 guests were held."}\n')
    row = json.loads(sayso("annotate", "--figures", "t.jsonl").stdout)
    assert [(one["low"], one["high"], one["qualifier"]) for one in row["figures"]] == [(450, 499, "nearly")]


def test_speech_is_annotated_with_its_spans(sayso, tmp_path: Path):
    text = "The siege is over.\n\nThe minister said that two soldiers had died."
    (tmp_path / "t.jsonl").write_text(json.dumps({"id": "a", "text": text}))
    row = json.loads(sayso("annotate", "--speech", "t.jsonl").stdout)
    (said,) = row["attributions"]
    assert text[slice(*said["source"][0])] == "The minister"
    assert text[slice(*said["cue"][0])] == "said"
