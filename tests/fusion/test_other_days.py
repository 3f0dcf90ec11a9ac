"""Days of other things contradict nobody; a true difference of days still does."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.fusion.factory import document, place, said, told, when

from sayso.model import Claim, Status


def began(by: str, day: str, words: str = "", *, start: int = 1, speaker: str = "") -> Claim:
    value = when(day)
    return said(by, "date_start", replace(value, text=words) if words else value, start=start, speaker=speaker)


def status(*claims: Claim, **published: str) -> tuple[Status, str | None]:
    days = [document(name, day) for name, day in published.items()]
    estimate = told(*claims, documents=days).estimate("date_start")
    return estimate.status, getattr(estimate.best, "edtf", None)


def test_a_second_day_that_the_account_alone_gives_is_of_something_else() -> None:
    both = (began("a", "1980-05-11"), began("a", "1980-05-05", start=9))
    assert status(*both, began("b", "1980-05-11")) == (Status.AGREED, "1980-05-11")


def test_of_an_account_of_many_days_none_contradicts_the_others() -> None:
    days = [began("a", f"1980-05-{day}", start=int(day)) for day in ("12", "14", "15")]
    found, best = status(*days, began("b", "1980-05-13"), began("c", "1980-05-13"))
    assert (found, best) == (Status.AGREED, "1980-05-13")


def test_two_accounts_of_one_day_each_still_contradict_each_other() -> None:
    assert status(began("a", "1980-05-11"), began("b", "1980-05-12"))[0] is Status.CONTESTED


def test_days_that_an_account_gives_to_two_speakers_stay_in_dispute() -> None:
    told_of = (began("a", "1980-05-11", speaker="the rebels"), began("a", "1980-05-13", start=9, speaker="the army"))
    assert status(*told_of, began("b", "1980-05-11"), began("c", "1980-05-13"))[0] is Status.CONTESTED


def test_a_day_after_others_had_told_of_it_is_of_something_else() -> None:
    claims = (began("a", "1980-05-11"), began("b", "1980-05-11"), began("c", "1980-06-02"))
    assert status(*claims, a="1980-05-12", b="1980-05-13", c="1980-06-03") == (Status.AGREED, "1980-05-11")


def test_an_anniversary_months_after_one_account_is_of_something_else() -> None:
    claims = (began("a", "1980-05-11"), began("c", "1981-05-11"))
    assert status(*claims, a="1980-05-12", c="1981-05-12") == (Status.SINGLE, "1980-05-11")


def test_one_publication_a_few_days_early_does_not_outvote_two_accounts() -> None:
    claims = (began("a", "1980-05-04"), began("b", "1980-05-11"), began("c", "1980-05-11"))
    assert status(*claims, a="1980-05-07", b="1980-05-12", c="1980-05-12")[0] is Status.CONTESTED


@pytest.mark.parametrize(
    ("words", "morning", "found"),
    [
        ("Friday night", "early Saturday", Status.SINGLE),
        ("Friday night", "about 2 a.m. on Saturday", Status.SINGLE),
        ("Friday", "early Saturday", Status.CONTESTED),
        ("Friday night", "Saturday", Status.CONTESTED),
    ],
)
def test_a_night_is_of_two_days(words: str, morning: str, found: Status) -> None:
    assert status(began("a", "1980-05-09", words), began("b", "1980-05-10", morning))[0] is found


def test_of_a_night_the_day_stands_that_more_accounts_tell() -> None:
    nights = (began("a", "1980-05-09", "Friday night"), began("c", "1980-05-09", "Friday"))
    assert status(*nights, began("b", "1980-05-10", "early Saturday")) == (Status.AGREED, "1980-05-09")


def placed(by: str, name: str, at: tuple[float, float], *, start: int = 1) -> Claim:
    return said(by, "place", place(name, at=at, country="US"), start=start)


MARSHFIELD, KANSAS = (30.4, -91.2), (39.1, -94.6)


def test_a_second_place_that_the_account_gives_beside_the_one_most_do_contradicts_nobody() -> None:
    told_of = (placed("a", "Marshfield", MARSHFIELD), placed("a", "Kansas City", KANSAS, start=9))
    estimate = told(*told_of, placed("b", "Marshfield", MARSHFIELD), placed("c", "Marshfield", MARSHFIELD)).estimate(
        "place"
    )
    assert estimate.status is Status.AGREED


def test_two_accounts_of_one_place_each_still_contradict_each_other() -> None:
    estimate = told(placed("a", "Marshfield", MARSHFIELD), placed("b", "Kansas City", KANSAS)).estimate("place")
    assert estimate.status is Status.CONTESTED


def test_a_place_under_its_short_name_is_the_same() -> None:
    one, other = place("Mt. Pleasant", at=MARSHFIELD, country="US"), place("Mount Pleasant", at=KANSAS, country="US")
    estimate = told(said("a", "place", one), said("b", "place", other)).estimate("place")
    assert estimate.status is Status.AGREED
