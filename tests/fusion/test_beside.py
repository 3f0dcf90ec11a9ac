"""The others of a sentence that tells of the dead are all the hurt; those of one that tells of the hurt are the rest."""

from __future__ import annotations

from dataclasses import replace

from tests.fusion.factory import figure, said

from sayso.fusion.beside import as_wholes
from sayso.model import Claim, Extent, Relation


def _told(slot: str, count: int, at: int, *, others: bool = False, sentence: int = 0) -> Claim:
    claim = said("a", slot, figure(count), "total", scope=Relation.OTHER if others else None)
    return replace(claim, start=at, end=at + 2, sentence=Extent(sentence, sentence + 80))


def _scopes(*claims: Claim) -> list[bool]:
    return [claim.scope is None for claim in as_wholes(claims)]


def test_others_beside_the_dead_are_all_the_hurt() -> None:
    assert _scopes(_told("killed", 1, 3), _told("injured", 3, 20, others=True)) == [True, True]


def test_others_beside_the_hurt_are_the_rest() -> None:
    assert _scopes(_told("injured", 1, 3), _told("injured", 3, 20, others=True)) == [True, False]


def test_others_beside_dead_and_hurt_are_the_rest() -> None:
    told = (_told("killed", 1, 3), _told("injured", 1, 10), _told("injured", 3, 20, others=True))
    assert _scopes(*told) == [True, True, False]


def test_others_counted_again_are_the_same() -> None:
    told = (_told("killed", 1, 3), _told("injured", 3, 20, others=True))
    assert _scopes(*told, _told("injured", 3, 120, others=True, sentence=100)) == [True, True, True]


def test_others_of_another_number_later_are_the_rest() -> None:
    told = (_told("killed", 1, 3), _told("injured", 3, 20, others=True))
    assert _scopes(*told, _told("injured", 2, 120, others=True, sentence=100)) == [True, True, False]
