from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Claim, Event, Role, Stage, When
from sayso.store.shelves import SHELVES


def _event(name: str, role: Role, day: int | None, part_of: str | None = None) -> Event:
    when = None if day is None else When("", date(2001, 1, day), date(2001, 1, day), None, "")
    return Event(name, "attack", None, Stage.ACCOMPLISHED, name, role, part_of, when, None, (), (), ())


EVENTS = (
    _event("m", Role.MAIN, 5),
    _event("p2", Role.PART, 9, "m"),
    _event("p1", Role.PART, 6, "m"),
    _event("x1", Role.MENTIONED, 1),
    _event("x2", Role.MENTIONED, None),
)


def test_events_stand_main_then_parts_then_mentioned_whatever_their_order():
    for events in permutations(EVENTS):
        assert [event.id for event in SHELVES["events"].arrange(events)] == ["m", "p1", "p2", "x1", "x2"]


def test_each_main_event_has_its_parts_behind_it():
    second = _event("a", Role.MAIN, 20)
    part = _event("q", Role.PART, 21, "a")
    told = SHELVES["events"].arrange([part, second, *EVENTS])
    assert [event.id for event in told] == ["m", "p1", "p2", "a", "q", "x1", "x2"]


def test_no_event_is_lost_when_its_whole_is_not_there():
    assert len(SHELVES["events"].arrange([_event("p", Role.PART, 1, "gone")])) == 1


@given(places=st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 4), st.sampled_from([None, "g"])), max_size=6))
def test_claims_stand_by_place_whatever_their_order(places):
    fields = dict.fromkeys(Claim.__slots__)
    claims = [
        Claim(**{**fields, "id": str(n), "document": d, "start": s, "end": s + 1, "slot": "k", "group": g})
        for n, (d, s, g) in enumerate(places)
    ]
    told = SHELVES["claims"].arrange(claims)
    assert told == SHELVES["claims"].arrange(reversed(claims))
    assert [(one.document, one.start) for one in told] == sorted((one.document, one.start) for one in claims)


def test_an_absent_group_comes_first(claim):
    told = SHELVES["claims"].arrange([claim, replace(claim, group=None)])
    assert [one.group for one in told] == [None, "hostages"]
