"""Of whom a count is one: out of fewer, of somebody's own, or of those who joined; a count of all is compared as ever."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.fusion.factory import Told, document, figure, said, told

from sayso.model import Claim, Document, Extent, Status


def of(name: str, text: str, words: str, number: int, slot: str = "survived") -> tuple[Claim, Document]:
    """A count where it stands in the one sentence of its account."""
    start = text.index(words)
    claim = said(name, slot, figure(number, text=words), "total", start=start + 1)
    claim = replace(claim, start=start, end=start + len(words), quote=words, sentence=Extent(0, len(text)))
    return claim, document(name, "1980-05-08", text)


def status(*accounts: tuple[Claim, Document]) -> Status:
    slot = accounts[0][0].slot
    case: Told = told(*(claim for claim, _ in accounts), documents=[one for _, one in accounts])
    return case.estimate(slot, "total").status


ALL = of("b", "There were 96 survivors.", "96", 96)


@pytest.mark.parametrize(
    ("text", "words", "number"),
    [
        ("Two of the five were alive.", "Two", 2),
        ("Of the 31 other guests, seven were alive.", "seven", 7),
        ("Four of his comrades were alive.", "Four", 4),
        ("Three of their own men lived.", "Three", 3),
    ],
)
def test_a_count_out_of_fewer_than_others_have_contradicts_nobody(text: str, words: str, number: int) -> None:
    assert status(of("a", text, words, number), ALL) is Status.SCOPED


@pytest.mark.parametrize(
    ("text", "words", "number"),
    [
        ("Only 71 people were alive.", "71", 71),
        ("90 of the 120 aboard were alive.", "90", 90),
        ("Of the 240 aboard, 81 were alive.", "81", 81),
    ],
)
def test_a_count_of_all_still_contradicts(text: str, words: str, number: int) -> None:
    assert status(of("a", text, words, number), ALL) is Status.CONTESTED


def test_those_who_joined_are_not_all_who_came() -> None:
    first = of("a", "Militiamen came with some forty patrollers.", "forty", 40, "present")
    joined = of("b", "They were joined by about ninety soldiers.", "ninety", 90, "present")
    assert status(first, joined) is Status.SCOPED


def test_suspects_arrested_are_people_arrested() -> None:
    men = of("a", "Police took 14 men into custody.", "14 men", 14, "arrested")
    suspects = replace(of("b", "In all 14 suspects were held.", "14 suspects", 14, "arrested")[0], group="attackers")
    assert told(men[0], suspects).estimate("arrested", "total").status is Status.AGREED
