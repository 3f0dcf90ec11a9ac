"""Figures that held at their own moments: a toll that rises is a series, one that is told as final is not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.fusion.factory import DOZENS, Told, document, figure, said, told

from sayso.model import Claim, Document, Extent, Figure, Relation, Status


def of(name: str, published: str | None, text: str, slot: str, value: Figure) -> tuple[Claim, Document]:
    """A claim whose sentence is the whole text of its account."""
    claim = replace(said(name, slot, value, "total", start=1), sentence=Extent(0, len(text)))
    return claim, document(name, published, text)


def case(*accounts: tuple[Claim, Document]) -> Told:
    return told(*(claim for claim, _ in accounts), documents=[one for _, one in accounts])


FINAL = of("inquiry", "1981-02-01", "In all 64 were killed.", "killed", figure(64))


@pytest.mark.parametrize("words", ["The toll has risen to 61.", "So far 61 dead.", "Toll climbs to 61"])
def test_an_inquiry_of_months_after_goes_on_from_a_count_that_was_not_closed(words: str) -> None:
    estimate = case(of("paper", "1980-05-08", words, "killed", figure(61)), FINAL).estimate("killed", "total")
    assert (estimate.status, estimate.best) == (Status.UPDATED, figure(64))


def test_a_closed_count_of_the_first_week_contradicts_the_inquiry() -> None:
    estimate = case(of("paper", "1980-05-08", "The dead number 61.", "killed", figure(61)), FINAL).estimate(
        "killed", "total"
    )
    assert estimate.status is Status.CONTESTED


def test_an_open_count_that_is_higher_than_the_later_one_contradicts_it() -> None:
    estimate = case(of("paper", "1980-05-08", "The toll rose to 80.", "killed", figure(80)), FINAL).estimate(
        "killed", "total"
    )
    assert estimate.status is Status.CONTESTED


def test_of_the_missing_the_last_news_stands() -> None:
    first = of("wire", "1980-05-05", "Dozens are missing.", "missing", DOZENS)
    last = of("paper", "1980-05-08", "Nine are missing.", "missing", figure(9))
    estimate = case(last, first).estimate("missing", "total")
    assert (estimate.status, estimate.best) == (Status.UPDATED, figure(9))


def test_two_parts_of_people_in_all_contradict_neither_each_other_nor_the_whole() -> None:
    estimate = told(
        said("a", "killed", figure(5), "total", scope=Relation.PART, start=1),
        said("b", "killed", figure(14), "total", scope=Relation.PART, start=1),
        said("b", "killed", figure(64), "total", start=6),
    ).estimate("killed", "total")
    assert (estimate.status, estimate.best) == (Status.SCOPED, figure(64))


def test_a_toll_that_went_on_is_the_latest_although_the_later_account_counts_as_many_of_one_group() -> None:
    passengers = replace(said("inquiry", "killed", figure(61), "passengers", start=40), sentence=Extent(0, 22))
    news, final = of("paper", "1980-05-08", "The toll has risen to 61.", "killed", figure(61)), FINAL
    asked = told(news[0], final[0], passengers, documents=[news[1], final[1]]).estimate("killed", "total")
    assert (asked.status, asked.best) == (Status.UPDATED, figure(64))
