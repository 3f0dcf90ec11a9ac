"""Lets the tests of this folder share the made case, and opens a browser once."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from harbour import MadeCase, harbour
from telling import page


@pytest.fixture(scope="session")
def case() -> MadeCase:
    """The invented case."""
    return harbour()


@pytest.fixture(scope="session")
def told(case: MadeCase) -> str:
    """Its dossier."""
    return page(case)


@pytest.fixture(scope="session")
def saved(told: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The dossier as a file's address."""
    path = tmp_path_factory.mktemp("dossier") / "harbour.html"
    path.write_text(told, encoding="utf-8")
    return path.as_uri()
