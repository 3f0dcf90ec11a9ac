from __future__ import annotations

from pathlib import Path

import pytest

from sayso import pipeline
from sayso.store import Store


@pytest.fixture(scope="session")
def built(tmp_path_factory) -> bytes:
    """A case file of three short accounts, as bytes."""
    from tests.conftest import ACCOUNTS  # noqa: PLC0415 - the texts alone

    folder = tmp_path_factory.mktemp("import") / "in"
    folder.mkdir()
    for name, text in ACCOUNTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    pipeline.build([folder], folder.parent / "in.sayso")
    return (folder.parent / "in.sayso").read_bytes()


@pytest.fixture
def store(built, tmp_path: Path):
    """A case of its own, open."""
    (tmp_path / "in.sayso").write_bytes(built)
    with Store.open(tmp_path / "in.sayso") as opened:
        yield opened
