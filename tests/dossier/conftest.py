"""Lets the tests of this folder share the made case, and opens a browser once."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from harbour import MadeCase, harbour
from telling import page

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def case() -> MadeCase:
    """The invented case."""
    return harbour()


@pytest.fixture(scope="session")
def told(case: MadeCase) -> str:
    """Its dossier."""
    return page(case)


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """Chromium, once for all tests of the session."""
    if CHROMIUM is None:
        pytest.skip("no Chromium is on the path; install it to run the browser's tests")
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def saved(told: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The dossier as a file's address."""
    path = tmp_path_factory.mktemp("dossier") / "harbour.html"
    path.write_text(told, encoding="utf-8")
    return path.as_uri()
