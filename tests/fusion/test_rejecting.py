"""A denial is set against what it denies, and against nothing else."""

from __future__ import annotations

import pytest
from tests.fusion.factory import actor, place, said, told

from sayso.fusion.compare import Room, room
from sayso.fusion.rejecting import rejects
from sayso.model import Modality, Value, Words


@pytest.mark.parametrize(
    ("denied", "asserted"),
    [
        (actor("troops"), actor("the soldiers")),
        (actor("policemen"), actor("gendarmes")),
        (Words("having given the order to fire"), Words("he gave the order to fire")),
        (Words("the hatch had been locked"), Words("It was locked")),
    ],
)
def test_what_is_denied_in_other_words_is_rejected(denied: Value, asserted: Value) -> None:
    assert rejects(denied, asserted, {})


@pytest.mark.parametrize(
    ("denied", "asserted"),
    [
        (actor("troops"), actor("guerrillas")),
        (actor("soldiers of the Third Brigade"), actor("soldiers")),
        (Words("he had been drinking"), Words("a boiler had burst")),
        (Words("it was"), Words("he had been")),
    ],
)
def test_something_else_is_not_rejected(denied: Value, asserted: Value) -> None:
    assert not rejects(denied, asserted, {})


def test_the_finding_sets_a_denial_against_what_it_denies() -> None:
    case = told(
        said("a", "cause", Words("a spark from the dynamo")),
        said("b", "cause", Words("a leak in the hull")),
        said("c", "cause", Words("any leak in the hull"), modality=Modality.DENIED),
    )
    assert "The b” asserts" in case.message("contradiction")


@pytest.mark.parametrize("spot", ["Sel Quarry airfield", "Sel Quarry bridge"])
def test_a_spot_told_by_its_kind_is_the_place(spot: str) -> None:
    assert room(place(spot), place("SEL QUARRY"), {}) is Room.FITS
    assert room(place(spot), place("Sel"), {}) is Room.BESIDE
