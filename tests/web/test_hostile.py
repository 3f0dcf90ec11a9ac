"""What documents carry is shown as words: no page of the room executes it, and none falls over it."""

from __future__ import annotations

import pytest
from tests.web.asking import client
from tests.web.test_adding import drop, waited

import sayso

pytestmark = pytest.mark.browser

MARK = "window.pwned = 1"
TELLING = "Gunmen stormed the embassy on 10 March 2001 and took 55 hostages."
PAGES = (
    "/queue",
    "/overview",
    "/record",
    "/people",
    "/words",
    "/matrix",
    "/accounts",
    "/compare?a=1&b=2",
    "/search?q=gunmen",
    "/history",
    "/documents",
)


@pytest.fixture
def hostile(siege, tmp_path):
    """A case with accounts that carry scripts, handlers, links that run, direction marks and nested tags."""
    folder = tmp_path / "hostile"
    folder.mkdir()
    for one in siege.iterdir():
        (folder / one.name).write_bytes(one.read_bytes())
    plain = (
        f'<script>{MARK}</script> "><img src=x onerror="{MARK}"> \u202eevil\u202c\n\n{TELLING}\n\n'
        f"Colonel <svg/onload={MARK}> Ruiz said three “><script>{MARK}</script> guards were killed in the attack.\n"
    )
    (folder / "<img src=x onerror=pwned>.txt").write_text(plain, encoding="utf-8")
    page = (
        f"<html><head><title>&lt;script&gt;{MARK}&lt;/script&gt;</title><script>{MARK}</script></head>"
        f'<body onload="{MARK}"><a href="javascript:{MARK}">link</a><p>{TELLING} {TELLING}</p>'
        f'<iframe src="javascript:parent.{MARK}"></iframe>{"<div>" * 10_000}<p>Two guards were killed.</p></body></html>'
    )
    (folder / "page.html").write_text(page, encoding="utf-8")
    case = tmp_path / "hostile.sayso"
    sayso.build(folder, case).close()
    return case


def test_nothing_that_a_document_carries_is_executed(serve, visit, hostile):
    room = serve(hostile)
    page = visit(room.address)
    count = page.goto(room.address + "/accounts") and page.locator("tbody tr").count()
    for path in (*PAGES, *(f"/accounts/{number}" for number in range(1, count + 1))):
        page.goto(room.address + path)
        assert page.evaluate("window.pwned") is None, path
        assert page.locator("main img, main iframe, main object, main script, a[href^='javascript:']").count() == 0, (
            path
        )
    assert page.faults == []
    assert [url for url in page.asked if not url.startswith(room.address)] == []


def test_a_reason_and_a_name_that_carry_markup_are_words(serve, visit, hostile):
    page = visit(serve(hostile).address)
    page.locator(".who summary").click()
    page.fill("#who", f"<script>{MARK}</script>")
    page.get_by_text("Use this name").click()
    page.locator("input[name=choice]").first.check()
    page.fill("#why", f'"><img src=x onerror="{MARK}">')
    with page.expect_navigation():
        page.locator(".primary").click()
    page.locator("[data-notice]").wait_for(state="detached")
    page.goto(page.url.rsplit("/queue", 1)[0] + "/history")
    assert "onerror" in page.locator(".history").inner_text()
    assert page.evaluate("window.pwned") is None


def test_a_hostile_file_that_is_dropped_is_read_or_refused(case):
    visitor = client(case)
    raw = ("<html><body>" + "<div>" * 10_000 + f"<p>{TELLING}</p></body></html>").encode()
    drop(visitor, ("deep.html", raw), ("bomb.docx", b"PK\x03\x04" + b"\x00" * 4000), ("torn.pdf", b"%PDF-1.7\n%%EOF"))
    assert "added" in waited(visitor) or "Nothing" in waited(visitor)
    assert visitor.get("/queue").status_code == 200
