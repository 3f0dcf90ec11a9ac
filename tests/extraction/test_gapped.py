"""Counts that lack the verb of an earlier one: they have its slot and are a part of what is told."""

import pytest
from tests.extraction.telling import counted, said

from sayso.model import Relation


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Eleven were killed by the fire on Monday, and six by smoke.", ("killed", (6, 6))),
        ("Six died where they stood when the wall fell, four more in the ambulance.", ("killed", (4, 4))),
        ("Sixty were hurt in the crash on Monday, a dozen seriously.", ("injured", (12, 12))),
        ("Nine were shot in the raid on Monday, two fatally.", ("killed", (2, 2))),
    ],
)
def test_a_bare_number_takes_the_verb_before_it(text, told):
    assert told in counted(text)


def test_what_it_counts_is_a_part():
    claims = said("Sixty were hurt in the crash on Monday, a dozen seriously.", "injured")
    assert [claim.scope and claim.scope.relation for claim in claims] == [None, Relation.PART]


@pytest.mark.parametrize(
    "text",
    [
        "Two were killed in the raid; one of them, Lev Amsel, 19 at the time, was a clerk.",
        "The crash killed nine, and three in the crowd filmed it.",
        "The blast killed nine, and two on the bridge were rescued.",
    ],
)
def test_a_number_with_a_verb_or_an_age_takes_nothing(text):
    assert len([claim for claim in said(text, "killed") if claim.value.low not in (1, None)]) == 1
