"""The room around one case file: what it shows is held in memory; what changes it is kept at once and worked in behind.

A decision is on the disk before it is confirmed. What rests on it (estimates, findings) is made anew in the background;
until then every page says that it is from before.
"""

from __future__ import annotations

import gc
import logging
import time
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock, RLock
from typing import Any

from sayso import judging, pipeline
from sayso.errors import BusyCaseError, SaysoError, UnknownNameError
from sayso.judging import Decision
from sayso.model import Judgement
from sayso.store import Store, View
from sayso.web.desk import Desk
from sayso.web.held import Held
from sayso.web.worker import Worker

# Events of which the desk is kept.
_KEPT = 6
# A change that is worked in within this time is not told as under way: no answer is held up longer.
_PATIENCE = 0.1
# How long a decision is held back while the case is read anew: it must not be set beside what is not so any more.
_CURRENT = 20.0
# How long the end of the room is held up for what was decided last; what is not done then is done when it opens again.
_LAST = 60.0
# How often an event is read while the case is made anew under it.
_TRIES = 3
# Between two tries while another process builds the case, in seconds.
_PAUSE = 1.0

Mark = tuple[tuple[int, int, int], ...]


class Room:
    """One case, read by many and changed by one at a time.

    Args:
        path: the case file.
        by: the name that decisions carry where a person gave none.
    """

    def __init__(self, path: Path, by: str = "") -> None:
        self.path = path
        self.by = by
        self.rule = ""
        self.trouble = ""
        self.heavy = RLock()
        self._writing = RLock()
        self._looking = RLock()
        self._making = Lock()
        self._held: Held | None = None
        self._mark: Mark = ()
        self._desks: OrderedDict[str, Desk] = OrderedDict()
        self._worker = Worker(self._bring_up)

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
            CaseError: it was removed, or another process is writing it.
        """
        with self._writing:
            with self.read():
                pass
            store = Store.open(self.path)
            try:
                yield store
            finally:
                # Whoever reads meanwhile is not waited for: the log is taken in when what was decided is worked in.
                store.close(is_patient=False)

    def settle(self) -> None:
        """When the room is closed: what was decided is worked in first, then one single file is left behind."""
        self._worker.wait(_LAST)
        if self.path.is_file():
            with suppress(SaysoError), Store.open(self.path):
                pass

    def desk(self, event: str = "", *, current: bool = False) -> Desk:
        """What the pages show, of the event named or of the biggest.

        Args:
            event: id of a main event.
            current: wait until it is what the file holds; else what was read last is shown, and `notice` says so.

        Raises:
            CaseError: the case was removed, or cannot be used.
            BusyCaseError: it is current only after a long while.
        """
        if not self._look():
            # Only the first who finds it changed waits a moment; whoever comes while it is read does not.
            self._worker.wake(_CURRENT if current else 0 if self._worker.is_busy else _PATIENCE)
            if not self._look() and current:
                raise BusyCaseError(f"{self.path}: the case is being worked on; try again in a moment")
        found = self._desks.get(event)
        return found if found is not None else self._made(event)

    def drafted(self, decision: Decision) -> Judgement:
        """The judgement that a decision on what is shown would be, not kept.

        Raises:
            JudgementError: the decision names nothing in the case, or lacks what its kind needs.
        """
        with self.read() as view:
            return judging.drafted(view, decision)

    def work(self) -> None:
        """Have what was decided worked in; on a small case it is so when this returns."""
        self._worker.wake(_PATIENCE)

    def put(self, rule: str) -> None:
        """Put another house rule in force.

        Raises:
            UnknownNameError: the codebook has no such rule.
        """
        rules = self.desk().shown.gathered.codebook.fusion.rules
        if rule not in rules:
            raise UnknownNameError("house rule", rule, tuple(sorted(rules)))
        self.rule = rule
        self.work()

    def notice(self, desk: Desk) -> str:
        """What a reader must know of how far the pages are, or empty."""
        waiting = len(desk.shown.waiting)
        kept = f"{waiting} decision{'s' if waiting != 1 else ''} {'are' if waiting != 1 else 'is'} saved"
        if waiting and self.trouble:
            return f"{kept}, but not worked in yet: {self.trouble}. It is tried again."
        if waiting:
            return (
                f"{kept} and being worked in; figures that rest on {'them' if waiting != 1 else 'it'} are from before."
            )
        if self.rule and self.rule != desk.shown.gathered.header.rule:
            title = desk.shown.gathered.codebook.fusion.rules[self.rule].title
            return f"The house rule {title} is being put in force; figures are from before."
        if self._held is not None and desk.shown.state[0] != self._held.generation:
            return "The case has changed; load the page again."
        if self._worker.is_busy:
            return "The case was changed elsewhere and is being read anew; this page is from before."
        return ""

    def _look(self) -> bool:
        """Whether what is held is what the file holds; decisions made elsewhere are taken in on the way."""
        mark = _mark(self.path)
        with self._looking:
            if self._held is not None and mark and mark == self._mark:
                self._nudge()
                return True
            with self.read() as view:
                if self._held is None:
                    self._take(Held.of(view), mark)
                is_now = self._is_of_now(view, mark)
                self._hear(self._held, view)
                self._mark = mark if is_now else self._mark
            if is_now:
                self._nudge()
            return is_now

    def _hear(self, held: Held | None, view: View) -> None:
        """Take in what was decided, here or elsewhere; what is shown may still rest on less."""
        if held is not None and len(view.judgements()) != len(held.told):
            held = held.judged(view)
            self._take(held, self._mark, {event: desk.judged(held) for event, desk in self._desks.items()})

    def _nudge(self) -> None:
        """Have the worker try again where something waits and it is idle."""
        if self._held is not None and self._held.asked and not self._worker.is_busy:
            self._worker.wake()

    def _is_of_now(self, view: View, mark: Mark) -> bool:
        """Whether the derived tables are those held, of the same file."""
        is_same_file = not self._mark or mark[:1] == () or mark[0][0] == self._mark[0][0]
        return self._held is not None and is_same_file and view.generation == self._held.generation

    def _take(self, held: Held, mark: Mark, desks: dict[str, Desk] | None = None) -> None:
        with self._looking:
            self._held, self._mark = held, mark
            self._desks = OrderedDict(desks or {})

    def _made(self, event: str) -> Desk:
        """The desk of an event that nobody has asked for in this state."""
        with self._making:
            for _ in range(_TRIES):
                held = self._held
                found = self._desks.get(event)
                if found is not None or held is None:
                    return found or self.desk(event)
                made = self._laid_out(held, event)
                if made is not None:
                    return made
                self._worker.wake(_CURRENT)
            raise BusyCaseError(f"{self.path}: the case is being worked on; try again in a moment")

    def _laid_out(self, held: Held, event: str) -> Desk | None:
        """The desk of an event, kept; None where the case was made anew meanwhile: what is shown is of one state."""
        with self.read() as view:
            made = Desk.of(view, held, event)
            if view.generation != held.generation:
                return None
        with self._looking:
            if self._held is held:
                self._desks = OrderedDict([*self._desks.items(), (event, made)][-_KEPT:])
        return made

    def _bring_up(self) -> None:
        """Work in what waits, and read what changed; what stands in the way is told on every page and tried again."""
        try:
            with self.heavy:
                self._work_in()
                self._read_anew()
            self.trouble = ""
        except BusyCaseError as error:
            self.trouble = str(error)
            time.sleep(_PAUSE)
            self._worker.wake()
        except SaysoError as error:
            self.trouble = str(error)
        except Exception as error:  # the thread's end must not leave the pages waiting
            self.trouble = f"{type(error).__name__}: {error}"
            logging.getLogger(__name__).exception("the case could not be worked on")

    def _work_in(self) -> None:
        rule = self.rule
        with self.read() as view:
            in_force = view.header.rule
            if not view.waiting() and rule in ("", in_force):
                return
        with Store.open(self.path) as store:
            pipeline.refresh(store, pipeline.replan(store.view(), rule or in_force))
        if self.rule == rule:
            self.rule = ""

    def _read_anew(self) -> None:
        """Read the case where its derived tables are others than those held, and lay out the desks that are in use."""
        mark = _mark(self.path)
        with self.read() as view:
            if self._held is not None and self._is_of_now(view, mark):
                return
            held = Held.of(view)
            desks = {event: Desk.of(view, held, event) for event in list(self._desks) or [""]}
        self._take(held, mark, desks)
        # Read by all and changed by none: the collector would halt every page to look through it in vain.
        gc.freeze()


def _mark(path: Path) -> Mark:
    """What tells that a case file was written to, without opening it; empty where it is not there."""
    files: Any = (path, path.with_name(path.name + "-wal"))
    try:
        path.stat()
        found = [one.stat() for one in files if one.exists()]
    except OSError:
        return ()
    return tuple((one.st_ino, one.st_mtime_ns, one.st_size) for one in found)
