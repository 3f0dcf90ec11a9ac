"""Takes the pictures of the documentation: the example is built afresh, its dossier opened in Chromium.

python docs/screenshots.py
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import sayso

IMAGES = Path(__file__).resolve().parent / "images"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def main() -> None:
    """Write docs/images/dossier.png, the first screen."""
    browser_path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if browser_path is None:
        raise SystemExit("No Chromium found; on Debian and Ubuntu: apt-get install chromium")
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        with sayso.build(sayso.example_paths()) as case:
            page_file = case.report(Path(folder) / "example.html")
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(page_file.as_uri())
        page.screenshot(path=IMAGES / "dossier.png")
        browser.close()
    print(IMAGES / "dossier.png")


if __name__ == "__main__":
    main()
