"""The room around one case file: what it shows, made once for each state, and the one hand that writes at a time."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock, RLock

from sayso.store import Store, View
from sayso.web.queue import Queue, build_queue
from sayso.web.shown import Shown, State, make_shown, state_of

# Cases of many events are read a few events at a time.
_KEPT = 6
# Pages kept of one state: some tens of MB at the most.
_PAGES = 128


@dataclass(frozen=True, slots=True)
class Desk:
    """What is shown, what waits for a decision, and pages that were made of it."""

    shown: Shown
    queue: Queue
    pages: dict[str, str] = field(default_factory=dict)

    def keep(self, address: str, text: str) -> None:
        """Keep a page for the next who asks; at most so many, the oldest goes first."""
        while len(self.pages) >= _PAGES:
            self.pages.pop(next(iter(self.pages)), None)
        self.pages[address] = text


class Room:
    """One case, read by many and changed by one at a time.

    Args:
        path: the case file.
        by: the name that decisions carry where a person gave none.
    """

    def __init__(self, path: Path, by: str = "") -> None:
        self.path = path
        self.by = by
        self.writing = RLock()
        self._making = Lock()
        self._latest: dict[str, tuple[object, Desk]] = {}
        self._desks: OrderedDict[tuple[State, str], Desk] = OrderedDict()

    @contextmanager
    def opened(self) -> Iterator[Store]:
        """The case file, open for reading.

        Raises:
            CaseError: it was removed, or cannot be used.
        """
        with Store.open(self.path, read_only=True) as store:
            yield store

    @contextmanager
    def read(self) -> Iterator[View]:
        """The case as it stands.

        Raises:
            CaseError: it was removed, or cannot be used.
        """
        with self.opened() as store:
            yield store.view()

    @contextmanager
    def write(self) -> Iterator[Store]:
        """The case for a change; a second change waits.

        Raises:
            CaseError: it was removed, or another process is building it.
        """
        with self.writing:
            with self.read():
                pass
            with Store.open(self.path) as store:
                yield store

    def desk(self, event: str = "") -> Desk:
        """What the pages show, of the event named or of the biggest; made once for each state of the case."""
        mark = _mark(self.path)
        latest = self._latest.get(event)
        if latest is not None and mark and latest[0] == mark:
            return latest[1]
        with self.read() as view:
            at = state_of(view), event
            with self._making:
                if at not in self._desks:
                    shown = make_shown(view, event)
                    self._desks[at] = Desk(shown, build_queue(shown))
                self._desks.move_to_end(at)
                while len(self._desks) > _KEPT:
                    self._desks.popitem(last=False)
                if len(self._latest) >= _KEPT:
                    self._latest.clear()
                self._latest[event] = mark, self._desks[at]
                return self._desks[at]


def _mark(path: Path) -> tuple[tuple[int, int, int], ...]:
    """What tells that a case file was written to, without opening it; empty where it is not there."""
    files = (path, path.with_name(path.name + "-wal"))
    try:
        path.stat()
        found = [one.stat() for one in files if one.exists()]
    except OSError:
        return ()
    return tuple((one.st_ino, one.st_mtime_ns, one.st_size) for one in found)
