"""Demands told as a price, as what a strike is for, and as a bidding."""

from __future__ import annotations

import pytest
from tests.extraction.telling import tell

_TAKEN = "Gunmen took 17 people hostage in a bank in Lyon on Sunday. "


def _demands(text: str) -> list[str]:
    return [getattr(one.value, "text", "") for one in tell(text).claims if one.slot == "demand"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (_TAKEN + "They said they would let the women go if 40 prisoners were freed.", "40 prisoners were freed"),
        (_TAKEN + "They offered to free the children in return for safe passage to a port.", "safe passage to a port"),
        (_TAKEN + "The gunmen said they would release them once the troops withdrew.", "the troops withdrew"),
        (_TAKEN + "They threatened to kill one every hour unless the judge freed their comrades.", "the judge freed their comrades"),
        (_TAKEN + "They would not give up the rest without the release of all rebels.", "the release of all rebels"),
        ("The dockers were striking for a rise and a shorter day when police fired and killed four.", "a shorter day"),
        ("Police fired on the dockers and killed four. The strike was for a rise of a tenth.", "a rise of a tenth"),
        ("The mutiny began on 3 March. Among the demands of the mutineers were better food and more pay.", "better food"),
        ("A boy was kidnapped on Friday. His father was sent two letters asking for two million pesos.", "two million pesos"),
        ("The mine blew up and killed nine. The union called upon the minister to take over the inquiry.", "take over the inquiry"),
    ],
)  # fmt: skip
def test_a_price_is_a_demand(text: str, words: str) -> None:
    assert any(words in told for told in _demands(text))


@pytest.mark.parametrize(
    "text",
    [
        _TAKEN + "The police would free the men if they surrendered.",
        _TAKEN + "The hostages were freed when the troops stormed the bank.",
        _TAKEN + "The police threatened to storm the bank unless the gunmen gave up.",
        "The dockers were striking for three days when police fired and killed four.",
    ],
)
def test_what_is_no_price_is_no_demand(text: str) -> None:
    assert not _demands(text)
