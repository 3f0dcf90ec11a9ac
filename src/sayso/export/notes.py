"""The notes of a chronology, which stand at its end: kept in a file until then, for a large case has hundreds of thousands."""

from __future__ import annotations

from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import Self

from sayso.export.chronology import Note


class Notes:
    """Notes in the order in which they were kept, each as its long form in one line; use it in a `with` block."""

    def __init__(self) -> None:
        self._file = TemporaryFile("w+", encoding="utf-8", newline="\n")  # noqa: SIM115 - closed at the end of the block
        self._count = 0

    def keep(self, note: Note) -> int:
        """Keep a note; its number, from 1."""
        self._file.write(" ".join(note.long.split()) + "\n")
        self._count += 1
        return self._count

    def __iter__(self) -> Iterator[str]:
        self._file.seek(0)
        return (line.removesuffix("\n") for line in self._file)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()
