"""What the bench reads: news beside the repository where it is there, else the packaged example, repeated."""

from __future__ import annotations

import gzip
import json
import os
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from sayso import example_paths
from sayso.model import Document
from sayso.reading import find_files, gather, read

SHARED = Path(os.environ.get("SAYSO_SHARED") or Path(__file__).resolve().parents[2] / "shared")
NEWS = SHARED / "bench" / "gva" / "small.jsonl.gz"
REPEATED = 12  # six accounts twelve times: about as many words as sixty pieces of news


def documents(count: int) -> tuple[str, tuple[Document, ...]]:
    """Documents as they are stored, and what they are."""
    if NEWS.is_file():
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "news.jsonl"
            path.write_text("\n".join(_news()), encoding="utf-8")
            found = gather([read(path)]).documents
        # Every so-manieth, so that a part is like the whole.
        step = max(1, len(found) // count)
        return f"{NEWS.name}: news of shootings", found[::step][:count]
    once = gather([read(path) for path in find_files(example_paths())]).documents
    many = tuple(replace(one, id=f"{one.id}-{turn}") for turn in range(REPEATED) for one in once)
    return f"the packaged example, {REPEATED} times", many[:count]


def _news() -> Iterator[str]:
    with gzip.open(NEWS, "rt", encoding="utf-8") as lines:
        for line in lines:
            for document in json.loads(line)["documents"]:
                yield json.dumps(document)
