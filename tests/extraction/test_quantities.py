"""How many things, what became of them, and what is no number of things."""

from __future__ import annotations

import pytest
from tests.extraction.telling import said

_RIOT = "Two people were killed in a riot in Lyon on Monday. "


@pytest.mark.parametrize(
    ("told", "sum_told"),
    [
        ("The insurers paid out £1.3m.", [1_300_000]),
        ("The fund has $2m and R45m.", [2_000_000, 45_000_000]),
        ("The families received 500 pounds each.", [500]),
        ("A wall 3m high fell on 60 pounds of flour.", []),
    ],
)
def test_millions_and_pounds_are_money_where_coin_is_meant(told: str, sum_told: list[int]) -> None:
    found = [c.value for c in said(_RIOT + told, "money")]
    assert [value.low for value in found] == sum_told  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("told", "counts"),
    [
        ("Both churches were burnt.", [(2, "church")]),
        ("By night 118 of the 160 stalls were alight.", [(118, "stall"), (160, "stall")]),
        ("A report put the number of burned shops at 73.", [(73, "shop")]),
        ("The losses are 1 place of worship and 28 dwellings.", [(1, "place"), (28, "dwelling")]),
        ("The number of dead stood at nine.", []),
        ("The court heard 118 witnesses.", [(118, "witness")]),
        ("Three witnesses were arrested.", []),
        ("There was one reason.", []),
    ],
)
def test_a_number_of_things_has_its_noun_for_unit(told: str, counts: list[tuple[int, str]]) -> None:
    found = [c.value for c in said(_RIOT + told, "quantity")]
    assert [(value.low, value.unit) for value in found] == counts  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("told", "slot", "thing"),
    [
        ("The mob set fire to a temple.", "damaged", "temple"),
        ("The market was reduced to ashes.", "destroyed", "market"),
        ("The library lay in ruins.", "destroyed", "library"),
        ("Two lorries went up in flames.", "damaged", "lorries"),
        ("Youths smashed the shops.", "damaged", "shops"),
    ],
)
def test_what_became_of_a_thing(told: str, slot: str, thing: str) -> None:
    assert thing in [claim.value.text for claim in said(_RIOT + told, slot)]  # type: ignore[union-attr]
