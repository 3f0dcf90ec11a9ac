"""What parts two pieces of news of one town, and what does not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.linking.factory import AREQUIPA, CODEBOOK, account, claim, document, episode, figure, mention, when

from sayso.linking.distances import compare_places
from sayso.linking.features import names_of, news_of, time_of
from sayso.linking.scale import scale_of
from sayso.linking.tellings import Telling, tellings
from sayso.linking.types import types_of
from sayso.model import Place


def _telling(day: str, out: str, name: str = "", kind: str = "fire") -> Telling:
    """One fire in Arequipa, told of in a document that came out on a day."""
    told = document(f"d{out}{name}", f"Fire in Arequipa. {name} spoke of {out}.", published=out)
    named = (mention(told, name),) if name else ()
    return tellings(told, account(told, episode(0, kind, where=AREQUIPA, when=when(day)), mentions=named))[0]


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


@pytest.mark.parametrize("name", ["Misti Trauma Hospital", "Arequipa Police"])
def test_nor_does_the_hospital_or_the_police_of_a_town(name: str) -> None:
    assert _parts(_telling("2001-01-10", "2001-01-11", name), _telling("2001-06-20", "2001-06-21", name))


def test_in_a_large_case_a_person_of_few_texts_tells_more_than_a_hospital() -> None:
    one, other = (_telling("2001-01-10", out, "Rosa Quispe") for out in ("2001-01-11", "2001-01-12"))
    third, fourth = (_telling("2001-01-10", out, "Misti Hospital") for out in ("2001-01-11", "2001-01-12"))
    scale = replace(scale_of((one, other, third, fourth), types_of(CODEBOOK)), smallness=0.0, documents=400)
    assert names_of(one, other, scale)[0] > 2 * names_of(third, fourth, scale)[0] > 0


def test_a_region_far_off_is_another_place_and_a_neighbour_is_not() -> None:
    far = Place("Oromia", ("Ethiopia",), "ET", 8.0, 39.0, 4, "Oromia")
    town = Place("Gonder", ("Amhara", "Ethiopia"), "ET", 12.6, 37.5, 1, "Gonder")
    near = Place("Debre Birhan", ("Amhara", "Ethiopia"), "ET", 9.7, 39.5, 1, "Debre Birhan")
    own = Place("Jimma", ("Oromia", "Ethiopia"), "ET", 7.7, 36.8, 1, "Jimma")
    assert compare_places(far, town)[0] < 0
    assert min(compare_places(far, near)[0], compare_places(far, own)[0]) > 0


def test_a_folder_of_few_is_of_one_event_whatever_its_days() -> None:
    assert not _parts(_telling("2001-01-10", "2001-01-11"), _telling("2001-06-20", "2001-06-21"), documents=3)


@pytest.mark.parametrize(("away", "same"), [(0.0, True), (3.0, False)])
def test_places_named_by_their_kind_are_one_only_within_a_town(away: float, same: bool) -> None:
    home = Place("care home", ("Arequipa", "Peru"), "PE", -16.4, -71.5, 2, "care home")
    other = replace(home, longitude=-71.5 + away)
    assert (compare_places(home, other)[0] > 0) is same


@pytest.mark.parametrize(
    ("kind", "day", "parts"),
    [
        ("shooting", "2001-01-20", True),
        ("shooting", "2001-01-11", False),
        ("fire", "2001-01-20", False),
        ("other", "2001-01-20", False),
    ],
)
def test_news_of_another_kind_of_incident_is_another_a_day_later(kind: str, day: str, parts: bool) -> None:
    later = _telling(day, "2001-01-21", kind=kind)
    assert _parts(_telling("2001-01-10", "2001-01-11"), later) == parts


@pytest.mark.parametrize(("day", "parts"), [("2001-01-17", False), ("2001-01-20", True)])
def test_types_that_may_name_one_event_are_parted_by_more_than_a_week(day: str, parts: bool) -> None:
    one = _telling("2001-01-10", "2001-01-11", kind="attack")
    assert _parts(one, _telling(day, "2001-01-21", kind="shooting")) == parts


def _deed(day: str, kind: str, killed: int, name: str) -> Telling:
    told = document(name, f"{kind} in Arequipa, {killed} killed, {day}.", published="2001-01-12")
    toll = claim(told, 0, "killed", figure(killed), group="total")
    return tellings(told, account(told, episode(0, kind, where=AREQUIPA, when=when(day)), claims=(toll,)))[0]


@pytest.mark.parametrize(
    ("kind", "killed", "parts"),
    [("accident", 11, True), ("accident", 3, False), ("attack", 11, False), ("bombing", 11, False)],
)
def test_in_a_folder_of_few_a_shooting_and_a_crash_with_tolls_of_their_own_are_two(
    kind: str, killed: int, parts: bool
) -> None:
    one, other = _deed("2001-01-10", "shooting", 3, "a"), _deed("2001-01-11", kind, killed, "b")
    scale = scale_of((one, other), types_of(CODEBOOK))
    assert (time_of(one, other, scale)[0] < 0) is parts
