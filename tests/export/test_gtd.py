from __future__ import annotations

import io
from datetime import date

import pytest
from tests.export.factory import DAY, estimate, event, on, people

from sayso.export import gtd
from sayso.model import Qualifier, Role

END = date(2001, 3, 19)
VAGUE = people(24, 99, Qualifier.VAGUE, "dozens")


@pytest.fixture
def written(view_of, rows):
    def write(events, estimates=()):
        out = io.StringIO()
        left = gtd.write(view_of(events, estimates), out)
        return rows(out.getvalue()), [(one.what, one.why) for one in left]

    return write


def test_the_columns_are_the_hundred_and_thirty_five_in_order():
    assert len(gtd.COLUMNS) == len(set(gtd.COLUMNS)) == 135
    assert (gtd.COLUMNS[0], gtd.COLUMNS[-1]) == ("eventid", "related")


def test_a_siege_is_one_incident_with_its_hostages(written):
    told = [
        estimate("e", "hostages_taken", "hostages", people(450, 499, Qualifier.NEARLY, "nearly 500")),
        estimate("e", "date_start", None, on(DAY)),
        estimate("e", "date_end", None, on(END)),
        estimate("e", "killed", "attackers", people(14)),
    ]
    (row,), _ = written([event("e", on(DAY, END)), event("r", on(END), part="raid", of="e")], told)
    assert (row["eventid"], row["attacktype1"], row["ishostkid"]) == ("200103100001", "5", "1")
    assert (row["extended"], row["resolution"], row["ndays"]) == ("1", "2001-03-19", "9")
    assert (row["nhostkid"], row["nkill"], row["nkillter"]) == ("500", "14", "14")


def test_vague_words_leave_a_cell_blank_and_silence_the_sign_for_unknown(written):
    told = [estimate("e", "hostages_taken", "hostages", VAGUE), estimate("e", "released", "hostages", VAGUE)]
    (row,), _ = written([event("e", on(DAY))], told)
    assert (row["nhostkid"], row["nreleased"], row["nperps"]) == ("", "", "-99")


def test_an_unknown_day_is_nought_and_told_in_words(written):
    (row,), _ = written([event("e", on(date(2001, 3, 1), date(2001, 3, 31)))])
    assert (row["imonth"], row["iday"]) == ("3", "0")
    assert row["approxdate"] == "between 2001-03-01 and 2001-03-31"


def test_incidents_of_one_day_are_counted(written):
    told, _ = written([event("e", on(DAY)), event("f", on(DAY), kind="bombing")])
    assert [row["eventid"] for row in told] == ["200103100001", "200103100002"]


@pytest.mark.parametrize("kind", ["protest", "accident", "arrest"])
def test_what_is_no_attack_is_left_out(written, kind):
    told, ((_, why),) = written([event("e", on(DAY), kind=kind)])
    assert told == []
    assert kind in why


def test_the_example_is_one_incident_and_its_parts_are_told_in_its_row(exported, rows, case):
    text, left = exported(gtd.write)
    (row,) = rows(text)
    parts = [one.title for one in case.events if one.role is Role.PART]
    assert all(title in row["addnotes"] for title in parts)
    assert [one.what for one in left if "told in the row of its whole" in one.why] == parts
