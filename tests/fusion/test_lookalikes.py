"""What looks like a contradiction and is none, beside the true contradiction it must not hide."""

from __future__ import annotations

import pytest
from tests.fusion.factory import (
    DOZENS,
    HUNDREDS,
    MAIN,
    RAID,
    TAKEOVER,
    Q,
    Told,
    about,
    actor,
    document,
    figure,
    lasting,
    more_than,
    nearly,
    place,
    said,
    told,
    when,
)

from sayso.model import Modality, Relation, Status, Words

PEACE = [
    pytest.param(about(500), nearly(500), id="two hedges of one number"),
    pytest.param(figure(610), HUNDREDS, id="a coarser word"),
    pytest.param(figure(500), more_than(400), id="an open bound that leaves room"),
    pytest.param(figure(3), figure(3, 9, Q.VAGUE, "several"), id="several that may be three"),
    pytest.param(lasting(126, 126, "day"), lasting(3.5, 4.5, "month", text="four months"), id="months and days"),
    pytest.param(lasting(126, 126, "day"), lasting(40, 40, "minute"), id="a length of something else"),
    pytest.param(when("1980-05-05"), when("1980-05-01", "1980-05-31"), id="a month that holds the day"),
    pytest.param(place("Ruritania House", "Zenda", precision=1), place("Zenda"), id="a building in the town"),
    pytest.param(
        place("Old Embassy", "Zenda", precision=1),
        place("Residence", "Zenda", precision=1),
        id="two names of one house",
    ),
    pytest.param(actor("Red Front"), actor("a student"), id="an organisation and its member"),
    pytest.param(Words("a strike over pay"), Words("anger at prices"), id="two wordings"),
]
WAR = [
    pytest.param(about(500), figure(610), id="outside the hedge"),
    pytest.param(figure(195), figure(80), id="two exact numbers"),
    pytest.param(figure(72), HUNDREDS, id="a coarse word that leaves no room"),
    pytest.param(figure(300), more_than(400), id="below an open bound"),
    pytest.param(
        lasting(126, 126, "day"), lasting(6.5, 7.5, "month", text="seven months"), id="months that do not hold the days"
    ),
    pytest.param(when("1980-05-05"), when("1980-05-06"), id="two days"),
    pytest.param(place("Zenda", at=(48.0, 8.0)), place("Strelsau", at=(50.0, 14.0)), id="far towns"),
    pytest.param(place("Zenda", country="RU"), place("Zenda", country="ZZ"), id="two countries"),
]


def compared(one: object, other: object, slot: str = "present") -> Told:
    return told(said("a", slot, one, start=1), said("b", slot, other, start=2))  # type: ignore[arg-type]


@pytest.mark.parametrize(("one", "other"), PEACE)
def test_values_that_leave_each_other_room_are_no_contradiction(one: object, other: object) -> None:
    case = compared(one, other)
    assert Status.CONTESTED not in (case.estimate("present").status, *case.estimate("present").also)
    assert "contradiction" not in case.kinds()


@pytest.mark.parametrize(("one", "other"), WAR)
def test_values_that_cannot_both_hold_are_contested(one: object, other: object) -> None:
    assert compared(one, other).estimate("present").status is Status.CONTESTED
    assert "contradiction" in compared(one, other).kinds()


def test_figures_of_two_moments_are_a_series_and_the_latest_is_best() -> None:
    case = told(
        said("a", "hostages_held", figure(80), "hostages", as_of=when("1980-05-01")),
        said("b", "hostages_held", figure(19), "hostages", as_of=when("1980-05-04")),
    )
    estimate = case.estimate("hostages_held", "hostages")
    assert (estimate.status, estimate.best, estimate.low) == (Status.UPDATED, figure(19), 19)


def test_figures_of_one_moment_that_differ_are_contested() -> None:
    moment = when("1980-05-01")
    claims = [said(by, "hostages_held", figure(n), "hostages", as_of=moment) for by, n in (("a", 80), ("b", 26))]
    assert told(*claims).estimate("hostages_held", "hostages").status is Status.CONTESTED


def test_later_news_that_counts_more_is_an_update() -> None:
    news = [document("a", "1980-05-05"), document("b", "1980-05-08")]
    claims = (said("a", "killed", figure(12), "civilians"), said("b", "killed", figure(15), "civilians"))
    estimate = told(*claims, documents=news).estimate("killed", "civilians")
    assert (estimate.status, estimate.best) == (Status.UPDATED, figure(15))


def test_a_history_of_later_years_is_no_update() -> None:
    late = [document("a", "1980-05-06"), document("b", "1999-05-08")]
    claims = (said("a", "killed", figure(12), "civilians"), said("b", "killed", figure(15), "civilians"))
    assert told(*claims, documents=late).estimate("killed", "civilians").status is Status.CONTESTED


@pytest.mark.parametrize("relation", [Relation.PART, Relation.OTHER, Relation.ADDITIONAL])
def test_another_scope_counts_other_people(relation: Relation) -> None:
    case = told(
        said("a", "killed", figure(9), "civilians"), said("b", "killed", figure(9), "civilians"),
        said("c", "killed", figure(3), "civilians", scope=relation),
    )  # fmt: skip
    estimate = case.estimate("killed", "civilians")
    assert (estimate.status, estimate.best, estimate.high) == (Status.SCOPED, figure(9), 9)
    assert Status.AGREED in estimate.also


def test_taken_held_and_rescued_are_questions_of_their_own() -> None:
    claims = [
        said("a", slot, figure(n), "hostages")
        for slot, n in (("hostages_taken", 26), ("hostages_held", 19), ("rescued", 18))
    ]
    assert told(*claims).kinds() == []


def test_one_account_that_tells_both_figures_contradicts_nobody() -> None:
    case = told(
        said("a", "present", figure(500), start=1),
        said("a", "present", figure(610), start=2),
        said("b", "present", figure(610)),
    )
    assert Status.CONTESTED not in (case.estimate("present").status, *case.estimate("present").also)


def test_demands_are_a_list() -> None:
    case = told(said("a", "demand", Words("release of prisoners")), said("b", "demand", Words("a bus to the airport")))
    assert case.estimate("demand").status is Status.LISTED


def test_the_same_length_of_two_parts_is_two_questions() -> None:
    case = told(
        said("a", "duration", lasting(40, 40, "minute"), event=TAKEOVER),
        said("b", "duration", lasting(17, 17, "minute"), event=RAID),
    )
    assert [one.status for one in case.fused().estimates] == [Status.SINGLE, Status.SINGLE]


@pytest.mark.parametrize("modality", [Modality.HYPOTHETICAL, Modality.PLANNED])
def test_what_is_only_supposed_or_planned_makes_no_reading(modality: Modality) -> None:
    case = told(said("a", "killed", figure(2), "hostages"), said("b", "killed", DOZENS, "hostages", modality=modality))
    estimate = case.estimate("killed", "hostages")
    assert (estimate.status, len(estimate.readings)) == (Status.SINGLE, 1)


def test_what_is_only_supposed_alone_leaves_the_slot_open() -> None:
    estimate = told(said("a", "killed", DOZENS, "hostages", modality=Modality.HYPOTHETICAL)).estimate(
        "killed", "hostages"
    )
    assert (estimate.status, estimate.best) == (Status.OPEN, None)
    assert "supposed" in estimate.why


def test_a_person_told_of_does_not_count_the_others_out() -> None:
    case = told(
        said("a", "arrested", figure(1, text="a gunman"), "attackers"), said("b", "arrested", figure(5), "attackers")
    )
    estimate = case.estimate("arrested", "attackers")
    assert (estimate.status, estimate.best) == (Status.SCOPED, figure(5))


def test_an_account_that_could_not_know_contradicts_nobody() -> None:
    case = told(
        said("a", "killed", figure(0), "total"),
        said("b", "killed", figure(2), "total", event=RAID),
        documents=[document("a", "1980-05-02")],
    )
    assert case.estimate("killed", "total", MAIN).status is Status.UPDATED


def test_a_state_reached_by_some_year_contradicts_no_date() -> None:
    by = when("1979-12-31")
    reached = type(by)("../1979", None, by.latest, None, "by 1979")
    assert told(said("a", "date_start", reached), said("b", "date_start", when("1980-04-30"))).kinds() == []


def test_a_difference_in_a_part_names_the_part() -> None:
    case = told(
        said("a", "responders", figure(80), "security_forces", event=RAID),
        said("b", "responders", figure(195), "security_forces", event=RAID),
    )
    assert case.message("contradiction").startswith("Raid: Responders (security forces): ")


@pytest.mark.parametrize("slot", ["age", "time", "date", "quantity"])
def test_ages_hours_and_dates_within_are_of_many_things(slot: str) -> None:
    values = {"age": (figure(26), figure(15)), "quantity": (figure(3), figure(9))}.get(
        slot, (when("1980-05-01"), when("1980-05-03"))
    )
    assert compared(*values, slot=slot).kinds() == []


@pytest.mark.parametrize(("rescued", "status"), [(12, Status.SCOPED), (60, Status.CONTESTED)])
def test_counts_of_the_rescued_far_apart_are_of_different_people(rescued: int, status: Status) -> None:
    case = told(
        said("a", "rescued", figure(73), "total"), said("b", "rescued", figure(rescued), "total"),
        documents=[document("a", "1980-05-06"), document("b", "1990-05-06")],
    )  # fmt: skip
    assert case.estimate("rescued", "total").status is status
