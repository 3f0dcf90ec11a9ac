"""Files are dropped by a real drag in real Chromium, their reading followed; exports are taken from the menu."""

from __future__ import annotations

import base64
import json

import pytest
from tests.reading.making import column, pdf

import sayso

pytestmark = pytest.mark.browser

LATE = "Gunmen stormed the embassy on 10 March 2001 and took 70 hostages, the police said on 11 March 2001."


def drop(page, name: str, raw: bytes) -> None:
    """Drag a file over the page's place for it and let it go, as a person does from a folder."""
    page.evaluate(
        """([name, told]) => {
          const raw = Uint8Array.from(atob(told), (one) => one.charCodeAt(0));
          const carried = new DataTransfer();
          carried.items.add(new File([raw], name));
          for (const kind of ["dragenter", "dragover", "drop"]) {
            document.querySelector(".drop").dispatchEvent(
              new DragEvent(kind, { dataTransfer: carried, bubbles: true, cancelable: true }));
          }
        }""",
        [name, base64.b64encode(raw).decode()],
    )


def test_a_pdf_that_is_dropped_joins_the_case(serve, visit, case):
    page = visit(serve(case).address + "/documents")
    drop(page, "late news.pdf", pdf([column(LATE, 60, 700, 80)]))
    page.get_by_text("1 added").wait_for()
    page.goto(page.url.replace("/documents", "/accounts"))
    page.locator("tbody tr").nth(3).wait_for()
    with sayso.Case.open(case) as opened:
        assert {"late news.pdf"} <= {name for one in opened.documents for name in one.names}
    assert page.faults == []


def test_a_file_that_cannot_be_read_is_told_and_the_page_goes_on(serve, visit, case):
    page = visit(serve(case).address + "/documents")
    drop(page, "film.mkv", b"\x00\x01")
    page.get_by_text("no file could be read").wait_for()
    with sayso.Case.open(case) as opened:
        assert len(opened.documents) == 3


@pytest.mark.parametrize("name", ["json", "csv", "dossier", "dossier?quotes_only=true"])
def test_an_export_is_taken_from_the_menu(serve, visit, case, name):
    page = visit(serve(case).address)
    page.get_by_text("Export").click()
    with page.expect_download() as taken:
        page.locator(f'a[href="/export/{name}"]').click()
    raw = taken.value.path().read_bytes()
    assert len(raw) > 500
    if name == "json":
        assert json.loads(raw)["format"] == "sayso-case/1"


def test_a_person_without_scripts_adds_a_file_by_choosing_it(serve, visit, case):
    page = visit(serve(case).address + "/documents", java_script_enabled=False)
    page.set_input_files("input[type=file]", {"name": "late.txt", "mimeType": "text/plain", "buffer": LATE.encode()})
    page.get_by_role("button", name="Add").click()
    for _ in range(100):
        page.reload()
        if page.get_by_text("1 added").count():
            break
        page.wait_for_timeout(100)
    assert "late" in page.locator("main").inner_text()
