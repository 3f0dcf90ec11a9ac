"""Reads a text as a file is read, and extracts what it tells; the pipeline is loaded once a process."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from sayso.codebook import load
from sayso.extraction import Extractor
from sayso.model import Account, Claim, Document, Duration, Figure
from sayso.reading import read

Bounds = tuple[float | None, float | None]


def later(reason: str, *row: Any) -> Any:
    """A row of a table that does not hold yet, and why; where it comes to hold, the mark goes."""
    return pytest.param(*row, marks=pytest.mark.xfail(reason=reason, strict=False))


@cache
def extractor() -> Extractor:
    """One extractor for all tests of a process."""
    return Extractor(load("incident"))


def document(text: str, name: str = "a.txt") -> Document:
    """A document of this text, through the reader that its name asks for."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_text(text, encoding="utf-8", newline="")
        told = read(path)
    assert told.documents, told.unread
    return told.documents[0]


def tell(text: str, name: str = "a.txt") -> Account:
    """What a text tells under the codebook `incident`."""
    return extractor().extract(document(text, name))


def said(text: str, slot: str) -> list[Claim]:
    """The claims of one slot that are held to be so, in the order of the text."""
    return [claim for claim in tell(text).claims if claim.slot == slot and claim.polarity]


def bounds(text: str, slot: str) -> list[Bounds]:
    """Low and high of each claim of one slot."""
    values = [claim.value for claim in said(text, slot)]
    return [(value.low, value.high) for value in values if isinstance(value, Figure | Duration)]


def counted(text: str) -> set[tuple[str, Bounds]]:
    """Slot and bounds of every count of people in a text."""
    told = [(claim.slot, claim.value) for claim in tell(text).claims if claim.polarity]
    return {(slot, (v.low, v.high)) for slot, v in told if isinstance(v, Figure) and v.unit == "people"}
