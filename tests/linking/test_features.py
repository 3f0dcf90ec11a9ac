"""What parts two pieces of news of one town, and what does not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.linking.factory import AREQUIPA, CODEBOOK, account, document, episode, mention, when

from sayso.linking.distances import compare_places
from sayso.linking.features import news_of
from sayso.linking.scale import scale_of
from sayso.linking.tellings import Telling, tellings
from sayso.linking.types import types_of
from sayso.model import Place


def _telling(day: str, out: str, name: str = "") -> Telling:
    """One fire in Arequipa, told of in a document that came out on a day."""
    told = document(f"d{out}{name}", f"Fire in Arequipa. {name} spoke of {out}.", published=out)
    named = (mention(told, name),) if name else ()
    return tellings(told, account(told, episode(0, "fire", where=AREQUIPA, when=when(day)), mentions=named))[0]


def _parts(one: Telling, other: Telling, documents: int = 200) -> bool:
    scale = replace(
        scale_of((one, other), types_of(CODEBOOK)), documents=documents, smallness=0.0 if documents > 100 else 1.0
    )
    return news_of(one, other, scale)[0] < 0


def test_news_of_days_months_apart_is_of_two_incidents() -> None:
    assert _parts(_telling("2001-01-10", "2001-01-11"), _telling("2001-06-20", "2001-06-21"))


@pytest.mark.parametrize(
    ("day", "out"), [("2001-01-10", "2001-06-21"), ("2001-01-29", "2001-01-30"), ("2001-06", "2001-06-21")]
)
def test_a_look_back_a_day_of_the_same_month_and_a_wide_date_part_nothing(day: str, out: str) -> None:
    assert not _parts(_telling("2001-01-10", "2001-01-11"), _telling(day, out))


def test_a_name_in_both_lets_later_news_be_of_the_same_incident() -> None:
    assert not _parts(
        _telling("2001-01-10", "2001-01-11", "Ana Ruiz"), _telling("2001-06-20", "2001-06-21", "Ana Ruiz")
    )


def test_the_name_of_the_town_itself_does_not() -> None:
    assert _parts(_telling("2001-01-10", "2001-01-11", "Arequipa"), _telling("2001-06-20", "2001-06-21", "Arequipa"))


def test_a_folder_of_few_is_of_one_event_whatever_its_days() -> None:
    assert not _parts(_telling("2001-01-10", "2001-01-11"), _telling("2001-06-20", "2001-06-21"), documents=3)


@pytest.mark.parametrize(("away", "same"), [(0.0, True), (3.0, False)])
def test_places_named_by_their_kind_are_one_only_within_a_town(away: float, same: bool) -> None:
    home = Place("care home", ("Arequipa", "Peru"), "PE", -16.4, -71.5, 2, "care home")
    other = replace(home, longitude=-71.5 + away)
    assert (compare_places(home, other)[0] > 0) is same
