"""Opens, locks and closes a case file; the write-ahead log stands while it is open, one single file is left behind."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from sayso.errors import BusyCaseError, CaseError
from sayso.store.lock import claimed, released
from sayso.store.opening import connect, settle, told
from sayso.store.view import View
from sayso.store.writer import Writer

# Between two looks whether another build has ended, in seconds.
_PAUSE = 0.02


class Store:
    """A case file that is open; use it in a `with` block, or close it.

    Args:
        connection: to the file, ready.
        path: of the file, None in memory.
        read_only: nothing can be written.
        was_recovered: a log was found beside the file and taken in: who last wrote could not close it, or has it open.
        was_cut_off: the last build was; known once this one holds the case.
    """

    def __init__(
        self, connection: sqlite3.Connection, path: Path | None, *, read_only: bool, was_recovered: bool
    ) -> None:
        self._connection = connection
        self.path = path
        self.read_only = read_only
        self.was_recovered = was_recovered
        self.was_cut_off = False

    @classmethod
    def open(cls, path: Path | None, *, read_only: bool = False) -> Store:
        """Open a case file, or make one where there is none; None is a case in memory.

        Raises:
            NotACaseError: the file is no case.
            NewerCaseError: a newer version wrote it.
            CaseError: it cannot be opened or made.
        """
        log = path.with_name(path.name + "-wal") if path is not None else None
        was_left = log is not None and _size(log) > 0
        connection = connect(path, read_only=read_only)
        return cls(connection, path, read_only=read_only, was_recovered=was_left)

    def view(self) -> View:
        """What the case holds, for reading."""
        return View(self._connection, self.path)

    @contextmanager
    def write(self) -> Iterator[Writer]:
        """One transaction (`BEGIN IMMEDIATE`): all of it is kept, or nothing.

        Raises:
            BusyCaseError: another process is writing.
        """
        with told(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield Writer(self._connection)
            except BaseException:
                self._connection.rollback()
                raise
            self._connection.commit()

    @contextmanager
    def building(self, *, patience: float = 0.0) -> Iterator[None]:
        """Hold the case for a build.

        Args:
            patience: seconds to wait for another build to end.

        Raises:
            BusyCaseError: another process that lives is building it.
        """
        self._claim(time.monotonic() + patience)
        try:
            yield
        except BaseException:
            # What went wrong is told, not that the case could not be let go on top of it: a dead builder's place is taken.
            with suppress(CaseError), self.write() as writer:
                released(writer)
            raise
        with self.write() as writer:
            released(writer)

    def _claim(self, until: float) -> None:
        """Take the builder's place, as soon as it is free."""
        while True:
            try:
                with self.write() as writer:
                    self.was_cut_off = claimed(writer, self.path)
            except BusyCaseError:
                if time.monotonic() >= until:
                    raise
                time.sleep(_PAUSE)
            else:
                return

    def close(self, *, is_patient: bool = True) -> None:
        """Take the log in and leave one single file.

        Args:
            is_patient: readers are waited for; else the log stays until the next one who wrote closes the case.
        """
        settle(self._connection, read_only=self.read_only, is_patient=is_patient)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _size(path: Path) -> int:
    """The size of a file; 0 where it is not there, or went just now."""
    try:
        return path.stat().st_size
    except OSError:
        return 0
