"""The passages of the evaluation hold together: every mark stands in its text, says a known slot, and has a value that can be read."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from sayso.codebook import load

HERE = Path(__file__).parent.parent / "evaluation"


def _module(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, HERE / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    sys.modules[name] = module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


passages = _module("passages")
scores = _module("passage_scores")
filed = pytest.mark.parametrize("path", passages.files(), ids=lambda path: path.stem)


def _parse(body: str):
    return passages.parse(f"# genre: wire; kind: fire; split: train\n{body}")


@filed
def test_every_mark_stands_in_its_text(path):
    marks = [(one.text, mark) for one in passages.read(path) for mark in one.marks]
    assert marks
    assert [mark for text, mark in marks if text[mark.start : mark.end] != mark.quote] == []


@filed
def test_every_passage_counts_people_in_as_many_words_as_a_passage_has(path):
    read = passages.read(path)
    assert [one.text for one in read if not any(mark.is_people for mark in one.marks)] == []
    assert [one.text for one in read if not 45 <= len(one.text.split()) <= 190] == []


@filed
def test_every_fourth_passage_is_kept_for_checking(path):
    assert [
        number for number, one in enumerate(passages.read(path)) if (one.split == "check") != (number % 4 == 3)
    ] == []


def test_the_groups_are_those_of_the_codebook():
    assert set(load("incident").extraction.groups) >= passages.GROUPS


def test_a_mark_is_taken_out_of_the_text():
    passage = _parse("There <killed 2 part group=women by=the_mayor>two women</> fell.")
    assert passage.text == "There two women fell."
    assert passage.marks[0] == passages.Mark(
        6, 15, "two women", "killed", "2", 2, 2, scope="part", group="women", speaker="the mayor"
    )


@pytest.mark.parametrize(
    ("value", "bounds"),
    [
        ("12", (12, 12)),
        ("9-12", (9, 12)),
        (">=20", (20, None)),
        (">20", (21, None)),
        ("<20", (None, 19)),
        ("~20", (20, 20)),
        ("some", (None, None)),
        ("0", (0, 0)),
    ],
)
def test_a_value_has_its_bounds(value, bounds):
    mark = _parse(f"<killed {value}>so many</> died.").marks[0]
    assert (mark.low, mark.high) == bounds


def test_one_quote_may_have_two_readings():
    first, second = _parse("<arrested 4; charged 4>The four</> were charged.").marks
    assert (first.slot, second.slot) == ("arrested", "charged")
    assert (first.start, first.end) == (second.start, second.end)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<killed two>two</> died", "no number"),
        ("<slain 2>two</> died", "no such slot"),
        ("<killed 2 group=giants>two</> died", "no group is called 'giants'"),
        ("<killed>two</> died", "lacks a value"),
        ("<killed 2>two died", "not closed"),
        ("<date_start in June>June</> came", "not of its shape"),
    ],
)
def test_what_does_not_hold_is_named(body, said):
    with pytest.raises(passages.PassageError, match=said):
        _parse(body)


def test_all_faults_of_a_file_are_told_together(tmp_path):
    path = tmp_path / "bad.txt"
    path.write_text(
        "# genre: wire; kind: fire\nOne.\n\n# genre: wire; kind: fire; split: train\n<killed x>two</>\n", "utf-8"
    )
    with pytest.raises(passages.PassageError, match=r"passage 1 .*header.*; passage 2 .*no number"):
        passages.read(path)


def test_a_figure_is_found_where_slot_words_and_number_agree():
    body = "The blast killed <killed 12>twelve people</> and wounded <injured 9>nine</>. <killed 4>Four more</> sleep in the hill."
    found = next(scores.look([_parse(body)]))
    assert {mark.slot for mark, _ in found.hits} == {"killed", "injured"}
    assert [mark.quote for mark in found.missed] == ["Four more"]
    assert {verdict for verdict, _ in found.verdicts} == {"right"}


@pytest.mark.parametrize(
    ("mark", "verdict"),
    [
        ("killed 12", "right"),
        ("killed 10-14", "right"),
        ("killed 14", "number"),
        ("missing 12", "slot"),
        ("none 12", "none"),
        ("executed 12", "right"),
    ],
)
def test_a_claim_is_judged_by_the_mark_over_its_words(mark, verdict):
    found = next(scores.look([_parse(f"The blast in the square killed <{mark}>twelve people</>.")]))
    assert {said for said, _ in found.verdicts} == {verdict}


def test_a_part_of_what_a_mark_counts_together_is_not_wrong():
    found = next(scores.look([_parse("The blast killed <killed 3>a woman and two boys</>.")]))
    assert {said for said, _ in found.verdicts} <= {"near", "right"}


def test_the_report_tells_both_splits():
    told = scores.report([_parse("The blast killed <killed 12>twelve people</>.")], with_errors=True)
    assert "recall % by slot" in told
    assert "precision %" in told
