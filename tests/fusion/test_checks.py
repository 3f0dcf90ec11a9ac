"""Sums, lengths and orders that the figures must obey."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.fusion.factory import HUNDREDS, MAIN, RAID, WRECK, Q, about, document, figure, lasting, said, told, when

from sayso.model import Extent, Modality, Relation


def siege(rescued: int, killed: int, held: int) -> list[str]:
    return told(
        said("a", "rescued", figure(rescued), "hostages", event=RAID),
        said("a", "killed", figure(killed), "hostages", event=RAID),
        said("a", "hostages_held", figure(held), "hostages"),
    ).kinds()


@pytest.mark.parametrize(
    ("figures", "kinds"),
    [((71, 1, 72), []), ((60, 1, 72), []), ((72, 1, 72), ["loose"]), ((72, 40, 72), ["impossible"]), ((5, 0, 5), [])],
)
def test_those_rescued_and_killed_come_from_those_held(figures: tuple[int, int, int], kinds: list[str]) -> None:
    assert siege(*figures) == kinds


def test_a_choice_among_readings_that_adds_up_is_no_clash() -> None:
    case = told(
        said("a", "hostages_held", figure(40), "hostages", as_of=when("1980-05-05")), said("b", "rescued", figure(72), "hostages"),
        said("c", "rescued", figure(38), "hostages"),
    )  # fmt: skip
    assert case.kinds() == ["contradiction"]


@pytest.mark.parametrize("wide", [HUNDREDS, about(80)])
def test_an_interval_that_leaves_room_is_no_clash(wide: object) -> None:
    case = told(said("a", "rescued", figure(72), "hostages"), said("b", "hostages_held", wide, "hostages"))  # type: ignore[arg-type]
    assert case.kinds() == []


def test_a_clash_is_shown_with_no_more_than_it_needs() -> None:
    case = told(
        said("a", "released", figure(200), "hostages", event=RAID), said("b", "killed", figure(1), "hostages"),
        said("c", "hostages_taken", figure(100), "hostages"),
    )  # fmt: skip
    (clash,) = [one for one in case.fused().findings if one.kind == "impossible"]
    assert clash.documents == ("a", "c")
    assert "Released" in clash.message
    assert "Killed" not in clash.message.split(".")[0]


def test_one_account_that_clashes_by_itself_is_named_alone() -> None:
    case = told(
        said("a", "rescued", figure(72), "hostages"), said("a", "killed", figure(1), "hostages"),
        said("a", "hostages_held", figure(72), "hostages"), said("b", "hostages_held", figure(72), "hostages"),
    )  # fmt: skip
    assert case.message("loose").startswith("Within “The a”")


@pytest.mark.parametrize(
    ("end", "length", "kinds"),
    [
        ("1980-05-05", lasting(5, 5, "day"), []),
        ("1980-05-05", lasting(6, 6, "day"), []),
        ("1980-05-05", lasting(0.5, 1.5, "week", text="a week"), []),
        ("1980-05-05", lasting(11, 11, "day"), ["impossible"]),
        ("1980-05-05", lasting(17, 17, "minute"), []),
        ("1980-04-28", lasting(5, 5, "day"), ["impossible"]),
    ],
)
def test_the_days_from_start_to_end_are_the_length(end: str, length: object, kinds: list[str]) -> None:
    case = told(
        said("a", "date_start", when("1980-04-30")),
        said("b", "date_end", when(end)),
        said("c", "duration", length),  # type: ignore[arg-type]
    )
    assert case.kinds() == kinds


def test_a_group_acts_after_it_was_founded() -> None:
    case = told(said("a", "founded", when("1990-01-01", "1990-12-31")), said("b", "date_start", when("1980-04-30")))
    assert case.kinds() == ["impossible"]


def test_nearly_five_months_fits_four_only_loosely() -> None:
    nearly_five = lasting(4.05, 5, "month", Q.NEARLY, "nearly five months")
    case = told(said("a", "duration", lasting(126, 126, "day")), said("b", "duration", nearly_five))
    assert case.kinds() == ["loose"]
    assert "read loosely" in case.message("loose")


def test_a_speaker_who_calls_all_alive_stands_against_the_account_that_counts_a_dead_one() -> None:
    case = told(
        said(
            "a",
            "rescued",
            figure(1, None, text="all"),
            "hostages",
            scope=Relation.ALL,
            speaker="the president",
            basis="party",
        ),
        said("a", "killed", figure(1, text="one"), "hostages"),
    )
    assert case.kinds() == ["self_contradiction"]
    assert "the president" in case.message("self_contradiction")


def test_a_quoted_figure_against_the_account_s_own_is_a_self_contradiction() -> None:
    case = told(
        said("a", "killed", figure(14), "attackers", start=1),
        said("a", "killed", figure(9), "attackers", speaker="a general", start=2),
    )
    assert case.kinds() == ["self_contradiction"]


def test_what_is_told_before_it_happened_is_an_anachronism() -> None:
    case = told(said("a", "date_end", when("1980-05-05")), documents=[document("a", "1980-05-02")])
    assert case.kinds() == ["anachronism"]


def test_a_planned_date_is_none() -> None:
    case = told(
        said("a", "date_end", when("1980-05-05"), modality=Modality.PLANNED), documents=[document("a", "1980-05-02")]
    )
    assert case.kinds() == []


COUNTS = st.tuples(st.integers(0, 6), st.integers(0, 6)).map(sorted).map(tuple)


def kinds_of(parts: list[tuple[int, int]], whole: tuple[int, int]) -> list[str]:
    slots = ("released", "escaped", "killed")
    told_of_parts = [
        said("a", slot, figure(*one), "hostages", start=n + 1)
        for n, (slot, one) in enumerate(zip(slots, parts, strict=False))
    ]
    return told(*told_of_parts, said("a", "hostages_taken", figure(*whole), "hostages", start=99)).kinds()


@given(st.lists(COUNTS, min_size=1, max_size=3), COUNTS)
def test_parts_clash_with_their_whole_just_where_no_numbers_within_the_intervals_add_up(
    parts: list[tuple[int, int]], whole: tuple[int, int]
) -> None:
    numbers = [range(low, high + 1) for low, high in [*parts, whole]]
    # A whole of none takes no part: nobody was taken, and the parts are of others.
    adds_up = whole[1] == 0 or any(sum(choice[:-1]) <= choice[-1] for choice in product(*numbers))
    assert bool({"impossible", "loose"} & set(kinds_of(parts, whole))) is not adds_up


# Within a week, and lengths from two days: what is eight times as long is of something else, and no clash.
DAYS = st.tuples(st.integers(1, 7), st.integers(1, 7)).map(sorted).map(tuple)
LENGTHS = st.tuples(st.integers(2, 7), st.integers(2, 7)).map(sorted).map(tuple)


@given(DAYS, DAYS, LENGTHS)
def test_a_length_clashes_just_where_no_days_within_the_intervals_are_so_far_apart(
    first: tuple[int, int], last: tuple[int, int], length: tuple[int, int]
) -> None:
    start, end = (when(*(f"1980-04-0{day}" for day in days)) for days in (first, last))
    case = told(
        said("a", "date_start", start), said("a", "date_end", end), said("a", "duration", lasting(*length, "day"))
    )
    choices = product(*(range(low, high + 1) for low, high in (first, last, length)))
    # The last day counts or not.
    adds_up = any(b >= a and b - a <= days <= b - a + 1 for a, b, days in choices)
    assert bool({"impossible", "loose"} & set(case.kinds())) is not adds_up


@pytest.mark.parametrize(
    ("event", "present", "kinds"),
    [(WRECK, figure(287), []), (WRECK, figure(120), ["impossible"]), (WRECK, HUNDREDS, []), (WRECK, figure(270), ["loose"]), (MAIN, figure(120), [])],
)  # fmt: skip
def test_the_dead_and_the_rescued_of_an_accident_were_there(event: str, present: object, kinds: list[str]) -> None:
    case = told(
        said("a", "killed", figure(64), "total", event=event),
        said("a", "rescued", figure(223), "total", event=event),
        said("b", "present", present, "total", event=event),  # type: ignore[arg-type]
    )
    assert case.kinds() == kinds


def _told_apart(words: str) -> list[str]:
    text = f"Twelve soldiers died on Wednesday. {words}"
    start = text.index(words)
    soldiers = replace(said("a", "killed", figure(12), "security_forces", start=1), sentence=Extent(0, start - 1))
    others = replace(said("a", "killed", figure(5), "total", start=start), sentence=Extent(start, len(text)))
    return told(soldiers, others, documents=[document("a", text=text)]).kinds()


def test_others_told_of_after_a_side_are_no_sum_of_it() -> None:
    assert "impossible" not in _told_apart("In January five had been killed there.")
    assert "impossible" in _told_apart("In all, five people were killed.")


@pytest.mark.parametrize(("survived", "at", "kinds"), [(12, 1, ["impossible"]), (8, 1, []), (12, 40, [])])
def test_one_sentence_of_any_event_must_add_up(survived: int, at: int, kinds: list[str]) -> None:
    there, sentence = Extent(0, 30), Extent(0, 30) if at == 1 else Extent(31, 60)
    claims = (
        replace(said("a", "present", figure(12), "total", start=2), sentence=there),
        replace(said("a", "killed", figure(4), "total", start=9), sentence=there),
        replace(said("a", "survived", figure(survived), "total", start=at), sentence=sentence),
    )
    assert [one for one in told(*claims).kinds() if one == "impossible"] == kinds


def test_more_women_than_people_arrested_do_not_add_up() -> None:
    claims = (said("a", "arrested", figure(9), "total", start=1), said("a", "arrested", figure(14), "women", start=9))
    assert "impossible" in told(*claims).kinds()
    assert "impossible" not in told(claims[0], said("a", "arrested", figure(3), "women", start=9)).kinds()
