"""The account marks: told, reported, alleged, coarser, another part, silent, could not know, a slip."""

from __future__ import annotations

from functools import cache

import pytest
from harbour import harbour

from sayso.dossier.gathered import gather
from sayso.dossier.rows import build_rows


@cache
def kinds() -> dict[str, tuple[str, ...]]:
    """Row name -> the kinds of its marks."""
    rows = build_rows(gather(harbour()))  # type: ignore[arg-type]  # it has the face of a View
    return {row.name: tuple(mark.kind for mark in row.marks) for row in rows.all}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Began", ("told", "told", "told", "silent")),
        ("Ended", ("told", "told", "could", "slip")),
        ("Captors injured", ("silent", "silent", "reported", "silent")),
        ("Raid: killed after surrender: captors", ("silent", "alleged", "could", "told")),
        ("Takeover: how long", ("part", "told", "silent", "silent")),
        ("Raid: captors killed", ("told", "told", "could", "told")),
    ],
)
def test_each_account_has_its_mark(name: str, expected: tuple[str, ...]) -> None:
    assert kinds()[name] == expected
