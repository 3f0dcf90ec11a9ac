"""What news tells without a date happened on the day of the report or the day before, and the estimate says whose word that is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.fusion.factory import CODEBOOK, MAIN, Claim, Document, document, event, figure, said, when

from sayso.fusion import fuse
from sayso.model import Estimate, Linked, Role, Status, When


def _dated(*claims: Claim, documents: tuple[Document, ...], kind: str = "fire") -> list[Estimate]:
    main = replace(event(MAIN, Role.MAIN), type=kind, documents=tuple(one.id for one in documents))
    fused = fuse(Linked(claims, (main,), (), (), ()), documents, CODEBOOK)
    return [one for one in fused.estimates if one.slot == "date_start"]


def _days(estimates: list[Estimate]) -> list[tuple[date | None, date | None]]:
    return [(one.best.earliest, one.best.latest) for one in estimates if isinstance(one.best, When)]


def test_undated_news_is_of_its_day_or_the_day_before() -> None:
    paper = (document("a", "2015-06-16"), document("b", "2015-06-18"))
    found = _dated(said("a", "killed", figure(2), "total"), said("b", "killed", figure(2), "total"), documents=paper)
    assert _days(found) == [(date(2015, 6, 15), date(2015, 6, 16))]
    assert (found[0].status, found[0].readings) == (Status.OPEN, ())
    assert "No account tells the day" in found[0].why


def test_an_hour_with_its_day_dates_what_nothing_else_does() -> None:
    hour = replace(when("2015-06-13", time="21:00"), text="about 9 p.m. Saturday")
    claims = (said("a", "killed", figure(2), "total"), said("a", "time", hour))
    assert _days(_dated(*claims, documents=(document("a", "2015-06-16"),))) == [(date(2015, 6, 13), date(2015, 6, 13))]


@pytest.mark.parametrize(
    "text",
    ["He was sentenced for the fire.", "The fire of three years ago.", "Families met for the anniversary of the fire."],
)
def test_who_looks_back_dates_nothing_by_his_own_day(text: str) -> None:
    paper = (document("a", "2015-06-16", text),)
    assert _dated(said("a", "killed", figure(2), "total"), documents=paper) == []


def test_what_lasts_and_what_is_dated_gets_no_day_of_ours() -> None:
    paper = (document("a", "2015-06-16"),)
    killed = said("a", "killed", figure(2), "total")
    assert _dated(killed, documents=paper, kind="war") == []
    told = _dated(killed, said("a", "date_start", when("2015-06-01")), documents=paper)
    assert [one.status for one in told] == [Status.SINGLE]
