"""Quantities of one scene are compared; those that only share a unit are not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.fusion.factory import Q, Told, document, said, told

from sayso.model import Claim, Extent, Figure, Status

HERE = "The lorries were found burnt in a ravine 14 kilometres from the mission, the drivers beside them."
THERE = "A shepherd led them to the ravine, 9 km beyond the bridge, in which the lorries lay."
ROAD = "The road runs for 9 km along the river to the customs post."
BOTH = "The lorries lay in a ravine 9 km off; another ravine with lorries was 20 km off."


def distance(by: str, text: str, words: str, low: float) -> Claim:
    start = text.index(words)
    claim = said(by, "quantity", Figure(low, low, "km", Q.EXACT, words), None, start=start + 1)
    end = start + len(words)
    return replace(claim, id=f"{by}{start}", start=start, end=end, quote=words, sentence=Extent(0, len(text)))


def case(text: str, *words: tuple[str, float]) -> Told:
    accounts = [document("a", text=HERE), document("b", text=text)]
    return told(
        distance("a", HERE, "14 kilometres", 14), *(distance("b", text, *one) for one in words), documents=accounts
    )


def contested(one: Told) -> list[str | None]:
    return [found.group for found in one.fused().estimates if found.status is Status.CONTESTED]


def test_two_distances_of_one_scene_contradict_each_other() -> None:
    assert contested(case(THERE, ("9 km", 9))) == ["km (lorries, ravine)"]


@pytest.mark.parametrize(("text", "words"), [(ROAD, [("9 km", 9)]), (BOTH, [("9 km", 9), ("20 km", 20)])])
def test_a_distance_of_something_else_or_one_of_two_contradicts_none(text: str, words: list[tuple[str, float]]) -> None:
    assert contested(case(text, *words)) == []
