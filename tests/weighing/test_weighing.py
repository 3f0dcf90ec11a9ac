from __future__ import annotations

from pathlib import Path
from random import Random
from time import process_time

import numpy as np
import pytest
from tests.weighing.tables import told, written

from sayso.weighing import Weighed, read, weigh


def _weighed(tmp_path: Path, rows) -> Weighed:
    return weigh(read(written(tmp_path / "claims.csv", rows)))


def _right(weighed: Weighed) -> float:
    chosen = weighed.chosen()
    return sum(int(one.thing[1:]) == int(one.value) for one in chosen) / len(chosen)


def test_learned_accuracy_is_near_the_true_one(tmp_path):
    true = {"a": 0.95, "b": 0.8, "c": 0.7, "d": 0.6, "e": 0.4}
    weighed = _weighed(tmp_path, told(true))
    learned = dict(zip(weighed.table.sources, weighed.accuracy.tolist(), strict=True))
    assert all(abs(learned[name] - share) < 0.12 for name, share in true.items()), learned


def test_one_good_source_outweighs_two_that_often_err(tmp_path):
    weighed = _weighed(tmp_path, told({"good": 0.97, "bad": 0.4, "worse": 0.35, "poor": 0.4}))
    assert _right(weighed) > 0.9


def test_copies_of_a_bad_source_do_not_win_by_number(tmp_path):
    accuracy = {"a": 0.85, "b": 0.8, "c": 0.8, "d": 0.75, "bad": 0.5}
    copies = dict.fromkeys(("copy1", "copy2", "copy3"), "bad")
    weighed = _weighed(tmp_path, told(accuracy, copies))
    assert _right(weighed) > 0.9
    tied = weighed.ties
    names = {tuple(weighed.table.sources[code] for code in divmod(key, tied.size)) for key in tied.keys.tolist()}
    assert {("bad", "copy1"), ("copy1", "copy2"), ("copy2", "copy3")} <= names
    assert not any({"a", "b", "c", "d"} & set(pair) for pair in names)


def test_two_sources_that_are_both_right_are_no_copies(tmp_path):
    weighed = _weighed(tmp_path, told({"a": 0.98, "b": 0.98, "c": 0.8, "d": 0.7, "e": 0.6}))
    assert not len(weighed.ties.keys)


def test_the_order_of_the_rows_changes_nothing(tmp_path):
    rows = told({"a": 0.9, "b": 0.7, "c": 0.6, "d": 0.5}, size=60)
    first = _weighed(tmp_path, rows)
    Random(3).shuffle(rows)  # noqa: S311 - any other order
    second = _weighed(tmp_path, rows)
    assert first.chosen() == second.chosen()
    assert np.array_equal(first.score, second.score)


def test_scores_of_a_question_never_sum_to_more_than_one(tmp_path):
    weighed = _weighed(tmp_path, told({"a": 0.9, "b": 0.7, "c": 0.6, "d": 0.5}, size=60))
    assert np.bincount(weighed.table.question_of, weights=weighed.score).max() <= 1 + 1e-9


def test_a_value_that_all_share_is_surer_than_one_alone(tmp_path):
    rows = [
        *told({"a": 0.9, "b": 0.8, "c": 0.7}),
        *(("all", "size", name, 1) for name in "abc"),
        ("one", "size", "a", 1),
    ]
    score = {one.thing: one.score for one in _weighed(tmp_path, rows).chosen()}
    assert score["all"] > score["one"] > 0.5


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([("x", "size", "a", 1), ("x", "size", "b", 2)], "2 sources are too few"),
        (told({"a": 0.9, "b": 0.9, "c": 0.9, "d": 0.9}, size=8), "two answers, too few"),
    ],
)
def test_from_a_handful_no_accuracy_is_learned_and_this_is_said(tmp_path, rows, words):
    weighed = _weighed(tmp_path, rows)
    assert words in weighed.why_not_learned
    assert set(weighed.accuracy.tolist()) == {0.8}


def test_in_a_handful_the_most_voices_win(tmp_path):
    rows = [("x", "size", "a", 5), ("x", "size", "b", 7), ("x", "size", "c", 7)]
    chosen = _weighed(tmp_path, rows).chosen()
    assert [(one.value, one.sources) for one in chosen] == [("7", ("b", "c"))]


def test_a_crowded_question_costs_no_more_than_its_claims(tmp_path):
    rows = [
        (f"o{thing}", "size", f"s{source:04d}", (thing * source) % 3) for thing in range(30) for source in range(2000)
    ]
    before = process_time()
    assert len(_weighed(tmp_path, rows).chosen()) == 30
    assert process_time() - before < 10
