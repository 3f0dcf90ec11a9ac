from __future__ import annotations

from tests.export.factory import DAY, estimate, event, on, people

from sayso.export.differences import differences, lines


def test_a_case_does_not_differ_from_itself(case):
    assert differences(case.view, case.view).is_empty


def test_a_figure_that_changed_is_told_with_what_it_was(view_of):
    old = view_of([event("e", on(DAY))], [estimate("e", "killed", "total", people(3))])
    new = view_of([event("e", on(DAY))], [estimate("e", "killed", "total", people(4))])
    (change,) = differences(old, new).changes
    assert (change.before, change.after) == ("3, single", "4, single")
    assert "Killed, people in all: 3, single -> 4, single" in "\n".join(lines(differences(old, new)))


def test_what_came_and_what_went_is_told(view_of):
    old = view_of([event("e", on(DAY))], [estimate("e", "killed", "total", people(3))])
    new = view_of([event("e", on(DAY))], [estimate("e", "injured", "total", people(3))])
    changes = {change.slot: (change.before, change.after) for change in differences(old, new).changes}
    assert changes["Injured, people in all"] == (None, "3, single")
    assert changes["Killed, people in all"] == ("3, single", None)


def test_an_event_is_matched_by_its_part_where_its_id_changed(view_of):
    old = view_of([event("e", on(DAY))], [estimate("e", "killed", "total", people(3))])
    new = view_of([event("f", on(DAY))], [estimate("f", "killed", "total", people(3))])
    assert differences(old, new).changes == ()


def test_both_ways_tell_the_same_changes(view_of):
    old = view_of([event("e", on(DAY))], [estimate("e", "killed", "total", people(3))])
    new = view_of([event("e", on(DAY))], [estimate("e", "killed", "total", people(4))])
    there, back = differences(old, new).changes, differences(new, old).changes
    assert [(one.before, one.after) for one in there] == [(one.after, one.before) for one in back]
