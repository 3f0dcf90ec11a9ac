"""Which status a slot gets, in the order of precedence."""

from __future__ import annotations

import pytest
from tests.fusion.factory import HUNDREDS, Q, Told, figure, more_than, said, told

from sayso.model import Figure, Modality, Status

A, R, G, P, D = Modality.ASSERTED, Modality.REPORTED, Modality.ALLEGED, Modality.POSSIBLE, Modality.DENIED


def killed(*claims: tuple[str, int, Modality]) -> Told:
    return told(*(said(by, "killed", figure(n), "civilians", modality=modality) for by, n, modality in claims))


TABLE = [
    ([("a", 5, A)], Status.SINGLE),
    ([("a", 5, A), ("b", 5, A)], Status.AGREED),
    ([("a", 5, A), ("b", 5, R)], Status.SINGLE),
    ([("a", 5, A), ("b", 5, G)], Status.ALLEGED),
    ([("a", 5, A), ("b", 5, P)], Status.ALLEGED),
    ([("a", 5, R)], Status.ALLEGED),
    ([("a", 5, A), ("b", 5, A), ("c", 5, G)], Status.AGREED),
    ([("a", 5, A), ("b", 9, A)], Status.CONTESTED),
    ([("a", 5, A), ("b", 5, A), ("c", 9, A)], Status.CONTESTED),
    ([("a", 5, A), ("b", 5, D)], Status.DENIED),
    ([("a", 5, A), ("b", 9, D)], Status.SINGLE),
    ([("a", 5, G), ("b", 5, D)], Status.ALLEGED),
    ([("a", 5, D)], Status.OPEN),
    ([*((by, 5, A) for by in "abcd"), ("e", 9, A)], Status.OUTLIER),
    ([*((by, 5, A) for by in "abcd"), ("e", 9, A), ("f", 7, A)], Status.CONTESTED),
]


@pytest.mark.parametrize(("claims", "status"), TABLE)
def test_the_first_status_that_holds_is_given(claims: list[tuple[str, int, Modality]], status: Status) -> None:
    assert killed(*claims).estimate("killed", "civilians").status is status


def test_a_coarse_account_beside_one_sharp_one_is_coarser() -> None:
    case = told(said("a", "present", figure(610)), said("b", "present", HUNDREDS))
    estimate = case.estimate("present")
    assert (estimate.status, [one.fits for one in estimate.readings]) == (Status.COARSER, [(), (0,)])


def test_a_grave_slot_stays_alleged_with_one_account_behind_it() -> None:
    case = told(
        said("a", "executed", figure(4), "attackers"), said("b", "executed", figure(4), "attackers", modality=R)
    )
    estimate = case.estimate("executed", "attackers")
    assert (estimate.status, estimate.best) == (Status.ALLEGED, None)


def test_a_grave_slot_that_two_assert_is_agreed() -> None:
    case = told(
        *(said(by, "executed", figure(4), "attackers") for by in "ab"),
        said("c", "executed", figure(4), "attackers", modality=G),
    )
    assert case.estimate("executed", "attackers").status is Status.AGREED


def test_a_negated_claim_denies_what_another_asserts() -> None:
    case = told(
        said("a", "injured", figure(3), "civilians"), said("b", "injured", figure(3), "civilians", polarity=False)
    )
    assert case.estimate("injured", "civilians").status is Status.DENIED
    assert "denies" in case.message("contradiction")


def test_an_outlier_is_named_with_what_it_stands_against() -> None:
    case = killed(*((by, 5, A) for by in "abcd"), ("e", 9, A))
    assert case.kinds() == ["outlier"]
    assert "“The e” says 9" in case.message("outlier")


@pytest.mark.parametrize("vague", [figure(2, None, Q.VAGUE, "some"), figure(2, None, Q.VAGUE, "many"), more_than(100)])
def test_the_narrowest_claim_speaks_for_a_reading_that_leaves_an_end_open(vague: Figure) -> None:
    case = told(said("a", "present", vague), said("b", "present", more_than(400)), said("c", "present", vague))
    readings = case.estimate("present").readings
    assert [reading.value.text for reading in readings if not reading.fits] == ["more than 400"]
