"""Values as stretches, and how sharply they are told."""

from __future__ import annotations

import pytest
from tests.fusion.factory import DOZENS, HUNDREDS, about, actor, figure, lasting, more_than, nearly, place, when

from sayso.fusion.stretch import Sharpness, Stretch, is_exact, sharpness, stretch
from sayso.model import Truth, Value, When

TABLE = [
    (figure(14), Sharpness.EXACT),
    (nearly(500), Sharpness.NARROW),
    (about(500), Sharpness.NARROW),
    (figure(45, 60), Sharpness.NARROW),
    (figure(10, 60), Sharpness.COARSE),
    (DOZENS, Sharpness.COARSE),
    (HUNDREDS, Sharpness.COARSE),
    (more_than(400), Sharpness.COARSE),
    (lasting(126, 126, "day"), Sharpness.EXACT),
    (lasting(3.5, 4.5, "month"), Sharpness.NARROW),
    (when("1980-05-05"), Sharpness.EXACT),
    (when("1980-05-05", "1980-05-09"), Sharpness.NARROW),
    (when("1980-05-01", "1980-05-31"), Sharpness.COARSE),
    (place("House", precision=1), Sharpness.EXACT),
    (place("Zenda", precision=3), Sharpness.NARROW),
    (place("Ruritania", precision=6), Sharpness.COARSE),
    (actor("Red Front"), Sharpness.EXACT),
    (Truth(True, "yes"), Sharpness.COARSE),
    (When("T15:30", None, None, "15:30", "3:30 pm"), Sharpness.EXACT),
]


@pytest.mark.parametrize(("value", "expected"), TABLE)
def test_a_value_is_exact_narrow_or_coarse(value: Value, expected: Sharpness) -> None:
    assert sharpness(value) is expected


@pytest.mark.parametrize(
    ("one", "other"),
    [(lasting(2, 2, "hour"), lasting(120, 120, "minute")), (lasting(7, 7, "day"), lasting(1, 1, "week"))],
)
def test_lengths_of_different_units_share_one_scale(one: Value, other: Value) -> None:
    first, second = stretch(one), stretch(other)
    assert first is not None
    assert second is not None
    assert first.low == pytest.approx(second.low)


def test_a_length_of_an_unknown_unit_keeps_its_own_scale() -> None:
    assert stretch(lasting(3, 3, "fortnight")) == Stretch("fortnight", 3, 3)


def test_times_of_day_meet_where_they_are_rounded() -> None:
    first, second, third = (stretch(When("", None, None, told, told)) for told in ("15:23", "15:30", "16:10"))
    assert first is not None
    assert second is not None
    assert third is not None
    assert first.meets(second)
    assert not first.meets(third)


def test_nobody_is_an_exact_figure() -> None:
    assert is_exact(figure(0))
    assert stretch(Truth(False, "no")) == Stretch("people", 0, 0)
