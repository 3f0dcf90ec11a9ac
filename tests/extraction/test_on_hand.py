"""Who was there: what a ship carried, a hall held, a train went with; who stood or sat where it happened; and crowds put at so many."""

import pytest
from tests.extraction.telling import said

TOLD = [
    ("The train, with 64 passengers and a crew of five, derailed on Monday.", 64),
    ("A lightning strike on Monday set fire to a hut that held eleven climbers.", 11),
    ("The launch carrying 83 people sank on Monday.", 83),
    ("The fire broke out on Monday. Some 3,000 people were in the square.", 2700),
    ("The wall collapsed on Monday. Forty people were waiting on the platform.", 40),
    ("The ferry sank on Monday. There were 463 passengers and 80 crew aboard.", 463),
    ("The dome collapsed on Monday. Six hundred worshippers filled the church.", 600),
    ("The shell hit the cellar on Monday and killed two. We were fourteen in it.", 14),
    ("Two people were killed in the riot on Monday. Police estimated the crowd at 9,000.", 9000),
    ("Two people were killed in the riot on Monday. The procession had swelled to 5,000.", 5000),
    ("The fire broke out on Monday. The hospital had 60 patients.", 60),
]
NOTHING = [
    "The ferry sank on Monday. Forty people were in hospital with burns.",
    "The ferry sank on Monday. The minister met with 30 relatives.",
    "The bus crashed on Monday. Two men were standing in the road.",
    "The fire on Monday destroyed a hall with 40 windows.",
]


@pytest.mark.parametrize(("text", "number"), TOLD)
def test_who_was_there_is_counted(text, number):
    assert number in [claim.value.low for claim in said(text, "present")]


@pytest.mark.parametrize("text", NOTHING)
def test_who_was_elsewhere_is_not(text):
    assert said(text, "present") == []
