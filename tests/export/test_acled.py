from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pytest
from tests.export.factory import DAY, estimate, event, on, people

from sayso.export import acled
from sayso.model import Place, Stage


@pytest.fixture
def written(view_of, rows):
    def write(events, estimates=()):
        out = io.StringIO()
        left = acled.write(view_of(events, estimates), out)
        return rows(out.getvalue()), [(one.what, one.why) for one in left]

    return write


def test_the_columns_are_the_thirty_one_in_order():
    assert len(acled.COLUMNS) == len(set(acled.COLUMNS)) == 31
    assert acled.COLUMNS[:4] == ("event_id_cnty", "event_date", "year", "time_precision")


def test_a_part_is_a_row_of_its_own_and_its_dead_are_counted_once(written):
    siege = [event("e", on(DAY, date(2001, 3, 19))), event("r", on(date(2001, 3, 19)), part="raid", of="e")]
    dead = [estimate("e", "killed", "total", people(17)), estimate("r", "killed", "total", people(15))]
    told, left = written(siege, dead)
    assert [(row["event_type"], row["fatalities"]) for row in told] == [
        ("Violence against civilians", "2"),
        ("Battles", "15"),
    ]
    assert left == []


def test_a_whole_whose_part_stands_on_its_first_day_has_no_row(written):
    siege = [event("e", on(DAY)), event("t", on(DAY), part="takeover", of="e")]
    told, ((what, why),) = written(siege)
    assert [row["event_id_cnty"] for row in told] == ["t"]
    assert (what, "parts have rows" in why) == ("Event e", True)


@pytest.mark.parametrize(
    ("kind", "group", "found"),
    [
        ("bombing", "total", ("Explosions/Remote violence", "Remote explosive/landmine/IED")),
        ("killing", "civilians", ("Violence against civilians", "Attack")),
        ("killing", "security_forces", ("Battles", "Armed clash")),
        ("protest", "demonstrators", ("Protests", "Excessive force against protesters")),
        ("arrest", "total", ("Strategic developments", "Arrests")),
    ],
)
def test_the_type_is_that_of_the_event_and_of_its_dead(written, kind, group, found):
    (row,), _ = written([event("e", on(DAY), kind=kind)], [estimate("e", "killed", group, people(2))])
    assert (row["event_type"], row["sub_event_type"]) == found


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (event("e", None), "no date"),
        (event("e", on(DAY, date(2001, 12, 31))), "wider than a month"),
        (event("e", on(DAY), kind="fire"), "no event type"),
        (event("e", on(DAY), stage=Stage.PLANNED), "planned"),
    ],
)
def test_an_event_that_does_not_qualify_is_left_out(written, made, why):
    told, ((_, said),) = written([made])
    assert told == []
    assert why in said


def test_a_month_stands_on_its_middle_and_a_week_on_its_first_day(written):
    month, week = on(date(2001, 3, 1), date(2001, 3, 31)), on(date(2001, 3, 5), date(2001, 3, 11))
    told, _ = written([event("m", month, kind="killing"), event("w", week, kind="killing")])
    assert [(row["event_date"], row["time_precision"]) for row in told] == [("2001-03-16", "3"), ("2001-03-05", "2")]


def test_a_part_that_is_placed_in_a_country_alone_stands_where_its_whole_does(written):
    siege = [event("e", on(DAY, date(2001, 3, 19))), event("r", on(date(2001, 3, 19)), part="raid", of="e")]
    siege[1] = replace(siege[1], where=Place("Peru", (), "PE", -9.2, -75.0, 6, "Peru"))
    told, _ = written(siege)
    assert {(row["location"], row["geo_precision"]) for row in told} == {("Portville", "1")}


def test_the_example_keeps_its_dispute_in_the_notes(exported, rows, case):
    told = rows(exported(acled.write)[0])
    events = {row["event_id_cnty"]: row["notes"] for row in told}
    disputes = [one for one in case.findings if one.event in events and one.kind == "contradiction"]
    assert disputes
    assert all(one.message in events[one.event] for one in disputes)
