from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.lines import units


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One paragraph.\n\nAnother one.", 2),
        ("The ferry carried far more passengers than it had been\n\nbuilt for, the inquiry found.", 1),
        ("A heading\n\nand so it began, in lower case.", 2),
        ("A complete sentence stands on its own line.\nThe next one does too, copied from the web.", 2),
        (
            "Rebels took the house on Tuesday night and held about\nfive hundred guests, most of them officials, until the army\ncame.",
            1,
        ),
        ("- free the prisoners\n- a plane\n- money", 3),
        ("> quoted\n> again", 2),
        ("By Ana Ruiz\nLIMA - Soldiers came.", 2),
        ("", 0),
        (" \n\n ", 0),
    ],
)
def test_lines_that_belong_together_make_one_unit(text, count):
    assert len(units(text)) == count


@given(st.text(alphabet=st.sampled_from("aB. ,\n-\t>1|:”")))
def test_units_are_in_order_and_stand_in_the_text(text):
    at = 0
    for unit in units(text):
        assert at <= unit.start < unit.end <= len(text)
        assert text[unit.start : unit.end] == unit.text == unit.text.strip()
        at = unit.end
    assert not text[at:].strip()
