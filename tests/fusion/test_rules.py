"""What each house makes of the same accounts."""

from __future__ import annotations

import pytest
from tests.fusion.factory import (
    DOZENS,
    HUNDREDS,
    Told,
    about,
    document,
    figure,
    nearly,
    said,
    told,
    when,
)

from sayso.errors import UnknownNameError
from sayso.model import Estimate, Modality, Value, When


def killed(*values: Value, documents: tuple[tuple[str, str], ...] = ()) -> Estimate:
    claims = [said(by, "killed", value, "civilians") for by, value in zip("abcdef", values, strict=False)]
    return told(*claims, documents=[document(*one) for one in documents]).estimate("killed", "civilians")


@pytest.mark.parametrize(
    ("values", "best", "low", "high"),
    [
        ([figure(12)], 12, 12, 12),
        ([figure(12), figure(12), figure(15)], 12, 12, 15),
        ([figure(12), figure(15)], None, 12, 15),
        ([figure(300), HUNDREDS], 300, 300, 300),
        ([nearly(500), about(500), figure(610)], 450, 450, 610),
        ([figure(72), figure(72), HUNDREDS], 72, 72, 72),
    ],
)
def test_sayso_takes_the_heaviest_reading_and_none_where_nothing_decides(
    values: list[Value], best: int | None, low: int, high: int
) -> None:
    estimate = killed(*values)
    assert (getattr(estimate.best, "low", None), estimate.low, estimate.high) == (best, low, high)


@pytest.mark.parametrize(
    ("values", "best"),
    [
        ([figure(12), figure(15)], 12),
        ([DOZENS], 12),
        ([HUNDREDS], 100),
        ([figure(80), HUNDREDS], 80),
        ([about(50), figure(80)], 50),
        ([nearly(500), figure(610)], 500),
    ],
)
def test_acled_takes_the_most_conservative_figure_at_its_own_points(values: list[Value], best: int) -> None:
    verdict = killed(*values).by_rule["acled"]
    assert (getattr(verdict.best, "low", None), verdict.low, verdict.high) == (best, best, best)


def test_gtd_leaves_vague_words_blank() -> None:
    verdict = killed(DOZENS).by_rule["gtd"]
    assert (verdict.best, verdict.not_covered) == (None, False)
    assert "blank" in verdict.why


def test_gtd_takes_the_most_recent_account_before_the_majority() -> None:
    dated = (("a", "1985-01-01"), ("b", "1986-01-01"), ("c", "1990-01-01"))
    assert killed(figure(12), figure(12), figure(15), documents=dated).by_rule["gtd"].best == figure(15)
    assert killed(figure(12), figure(12), figure(15)).by_rule["gtd"].best == figure(12)
    assert killed(figure(12), figure(15)).by_rule["gtd"].best == figure(12)


def test_ibc_gives_the_lowest_and_the_highest_and_no_best() -> None:
    verdict = killed(figure(12), figure(15)).by_rule["ibc"]
    assert (verdict.best, verdict.low, verdict.high) == (None, 12, 15)


def test_ucdp_keeps_what_is_only_alleged_out_of_its_range() -> None:
    case = told(
        said("a", "killed", figure(12), "civilians"),
        said("b", "killed", figure(90), "civilians", modality=Modality.ALLEGED),
    )
    verdict = case.estimate("killed", "civilians").by_rule["ucdp"]
    assert (verdict.best, verdict.low, verdict.high) == (figure(12), 12, 12)


@pytest.mark.parametrize(
    ("rule", "slot", "group"),
    [("acled", "injured", "civilians"), ("ucdp", "injured", "total"), ("ibc", "killed", "attackers")],
)
def test_a_rule_says_what_it_does_not_cover(rule: str, slot: str, group: str) -> None:
    verdict = told(said("a", slot, figure(3), group)).estimate(slot, group).by_rule[rule]
    assert verdict.not_covered
    assert verdict.best is None


def test_the_rule_in_force_gives_the_estimate() -> None:
    case = Told(
        (said("a", "killed", figure(12), "civilians"), said("b", "killed", figure(15), "civilians")), rule="ucdp"
    )
    estimate = case.estimate("killed", "civilians")
    assert (estimate.rule, estimate.best) == ("ucdp", figure(12))


def test_an_unknown_rule_is_refused_with_those_that_exist() -> None:
    with pytest.raises(UnknownNameError, match="acled, gtd, ibc, sayso, ucdp"):
        Told((said("a", "killed", figure(1)),), rule="none such").fused()


def test_dates_have_dates_for_bounds() -> None:
    estimate = told(said("a", "date_start", when("1980-04-30")), said("b", "date_start", when("1980-05-01"))).estimate(
        "date_start"
    )
    assert estimate.best is None
    assert (str(estimate.low), str(estimate.high)) == ("1980-04-30", "1980-05-01")


def test_an_hour_alone_is_no_date() -> None:
    hour = When("1980-04-30", when("1980-04-30").earliest, when("1980-04-30").latest, "15:30", "3:30 pm")
    assert told(said("a", "date_start", hour)).estimate("date_start").readings == ()
