"""Claim tables made for a test: what is true is known, and so is who errs and who copies."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from random import Random

COLUMNS = ("object", "attribute", "source", "value")
Row = Sequence[object]


def written(path: Path, rows: Iterable[Row], columns: Sequence[str] = COLUMNS) -> Path:
    """A table as a file."""
    with path.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([columns, *rows])
    return path


def told(accuracy: Mapping[str, float], copies: Mapping[str, str] | None = None, size: int = 300) -> list[Row]:
    """Rows of sources that are right so often, and of others that copy one of them; the truth of object n is n."""
    random, rows = Random(7), []  # noqa: S311 - a table that is always the same
    for number in range(size):
        said = {
            name: number if random.random() < share else number + 1 + random.randrange(3)
            for name, share in accuracy.items()
        }
        said |= {name: said[of] for name, of in (copies or {}).items()}
        rows += [(f"o{number:03d}", "size", name, value) for name, value in said.items()]
    return rows
