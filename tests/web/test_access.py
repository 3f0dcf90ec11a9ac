"""Everybody can use the room: axe finds nothing serious, pages fit narrow screens, focus is seen, no text is tiny."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

PAGES = (
    "/queue",
    "/overview",
    "/record",
    "/part",
    "/sums",
    "/words",
    "/people",
    "/lineage",
    "/mentioned",
    "/method",
    "/map",
    "/matrix",
    "/time",
    "/compare",
    "/accounts",
    "/accounts/1",
    "/search?q=embassy",
    "/history",
    "/documents",
)


def found(page) -> list[str]:
    """What axe finds that is serious or critical."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    told = axe.run(page).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in told if one["impact"] in ("serious", "critical")]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(serve, visit, case, scheme):
    room = serve(case)
    page = visit(room.address, bypass_csp=True, color_scheme=scheme)
    claim = page.locator(".acts a").first.get_attribute("href")
    faults = {}
    for path in (*PAGES, claim, "/nowhere"):
        page.goto(room.address + path)
        faults[path] = found(page)
    assert {path: told for path, told in faults.items() if told} == {}


@pytest.mark.parametrize("width", [320, 768, 1100, 1400])
def test_no_page_scrolls_sideways(serve, visit, case, width):
    room = serve(case)
    page = visit(room.address)
    page.set_viewport_size({"width": width, "height": 900})
    wide = {}
    for path in PAGES:
        page.goto(room.address + path)
        wide[path] = page.evaluate("document.documentElement.scrollWidth")
    assert {path: told for path, told in wide.items() if told > width} == {}


@pytest.mark.parametrize("width", [390, 1400])
def test_no_text_is_smaller_than_eleven_pixels(serve, visit, case, width):
    room = serve(case)
    page = visit(room.address)
    page.set_viewport_size({"width": width, "height": 900})
    small = {}
    for path in PAGES:
        page.goto(room.address + path)
        small[path] = page.evaluate(
            """() => [...document.querySelectorAll("body *")]
              .filter((node) => [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim()))
              .filter((node) => parseFloat(getComputedStyle(node).fontSize) * (node.getScreenCTM?.().a ?? 1) < 10.9)
              .map((node) => node.outerHTML.slice(0, 80))"""
        )
    assert {path: told for path, told in small.items() if told} == {}


def test_keys_do_nothing_while_one_types(serve, visit, case):
    page = visit(serve(case).address)
    page.fill("#why", "")
    page.focus("#why")
    page.keyboard.type("j1ku/")
    assert page.input_value("#why") == "j1ku/"
    assert page.locator("input[name=choice]:checked").count() == 0
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"


def test_menus_open_and_close_by_keyboard(serve, visit, case):
    page = visit(serve(case).address)
    page.locator(".menu summary").first.focus()
    page.keyboard.press("Enter")
    assert page.locator(".menu[open]").count() == 1
    page.keyboard.press("Escape")
    assert page.locator(".menu[open]").count() == 0
