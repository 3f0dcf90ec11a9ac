from __future__ import annotations

import csv
import io

import pytest
from tests.weighing.tables import told, written
from typer.testing import CliRunner

from sayso.cli.app import app
from sayso.errors import InputError

ROWS = told({"a": 0.9, "b": 0.8, "c": 0.7}, {"d": "c"}, size=100)


def _run(*arguments: object):
    return CliRunner().invoke(app, ["fuse", *map(str, arguments)], catch_exceptions=True)


def test_each_question_gets_a_row_with_value_score_and_sources(tmp_path):
    done = _run(written(tmp_path / "t.csv", ROWS))
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert done.exit_code == 0
    assert list(rows[0]) == ["object", "attribute", "value", "score", "sources"]
    assert len(rows) == 100
    assert all(0 < float(row["score"]) <= 1 and row["sources"] for row in rows)


def test_what_was_learned_of_the_sources_is_written_beside(tmp_path):
    done = _run(written(tmp_path / "t.csv", ROWS), "-o", tmp_path / "o.csv", "--sources", tmp_path / "s.csv")
    learned = (tmp_path / "s.csv").read_text(encoding="utf-8")
    rows = {row["source"]: row for row in csv.DictReader(io.StringIO(learned))}
    assert done.stdout == ""
    assert float(rows["a"]["accuracy"]) > float(rows["c"]["accuracy"])
    assert (rows["d"]["depends_on"], rows["a"]["depends_on"]) == ("c", "")


def test_a_handful_is_fused_by_votes_and_says_so(tmp_path):
    done = _run(written(tmp_path / "t.csv", [("x", "size", "a", 1), ("x", "size", "b", 1)]))
    assert done.exit_code == 0
    assert "too few to learn how far each is right; every source has one vote" in done.stderr


def test_bad_input_writes_nothing(tmp_path):
    done = _run(written(tmp_path / "t.csv", ROWS, ("a", "b", "c", "d")), "-o", tmp_path / "o.csv")
    assert isinstance(done.exception, InputError)
    assert not (tmp_path / "o.csv").exists()


@pytest.mark.parametrize("name", ["nothing.csv", "."])
def test_a_table_that_is_not_there_is_a_wrong_call(tmp_path, name):
    assert _run(tmp_path / name).exit_code == 2
