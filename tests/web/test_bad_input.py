"""What goes wrong ends in a clear page with a way on, one JSON shape for the API, and nothing lost."""

from __future__ import annotations

import socket

import pytest
from tests.web.asking import client, form, token, worked_in

import sayso
from sayso.errors import CaseError, SaysoError
from sayso.store import Store
from sayso.web import serve


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/queue/x0", 404),
        ("/claims/c0", 404),
        ("/accounts/99", 404),
        ("/accounts/one", 422),
        ("/export/stone", 404),
        ("/nowhere", 404),
        ("/to/m-c0", 404),
        ("/record?at=99", 200),
        ("/record?at=-4", 200),
        ("/search?q=%22%2A%28NEAR", 200),
        ("/compare?a=7&b=7", 200),
        ("/static/../room.py", 404),
    ],
)
def test_a_page_that_is_not_there_says_so_and_leads_on(case, path, status):
    told = client(case).get(path)
    assert told.status_code == status
    assert 'href="/queue"' in told.text or path.startswith("/static")


def test_a_case_removed_while_served_is_told_and_comes_back(case):
    visitor = client(case)
    told = {**form(visitor), "choice": "note", "why": "x"}
    raw = case.read_bytes()
    case.unlink()
    assert visitor.get("/queue").status_code == 503
    assert visitor.post("/judgements", data=told).status_code == 503
    assert not case.exists()
    case.write_bytes(raw)
    assert visitor.get("/queue").status_code == 200


def test_a_case_that_another_process_builds_is_told(case, monkeypatch):
    monkeypatch.setattr("sayso.store.opening.PATIENCE", 0.1)
    visitor = client(case)
    told = {**form(visitor), "choice": "settle-0", "why": "x"}
    with Store.open(case) as other, other.write():
        done = visitor.post("/judgements", data=told)
    assert done.status_code == 503
    assert "Nothing of yours is lost" in done.text


@pytest.mark.parametrize(
    "lacking", [{"choice": ""}, {"why": "  "}, {"choice": "settle-other", "value": ""}, {"choice": "settle-99"}]
)
def test_a_form_that_lacks_something_says_what(case, lacking):
    visitor = client(case)
    told = {**form(visitor), "choice": "settle-0", "why": "x", **lacking}
    assert visitor.post("/judgements", data=told).status_code == 422


def test_errors_of_the_api_have_one_shape(case):
    visitor = client(case)
    told = visitor.post("/api/effect", data={**form(visitor), "choice": ""}).json()
    assert told["error"].keys() == {"status", "message", "remedy"}
    assert visitor.get("/api/nothing").json()["error"]["status"] == 404


def test_a_stale_decision_is_told_to_a_program_in_the_same_shape(case):
    visitor = client(case)
    told = {**form(visitor), "choice": "settle-0", "why": "x"}
    visitor.post("/judgements", data=told)
    again = visitor.post("/judgements", data=told, headers={"Accept": "application/json"})
    assert again.status_code == 409
    assert again.json()["error"]["message"] == "It changed while you were reading"


def test_a_form_too_long_is_refused(case):
    visitor = client(case)
    assert visitor.post("/who", data={"name": "x" * 100_000, "token": token(visitor)}).status_code == 413


def test_a_name_of_any_script_is_kept(case):
    visitor = client(case)
    visitor.post("/who", data={"name": "محمد \u202e 李", "token": token(visitor)})
    assert "محمد 李" in visitor.get("/queue").text


def test_an_unknown_case_and_a_busy_port_are_told(case, tmp_path):
    with pytest.raises(CaseError, match="no such case file"):
        serve(tmp_path / "none.sayso", host="127.0.0.1", port=8137, token="", by="A")
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        with pytest.raises(SaysoError, match="name another port"):
            serve(case, host="127.0.0.1", port=holder.getsockname()[1], token="", by="A")


def test_another_house_rule_is_put_in_force(case):
    visitor = client(case)
    assert visitor.post("/rule", data={"rule": "ucdp", "token": token(visitor)}).status_code == 303
    assert visitor.post("/rule", data={"rule": "whim", "token": token(visitor)}).status_code == 422
    worked_in(visitor)
    with sayso.Case.open(case) as opened:
        assert opened.view.header.rule == "ucdp"


def test_every_kind_can_be_decided_on_a_claim(case):
    with sayso.Case.open(case) as opened:
        claim, other = [one.id for one in opened.claims if one.slot == "hostages_taken"][:2]
    visitor = client(case)
    for kind in ("accept", "reject", "correct", "move", "same_event", "apart_event", "note"):
        told = {**form(visitor, f"/claims/{claim}"), "choice": kind, "why": "x", "value": "41", "event": other}
        assert visitor.post("/judgements", data=told).status_code == 303, kind
    with sayso.Case.open(case) as opened:
        assert len(opened.judgements) == 7
