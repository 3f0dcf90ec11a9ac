"""Rows: the one way between domain types and what JSON can hold."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import (
    Attribution,
    Claim,
    Duration,
    Extent,
    Figure,
    Modality,
    Place,
    Qualifier,
    Relation,
    Scope,
    Truth,
    Value,
    Verdict,
    When,
    Words,
    claim_id,
    from_row,
    to_row,
)

VALUES: tuple[Value, ...] = (
    Figure(450, 499, "people", Qualifier.NEARLY, "nearly 500"),
    Figure(401, None, "people", Qualifier.MORE_THAN, "more than 400"),
    When("1996-12-17", date(1996, 12, 17), date(1996, 12, 17), "20:20", "Dec. 17"),
    When("XXXX-12-17", None, None, None, "December 17"),
    Duration(3.5, 4.5, "month", Qualifier.EXACT, "four months"),
    Place("Callao", ("Peru",), "PE", -12.05, -77.12, 1, "Callao"),
    Truth(holds=False, text="nobody knows"),
    Words("a war tax"),
)


def claim(value: Value) -> Claim:
    attribution = (Attribution("the mayor", None, "said", "indirect", "official", 0, 9, 10, 14, 15, 40),)
    scope = Scope(Relation.OTHER, None)
    when = When("1996", date(1996, 1, 1), date(1996, 12, 31), None, "1996")
    at = Extent(0, 40)
    rest = ("rules/1", None, 0, at, None, None)
    said = ("killed", "hostages", value, Modality.REPORTED, True, attribution, scope, when, None, None)
    return Claim("c1", "a", 15, 17, "14", (), at, 0, *said, *rest)


@pytest.mark.parametrize("value", VALUES)
def test_a_claim_comes_back_from_its_row(value: Value) -> None:
    assert from_row(Claim, to_row(claim(value))) == claim(value)


@pytest.mark.parametrize("bound", [3.0, 14, date(1997, 4, 22), None])
def test_a_bound_is_a_number_a_day_or_open(bound: float | date | None) -> None:
    verdict = Verdict(VALUES[0], bound, bound, "because", not_covered=False)
    assert from_row(Verdict, to_row(verdict)) == verdict


def test_a_value_says_its_kind() -> None:
    kinds = [to_row(value)["kind"] for value in VALUES]
    assert kinds == ["figure", "figure", "when", "when", "duration", "place", "truth", "text"]


def test_unknown_keys_are_passed_over() -> None:
    assert from_row(Extent, {"start": 1, "end": 2, "colour": "red"}) == Extent(1, 2)


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.sampled_from(list(Modality)))
def test_an_id_hangs_on_what_a_claim_is(start: int, length: int, modality: Modality) -> None:
    told = claim_id("sha", start, start + length, "killed", None, VALUES[0], modality)
    assert told == claim_id("sha", start, start + length, "killed", None, VALUES[0], modality)
    assert told != claim_id("sha", start, start + length + 1, "killed", None, VALUES[0], modality)
    assert told != claim_id("sha", start, start + length, "injured", None, VALUES[0], modality)


def test_an_id_never_hangs_on_the_entity_of_an_actor() -> None:
    row = {"kind": "actor", "name": "The Front", "entity": None, "text": "the Front"}
    one = from_row(Claim, {**to_row(claim(VALUES[0])), "value": row}).value
    other = from_row(Claim, {**to_row(claim(VALUES[0])), "value": {**row, "entity": "n1"}}).value
    ids = {claim_id("sha", 0, 9, "perpetrator", None, value, Modality.ASSERTED) for value in (one, other)}
    assert len(ids) == 1
