from __future__ import annotations

import pytest
from tests.extraction.telling import bounds, said

HURT = [
    "The hall collapsed. Her arm was torn off at the elbow.",
    "The hall collapsed. The stoker had his arm broken in two places.",
    "Soldiers raided the office. They broke the editor's fingers.",
    "The shelling of the port went on. A splinter took off the gunner's hand.",
    "The truck overturned. The wheel crushed his foot.",
    "The truck overturned. The driver's leg had to be amputated.",
    "Police fired on the crowd. A porter was shot in the leg.",
    "Police fired on the crowd. The bailiff got a pitchfork in the thigh.",
]
NOT_HURT = [
    "The hall collapsed. The statue's nose was broken.",
    "The truck overturned because he took his hand off the wheel.",
    "Police fired on the crowd. A porter was shot in the thigh and died.",
]


@pytest.mark.parametrize("text", HURT)
def test_whose_limb_is_harmed_is_hurt(text: str) -> None:
    assert bounds(text, "injured") == [(1, 1)]


@pytest.mark.parametrize("text", NOT_HURT)
def test_what_is_no_wound_of_the_living_hurts_nobody(text: str) -> None:
    assert not said(text, "injured")
