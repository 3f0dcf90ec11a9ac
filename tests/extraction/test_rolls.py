"""The dead by name and by what stands for them: lists however they open, lists within lists, coffins, names written down."""

import pytest
from tests.extraction.telling import said, tell

NAMED = [
    (
        "A gas blast wrecked the bakery on Friday. The dead have been named: Ana Ferreira (62), and Luc Morel (45), her lodger.",
        ["Ana Ferreira", "Luc Morel"],
    ),
    (
        "The chairlift fell on Sunday and six people died. Those whose names have been released: Hedda Brandt (51), her husband Otto Brandt (53) and Pia Lund (19).",
        ["Hedda Brandt", "Otto Brandt", "Pia Lund"],
    ),
    (
        "An explosion tore through the mill on Tuesday. Among those buried yesterday were Thomas Weir, 34, a carder, and James Hall, 61.",
        ["Thomas Weir", "James Hall"],
    ),
    (
        "A truck ploughed into the market, killing nine. Here are some of them: Kofi Mensah, 41, a porter, crushed at his stall; Esi Owusu, who had gone back.",
        ["Kofi Mensah", "Esi Owusu"],
    ),
    (
        "The ferry capsized on Thursday and eleven people drowned. The youngest of the dead was Rosa Vidal, 4.",
        ["Rosa Vidal"],
    ),
    (
        "The bus ran off the bridge and 14 people were killed. They include Li Wen, 33, the driver, and Zhao Min, a teacher.",
        ["Li Wen", "Zhao Min"],
    ),
]
NOBODY = [
    "A gas blast wrecked the bakery on Friday. The firemen who came were named: Ana Ferreira (32) and Luc Morel (45).",
    "The chairlift fell on Sunday. Among those rescued were Hedda Brandt, 51, and Otto Brandt, 53.",
    "The quake hit at dawn. Those whose names have been put forward for the inquiry: Yusuf Demir (40), and Ali Kaya (51).",
    "The ship went down off the cape on Friday, and no one was lost. It was carrying a cargo of twenty-four coffins.",
    "The shelling damaged the old cemetery. Fifty graves were desecrated.",
]
LISTS = [
    (
        "The centre has the names of 48 people who were killed in the raid: 30 men, 12 women and six children.",
        [48, 30, 12, 6],
    ),
    (
        "Nine people died in the derailment, among them five employees of the line: two drivers, one guard and two cleaners.",
        [9, 5, 2, 1, 2],
    ),
    ("The number of those who died in the fire is 60. It is made up of 52 guests and eight waiters.", [60, 52, 8]),
    ("A ship went down off the cape on Friday. Twenty-four coffins stood in the customs hall on Sunday.", [24]),
    ("After the shelling we went from house to house and wrote down thirty-seven names of the dead.", [37]),
    ("Soldiers fired on the crowd on 9 March. The women's list of the dead has eighty names.", [80]),
]


@pytest.mark.parametrize(("text", "names"), NAMED)
def test_a_list_of_the_dead_names_each(text, names):
    told = [text[claim.start : claim.end] for claim in said(text, "killed") if claim.about_span is not None]
    assert told == names


@pytest.mark.parametrize("text", NOBODY)
def test_a_list_of_others_kills_nobody(text):
    assert [claim for claim in said(text, "killed") if claim.value.low] == []


@pytest.mark.parametrize(("text", "numbers"), LISTS)
def test_what_stands_for_the_dead_counts_them(text, numbers):
    assert [claim.value.low for claim in said(text, "killed")] == numbers


def test_names_of_witnesses_are_not_those_of_the_dead():
    text = "A bomb killed two in the arcade. Police have taken down thirty-seven names of witnesses."
    assert [claim.value.low for claim in said(text, "killed")] == [2]


def test_the_lines_of_a_list_are_opened_by_the_sentence_before_them():
    text = "Nine people died in the fire. Those whose names have been released:\n\n- Ada Holm (30), Vik\n- Nils Berg (41) and daughters Eva (11) and Ida (8)\n"
    told = [claim for claim in tell(text, "a.md").claims if claim.slot == "killed" and claim.about_span is not None]
    assert [claim.value.text for claim in told] == ["Ada Holm", "Nils Berg", "Eva", "Ida"]
