"""A stretch of days tells when it began and when it ended; a bound and a night do not."""

import pytest
from tests.extraction.telling import said

STRETCHES = [
    ("The riot at Arlow prison lasted from 10 to 14 October 1974. Nine inmates died.", "1974-10-10", "1974-10-14"),
    ("The disturbance of October 10 to 14, 1974, at Arlow left nine inmates dead.", "1974-10-10", "1974-10-14"),
    ("The pogrom in Arlow on 3-5 May 1990 left eleven dead.", "1990-05-03", "1990-05-05"),
    ("From March to May 1993 the siege of Arlow went on; 300 people died.", "1993-03", "1993-05"),
]


@pytest.mark.parametrize(("text", "first", "last"), STRETCHES)
def test_a_stretch_has_two_ends(text, first, last):
    assert [claim.value.edtf for claim in said(text, "date_start")] == [first]
    assert [claim.value.edtf for claim in said(text, "date_end")] == [last]


@pytest.mark.parametrize(
    "text",
    [
        "Between 10 and 14 October 1974 gangs killed nine people in Arlow.",
        "On the night of 3 to 4 May 1990 soldiers killed eleven villagers in Arlow.",
    ],
)
def test_a_bound_and_a_night_have_none(text):
    assert not said(text, "date_end")
    assert len(said(text, "date_start")) == 1
