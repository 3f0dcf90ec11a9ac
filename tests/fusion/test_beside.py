"""The others of a sentence that tells of the dead are all the hurt; those of one that tells of the hurt are the rest."""

from __future__ import annotations

from dataclasses import replace

from tests.fusion.factory import figure, said

from sayso.fusion.beside import as_wholes, beside_doers
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


def test_others_of_the_next_sentence_are_all_the_hurt_where_none_was_told_before() -> None:
    assert _scopes(_told("killed", 1, 3), _told("injured", 6, 120, others=True, sentence=100)) == [True, True]
    hurt = (_told("killed", 1, 3), _told("injured", 2, 60), _told("injured", 6, 120, others=True, sentence=100))
    assert _scopes(*hurt) == [True, True, False]


def test_a_count_of_victims_lacks_the_doer_and_contradicts_no_count_of_all() -> None:
    claims = [said("a", "killed", figure(3), "total"), said("b", "killed", figure(2), "total")]
    doer = said("b", "killed", figure(1), "attackers")
    assert [one.scope is None for one in beside_doers([*claims, doer])] == [True, False, True]
    assert [one.scope is None for one in beside_doers(claims)] == [True, True]
