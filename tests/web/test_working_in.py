"""A decision is kept at once and worked in behind; until then no page shows as done what is not, and nothing is lost."""

from __future__ import annotations

import threading

import pytest
from starlette.testclient import TestClient
from tests.web.asking import client, form, token, worked_in

import sayso
from sayso import judging, pipeline
from sayso.errors import BusyCaseError
from sayso.judging import Decision
from sayso.model import JudgementKind
from sayso.store import Store
from sayso.web import Room, make_app


@pytest.fixture
def held_up(monkeypatch):
    """Working in takes as long as the test likes."""
    go_on, refresh = threading.Event(), pipeline.refresh

    def later(*given, **named):
        go_on.wait(30)
        refresh(*given, **named)

    monkeypatch.setattr("sayso.web.room.pipeline.refresh", later)
    yield go_on
    go_on.set()


def settled(case) -> list[str]:
    with sayso.Case.open(case) as opened:
        return [one.slot for one in opened.estimates if one.status.value == "settled"]


def test_a_decision_is_on_the_disk_before_it_is_worked_in(case, held_up):
    visitor = client(case)
    saved = visitor.post("/judgements", data={**form(visitor), "choice": "settle-0", "why": "the roll"})
    assert saved.status_code == 303
    with sayso.Case.open(case) as opened:
        assert [one.why for one in opened.judgements] == ["the roll"]
    assert settled(case) == []
    queue = visitor.get("/queue").text
    assert "1 decision is saved and being worked in" in queue
    assert "saved by Coder A; being worked in" in queue
    assert "not rest on yet" in visitor.get("/method").text
    held_up.set()
    worked_in(visitor)
    assert len(settled(case)) >= 1
    assert "being worked in" not in visitor.get("/queue").text


@pytest.mark.usefixtures("held_up")
def test_a_later_writer_is_told_though_nothing_is_worked_in(case):
    one, other = client(case), client(case)
    mine, theirs = form(one), form(other)
    one.post("/judgements", data={**mine, "choice": "settle-0", "why": "first"})
    told = other.post("/judgements", data={**theirs, "choice": "settle-1", "why": "second"})
    assert told.status_code == 409
    assert "second" in told.text


def test_what_was_decided_before_the_room_ended_is_worked_in_when_it_opens(case):
    with Store.open(case) as store:
        slot = next(iter(store.view().claims(slot="hostages_taken")))
        judging.keep(store, judging.drafted(store.view(), Decision(JudgementKind.REJECT, (slot.id,), "A", "why")))
        assert len(store.view().waiting()) == 1
    visitor = client(case)
    visitor.get("/queue")
    worked_in(visitor)
    with Store.open(case, read_only=True) as store:
        assert store.view().waiting() == ()


def test_the_room_does_not_close_before_all_is_worked_in_and_leaves_one_file(case):
    room = Room(case, "Coder A")
    visitor = TestClient(make_app(room), base_url="http://127.0.0.1", follow_redirects=False)
    visitor.post("/judgements", data={**form(visitor), "choice": "settle-0", "why": "the roll"})
    room.settle()
    assert [path.name for path in case.parent.glob("siege.sayso*")] == ["siege.sayso"]
    assert len(settled(case)) >= 1


def test_a_case_that_is_built_elsewhere_keeps_the_decision_and_tries_again(case, monkeypatch):
    refresh, tries = pipeline.refresh, []

    def busy_once(*given, **named):
        tries.append(1)
        if len(tries) == 1:
            raise BusyCaseError("another process is building this case")
        refresh(*given, **named)

    monkeypatch.setattr("sayso.web.room.pipeline.refresh", busy_once)
    visitor = client(case)
    visitor.post("/judgements", data={**form(visitor), "choice": "settle-0", "why": "the roll"})
    assert "not worked in yet: another process" in visitor.get("/queue").text
    worked_in(visitor)
    assert len(settled(case)) >= 1


def test_what_another_process_builds_is_read_anew(case, accounts):
    visitor = client(case)
    before = visitor.get("/accounts").text
    (accounts / "late.txt").write_text("Gunmen stormed the embassy on 10 March 2001 and took 70 hostages.\n", "utf-8")
    sayso.build(accounts, case).close()
    visitor.get("/accounts")
    worked_in(visitor)
    assert visitor.get("/accounts").text.count("/accounts/") > before.count("/accounts/")


def test_a_rule_is_told_as_under_way_until_it_is_in_force(case, held_up):
    visitor = client(case)
    visitor.post("/rule", data={"rule": "gtd", "token": token(visitor)})
    assert "is being put in force" in visitor.get("/record").text
    held_up.set()
    worked_in(visitor)
    with sayso.Case.open(case) as opened:
        assert opened.view.header.rule == "gtd"


@pytest.mark.parametrize("kind", ["reject", "correct", "settle", "dismiss", "move", "apart_event", "same_origin"])
def test_what_is_worked_in_is_what_a_whole_build_would_make(case, kind):
    with Store.open(case) as store:
        claims = [one.id for one in store.view().claims(slot="hostages_taken")]
        several = JudgementKind(kind) in judging.PAIRED or kind == "dismiss"
        named = tuple(claims[:2]) if several else (claims[0],)
        value = "41" if kind in ("correct", "settle") else None
        judging.decide(store, Decision(JudgementKind(kind), named, "A", "why", value))
        lists = ("claims", "events", "entities", "estimates", "findings", "lineage", "labels")
        worked = [tuple(getattr(store.view(), name)()) for name in lists]
        pipeline.refresh(store)
        assert [tuple(getattr(store.view(), name)()) for name in lists] == worked
