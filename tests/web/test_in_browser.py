"""The room in real Chromium: the queue by keyboard, judged, undone, rebuilt; two at once; nothing leaves the page."""

from __future__ import annotations

import threading
from urllib.parse import urljoin

import pytest

import sayso
from sayso import pipeline

pytestmark = pytest.mark.browser


def decide(page, key: str = "1", why: str = "the roll says so") -> None:
    """Choose, say why, save: all by keyboard."""
    page.keyboard.press(key)
    page.keyboard.press("w")
    page.keyboard.type(why)
    page.keyboard.press("Escape")
    with page.expect_navigation():
        page.keyboard.press("Enter")


def leave(page, path: str) -> None:
    """Go to another page of the room once the decision is worked in: a page under work loads itself anew."""
    page.locator("[data-notice]").wait_for(state="detached")
    page.goto(urljoin(page.url, path))


def test_the_queue_is_gone_through_by_keyboard_judged_and_undone(serve, visit, case):
    page = visit(serve(case).address)
    entries = page.locator(".queue a[data-key-entry]")
    assert entries.count() >= 1
    first = entries.first.locator(".q").inner_text()
    decide(page)
    leave(page, "/queue")
    page.locator(".queue .done .q", has_text=first).wait_for()
    page.reload()
    assert page.locator(".queue .done").count() == 1
    with page.expect_navigation():
        page.keyboard.press("u")
    page.locator(".queue .done").wait_for(state="detached")
    assert page.faults == []


def test_the_effect_is_shown_before_it_is_saved(serve, visit, case):
    page = visit(serve(case).address)
    page.keyboard.press("1")
    page.locator("[data-effect]", has_text="settled").wait_for()
    with sayso.Case.open(case) as opened:
        assert opened.judgements == ()


def test_a_judgement_stands_after_one_more_document(serve, visit, case, accounts):
    page = visit(serve(case).address)
    decide(page)
    text = "Gunmen stormed the embassy on 10 March 2001 and took 70 hostages.\n"
    (accounts / "late.txt").write_text(text, encoding="utf-8")
    sayso.build(accounts, case).close()
    leave(page, "/history")
    assert "the roll says so" in page.locator(".history").inner_text()
    leave(page, "/queue")
    assert "bears on Coder A" in page.locator(".queue").inner_text()


def test_of_two_at_once_the_later_sees_what_changed_and_loses_nothing(serve, visit, case):
    room = serve(case)
    one, other = visit(room.address), visit(room.address)
    other.keyboard.press("1")
    other.fill("#why", "my own reason")
    decide(one, key="2", why="the other roll")
    with other.expect_navigation():
        other.locator(".primary").click()
    assert "changed while you were reading" in other.locator("h1").inner_text()
    assert "the other roll" in other.locator(".history").inner_text()
    assert other.input_value("#why") == "my own reason"
    with other.expect_navigation():
        other.get_by_text("Save all the same").click()
    leave(other, "/history")
    other.locator(".history", has_text="my own reason").wait_for()
    with sayso.Case.open(case) as opened:
        assert [one.why for one in opened.judgements] == ["the other roll", "my own reason"]


def test_a_page_that_is_being_worked_on_shows_the_outcome_by_itself(serve, visit, case, monkeypatch):
    refresh, go_on = pipeline.refresh, threading.Event()

    def later(*given, **named):
        go_on.wait(20)
        refresh(*given, **named)

    monkeypatch.setattr("sayso.web.room.pipeline.refresh", later)
    page = visit(serve(case).address)
    decide(page)
    page.locator("[data-notice]", has_text="being worked in").wait_for()
    assert page.locator(".queue .done").count() == 0
    other = visit(page.url.rsplit("/queue", 1)[0] + "/history")
    assert other.locator("[data-notice]").bounding_box()["height"] < 60
    go_on.set()
    page.locator(".queue .done").wait_for()
    assert page.locator("[data-notice]").count() == 0
    assert page.faults == []


def test_a_page_that_is_being_left_does_not_load_itself_again(serve, visit, case):
    page, standing, history = visit(serve(case).address), [], []
    page.route("**/api/standing", lambda route: standing.append(route))  # noqa: PLW0108 - it sets marks on it
    page.route("**/history", lambda route: history.append(route))  # noqa: PLW0108
    decide(page)
    page.wait_for_timeout(800)
    page.evaluate("location.assign('/history')")
    page.wait_for_timeout(300)
    for asked in standing:
        asked.fulfill(json={"notice": "", "error": None})
    page.wait_for_timeout(300)
    history[0].continue_()
    page.wait_for_url("**/history", timeout=5_000)
    assert len(standing) == 1


def test_a_house_rule_is_switched_from_the_menu_and_named_people_decide(serve, visit, case):
    room = serve(case)
    page = visit(room.address + "/record")
    page.get_by_text("Rule: sayso").click()
    page.get_by_role("button", name="GTD").click()
    page.get_by_text("Rule: GTD").wait_for()
    page.locator(".who summary").click()
    page.fill("#who", "Coder B")
    page.get_by_text("Use this name").click()
    page.goto(room.address + "/queue")
    decide(page, why="mine")
    other = visit(room.address + "/history")
    assert "Coder B" in other.locator(".history").inner_text()


def test_a_claim_is_judged_by_keyboard_and_a_hit_leads_to_its_words(serve, visit, case):
    room = serve(case)
    page = visit(room.address)
    page.keyboard.press("/")
    page.keyboard.type("hostages")
    page.keyboard.press("Enter")
    page.locator(".hit").first.wait_for()
    page.locator(".hits a").first.click()
    assert "/accounts/" in page.url
    page.goto(room.address + "/queue")
    page.locator(".acts a").first.focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.locator("input[name=choice][value=reject]").focus()
    page.keyboard.press("Space")
    page.fill("#why", "a slip of the printer")
    with page.expect_navigation():
        page.keyboard.press("Control+Enter")
    leave(page, "/history")
    assert "a slip of the printer" in page.locator(".history").inner_text()


def test_without_scripts_a_decision_is_made(serve, visit, case):
    page = visit(serve(case).address, java_script_enabled=False)
    page.locator("input[name=choice]").first.check()
    page.fill("#why", "read on paper")
    page.locator(".primary").click()
    with sayso.Case.open(case) as opened:
        assert [one.why for one in opened.judgements] == ["read on paper"]


def test_no_request_leaves_the_room(serve, visit, case):
    room = serve(case)
    page = visit(room.address)
    for path in (
        "/overview",
        "/record",
        "/matrix",
        "/time",
        "/compare",
        "/accounts/1",
        "/search?q=embassy",
        "/history",
    ):
        page.goto(room.address + path)
    assert [url for url in page.asked if not url.startswith(room.address)] == []
    assert page.faults == []
