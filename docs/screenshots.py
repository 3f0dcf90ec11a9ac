"""Takes the pictures of the documentation: the example is built afresh, its dossier opened in Chromium.

python docs/screenshots.py
"""

from __future__ import annotations

import shutil
import socket
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from playwright.sync_api import sync_playwright

import sayso
from sayso.web import Room, make_app

IMAGES = Path(__file__).resolve().parent / "images"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def main() -> None:
    """Write docs/images/dossier.png, the first screen, and docs/images/room.png, a question in the reading room."""
    browser_path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if browser_path is None:
        raise SystemExit("No Chromium found; on Debian and Ubuntu: apt-get install chromium")
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "example.sayso"
        with sayso.build(sayso.example_paths(), file) as case:
            page_file = case.report(Path(folder) / "example.html")
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(page_file.as_uri())
        page.screenshot(path=IMAGES / "dossier.png")
        with served(file) as address:
            page.goto(address)
            page.keyboard.press("1")
            page.get_by_text("becomes settled").wait_for()
            page.screenshot(path=IMAGES / "room.png")
        browser.close()
    print(IMAGES / "dossier.png", IMAGES / "room.png", sep="\n")


@contextmanager
def served(case: Path) -> Iterator[str]:
    """The reading room of a case, as long as the block runs."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(make_app(Room(case, "Coder A")), port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{port}/queue"
    server.should_exit = True
    thread.join(10)


if __name__ == "__main__":
    main()
