"""The page in real Chromium, opened as a file: a figure followed to its words and back, no request, nothing executed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

pytestmark = pytest.mark.browser


@pytest.fixture
def size() -> tuple[int, int]:
    """How large the window is: a test that wants another says so."""
    return (1400, 1000)


@pytest.fixture
def opened(browser: Any, saved: str, size: tuple[int, int]) -> Iterator[Any]:
    """The dossier in a fresh page that notes requests and errors."""
    page = browser.new_page(viewport=dict(zip(("width", "height"), size, strict=True)), reduced_motion="reduce")
    page.asked, page.faults = [], []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("pageerror", lambda error: page.faults.append(str(error)))
    page.on("console", lambda message: page.faults.append(message.text) if message.type == "error" else None)
    page.goto(saved)
    yield page
    page.close()


@pytest.fixture
def scriptless(browser: Any, saved: str) -> Iterator[Any]:
    """The dossier in a browser that runs no script."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(saved)
    yield page
    context.close()


def row(page: Any, name: str) -> Any:
    """The record row of a slot."""
    return page.locator(".row", has=page.locator(".slot", has_text=name)).first


def test_a_figure_is_followed_to_its_words_and_back(opened: Any) -> None:
    opened.locator("#first a", has_text="9 captors").click()
    captors = row(opened, "Raid: captors killed")
    assert captors.locator("details").get_attribute("open") is not None
    captors.locator(".quote a", has_text="¶").first.click()
    mark = opened.locator(":target")
    assert mark.inner_text() == "All nine gunmen"
    mark.click()
    assert opened.url.endswith(f"#{captors.get_attribute('id')}")


def test_a_mark_and_its_row_light_up_together(opened: Any) -> None:
    mark = opened.locator("a.mark", has_text="310 people")
    mark.hover()
    assert "lit" in row(opened, "Hostages taken").get_attribute("class")


def test_another_house_rule_changes_what_the_record_shows(opened: Any) -> None:
    taken = row(opened, "Hostages taken").locator(".best")
    assert "240 to 310" in taken.inner_text()
    opened.get_by_label("UCDP").check()
    assert "not covered" in taken.inner_text()
    assert "10 to 12" in row(opened, "Raid: killed in all").locator(".best").inner_text()


def test_the_matrix_filters_by_style_alone(scriptless: Any) -> None:
    assert scriptless.locator("#matrix tbody tr:visible").count() > 10
    scriptless.get_by_label("where accounts part").check()
    assert scriptless.locator("#matrix tbody tr:visible").count() == 4


def test_without_script_all_reads_and_opens(scriptless: Any) -> None:
    taken = row(scriptless, "Hostages taken")
    taken.locator("summary").click()
    assert taken.locator("blockquote", has_text="310 people").first.is_visible()
    assert scriptless.locator("#accounts mark, #accounts .mark").count() > 20


def test_no_request_leaves_and_nothing_fails(opened: Any, saved: str) -> None:
    opened.locator("button", has_text="open all rows").click()
    assert opened.asked == [saved]
    assert opened.faults == []


def test_what_a_document_carries_is_not_executed(opened: Any) -> None:
    assert opened.evaluate("window.pwned") is None
    assert opened.locator("img, iframe, object, embed").count() == 0


@pytest.mark.parametrize("width", [320, 420, 768, 1100, 1400])
def test_the_page_never_scrolls_sideways(opened: Any, width: int) -> None:
    opened.set_viewport_size({"width": width, "height": 900})
    assert opened.evaluate("document.documentElement.scrollWidth") <= width


def test_no_text_is_smaller_than_eleven_pixels(opened: Any) -> None:
    opened.locator("button", has_text="open all rows").click()
    small = opened.evaluate(
        """() => [...document.querySelectorAll("body *")]
          .filter((node) => [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim()))
          .filter((node) => parseFloat(getComputedStyle(node).fontSize) < 10.99).map((node) => node.outerHTML.slice(0, 80))"""
    )
    assert small == []


def test_red_is_spent_on_warnings_alone(opened: Any) -> None:
    red = opened.evaluate("getComputedStyle(document.querySelector('.chip.warn')).color")
    words = opened.evaluate(
        """(red) => [...document.querySelectorAll("body *")].filter((node) => getComputedStyle(node).color === red)
          .map((node) => node.textContent.trim()).filter(Boolean)""",
        red,
    )
    assert set(words) <= {"alleged", "contested", "denied", "Do not state as fact"}


@pytest.mark.parametrize("size", [(1000, 300)])
def test_two_accounts_side_by_side_scroll_together_on_what_both_tell(opened: Any) -> None:
    opened.get_by_role("button", name="side by side").click()
    assert opened.locator("#accounts .account:visible").count() == 2
    assert "Both tell of" in opened.locator("[data-beside=says]").inner_text()
    opened.locator("#a1 .text").evaluate("box => { box.scrollTop = 90; }")
    together = opened.locator(".mark.together")
    opened.wait_for_function("document.querySelectorAll('.mark.together').length === 2")
    assert together.first.get_attribute("data-slot") == together.last.get_attribute("data-slot")
    opened.evaluate("location.hash = 'a4'")
    opened.locator("#a4").wait_for(state="visible")
    assert opened.faults == []


def test_axe_finds_nothing_serious(browser: Any, saved: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    for scheme in ("light", "dark"):
        context = browser.new_context(bypass_csp=True, color_scheme=scheme)
        page = context.new_page()
        page.goto(saved)
        page.locator("button", has_text="open all rows").click()
        told = axe.run(page).response["violations"]
        grave = [(one["id"], one["nodes"][0]["html"][:120]) for one in told if one["impact"] in ("serious", "critical")]
        context.close()
        assert grave == [], scheme


def test_without_script_what_needs_one_is_not_offered(scriptless: Any) -> None:
    assert not scriptless.locator(".beside-tools").is_visible()
    assert scriptless.locator("#accounts .account:visible").count() == 4


def test_it_prints(opened: Any) -> None:
    assert opened.pdf().startswith(b"%PDF")
