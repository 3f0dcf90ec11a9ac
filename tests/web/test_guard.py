"""Who may come in, and which changes are meant."""

from __future__ import annotations

import pytest
from tests.web.asking import client, form, token

import sayso
from sayso.errors import InputError
from sayso.web import Guard
from sayso.web.serving import guard_of


def judged(case) -> int:
    with sayso.Case.open(case) as opened:
        return len(opened.judgements)


def test_every_page_forbids_what_is_not_its_own(case):
    policy = client(case).get("/queue").headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": "null"},
    ],
)
def test_a_change_from_another_site_is_refused(case, headers):
    visitor = client(case)
    told = {**form(visitor), "choice": "note", "why": "x"}
    assert visitor.post("/judgements", data=told, headers=headers).status_code == 403
    assert judged(case) == 0


@pytest.mark.parametrize(
    "path", ["/judgements", "/undo", "/rule", "/who", "/events", "/judgements/j0/undo", "/api/effect"]
)
def test_a_change_without_the_forms_token_is_refused(case, path):
    visitor = client(case)
    visitor.get("/queue")
    told = {"choice": "note", "why": "x", "rule": "ucdp", "name": "x", "event": "e", "token": "0" * 64}
    assert visitor.post(path, data=told).status_code == 403


def test_the_token_of_another_browser_is_refused(case):
    one, other = client(case), client(case)
    other.get("/queue")
    assert other.post("/who", data={"name": "x", "token": token(one)}).status_code == 403


def test_another_host_name_is_not_served(case):
    assert client(case, host="evil.example").get("/queue").status_code == 421
    assert client(case, host="localhost:8137").get("/queue").status_code == 200


def test_an_open_room_asks_for_its_token(case):
    known = "a long enough token"
    visitor = client(case, Guard(hosts=(), token=known), host="desk.example")
    shut = visitor.get("/queue")
    assert shut.status_code == 401
    assert "Hostage" not in shut.text
    assert visitor.post("/key", data={"key": "a guess"}).status_code == 401
    assert visitor.post("/key", data={"key": known}).status_code == 303
    assert visitor.get("/queue").status_code == 200


@pytest.mark.parametrize(("host", "token"), [("0.0.0.0", ""), ("192.168.0.7", "short"), ("127.0.0.1", "short")])  # noqa: S104
def test_an_address_that_others_reach_needs_a_token(host, token):
    with pytest.raises(InputError, match="--token"):
        guard_of(host, token)


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "/\\evil.example"])
def test_no_form_leads_elsewhere(case, back):
    visitor = client(case)
    done = visitor.post("/who", data={"name": "Ana", "token": token(visitor), "back": back})
    assert done.headers["location"] == "/queue"
