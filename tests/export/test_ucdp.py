from __future__ import annotations

import io
from datetime import date

import pytest
from tests.export.factory import DAY, estimate, event, on, people

from sayso.export import ucdp
from sayso.model import Place, Qualifier, Role


@pytest.fixture
def written(view_of, rows):
    def write(events, estimates):
        out = io.StringIO()
        left = ucdp.write(view_of(events, estimates), out)
        return rows(out.getvalue()), [(one.what, one.why) for one in left]

    return write


RAID = [
    event("e", on(DAY, date(2001, 3, 19))),
    event("r", on(date(2001, 3, 19)), part="raid", of="e"),
    event("t", on(DAY), part="takeover", of="e"),
]
DEAD = [
    estimate("r", "killed", "security_forces", people(2)),
    estimate("r", "killed", "attackers", people(14)),
    estimate("r", "killed", "hostages", people(1)),
    estimate("e", "killed", "attackers", people(14)),
]


def test_the_columns_are_the_forty_nine_in_order():
    assert len(ucdp.COLUMNS) == len(set(ucdp.COLUMNS)) == 49
    assert ucdp.COLUMNS[-5:] == ("best", "high", "low", "gwnoa", "gwnob")


def test_the_part_with_deaths_is_a_row_and_best_is_the_sum_of_its_sides(written):
    (row,), _ = written(RAID, DEAD)
    assert row["id"] == "r"
    assert [row[f"deaths_{side}"] for side in ("a", "b", "civilians", "unknown")] == ["2", "14", "1", "0"]
    assert (row["low"], row["best"], row["high"]) == ("17", "17", "17")
    assert (row["date_start"], row["date_prec"], row["year"]) == ("2001-03-19", "1", "2001")


def test_what_is_no_row_is_said_with_its_reason(written):
    _, left = written(RAID, DEAD)
    assert dict(left) == {
        "Event e": "its dead are counted in the rows of its parts",
        "Event t": "no direct death is told of it, and a GED row needs one",
    }


def test_dead_that_the_parts_do_not_account_for_are_said(written):
    _, left = written(RAID, [*DEAD, estimate("e", "killed", "total", people(20))])
    assert "3 more dead are told of it" in dict(left)["Event e"]


def test_a_stated_total_beyond_its_sides_leaves_unknown_dead(written):
    (row,), _ = written(RAID, [*DEAD, estimate("r", "killed", "total", people(20))])
    assert (row["deaths_unknown"], row["best"]) == ("3", "20")


def test_the_house_rule_makes_best_low_and_high(written):
    told = people(10, 30, Qualifier.BETWEEN, "10 to 30")
    (row,), _ = written(
        [event("e", on(DAY))], [estimate("e", "killed", "total", None, low=10, high=30, rules={"ucdp": told})]
    )
    assert (row["low"], row["best"], row["high"]) == ("10", "10", "30")


@pytest.mark.parametrize(
    ("last", "precision", "clarity"),
    [(DAY, "1", "1"), (date(2001, 3, 12), "2", "1"), (date(2001, 3, 16), "3", "2"), (date(2001, 4, 5), "4", "2"),
     (date(2001, 12, 31), "5", "2")],
)  # fmt: skip
def test_a_date_has_its_precision(written, last, precision, clarity):
    (row,), _ = written([event("e", on(DAY, last))], [estimate("e", "killed", "total", people(3))])
    assert (row["date_prec"], row["event_clarity"]) == (precision, clarity)


def test_both_sides_told_are_state_based_violence(written):
    (row,), _ = written(RAID, DEAD)
    assert (row["type_of_violence"], row["side_a"], row["side_b"]) == ("1", "Government of Peru", "attackers")


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (event("e", None), "no date"),
        (event("e", on(DAY), kind="accident"), "no organised violence"),
        (event("e", on(DAY), role=Role.MENTIONED), "only mentioned"),
    ],
)
def test_an_event_that_does_not_qualify_is_left_out(written, made, why):
    told, ((_, said),) = written([made], [estimate("e", "killed", "total", people(3))])
    assert told == []
    assert why in said


def test_the_cell_of_the_grid_is_that_of_its_point():
    assert ucdp.grid_cell(Place("", (), None, 89.9, 179.9, 1, "")) == 259200
    assert ucdp.grid_cell(Place("", (), None, None, None, 1, "")) is None


def test_the_example_has_rows_whose_sides_add_up(exported, rows):
    text, left = exported(ucdp.write)
    told = rows(text)
    for row in told:
        sides = sum(int(row[f"deaths_{side}"]) for side in ("a", "b", "civilians", "unknown"))
        assert int(row["low"]) <= int(row["best"]) == sides <= int(row["high"])
        assert row["number_of_sources"] == str(len(row["source_office"].split(";")))
    assert told
    assert left
