from __future__ import annotations

from pathlib import Path

import pytest

from sayso import pipeline
from sayso.store import Store


@pytest.fixture(scope="session")
def built(siege, tmp_path_factory) -> bytes:
    """A case file of three short accounts, as bytes."""
    path = tmp_path_factory.mktemp("import") / "in.sayso"
    pipeline.build([siege], path)
    return path.read_bytes()


@pytest.fixture
def store(built, tmp_path: Path):
    """A case of its own, open."""
    (tmp_path / "in.sayso").write_bytes(built)
    with Store.open(tmp_path / "in.sayso") as opened:
        yield opened
