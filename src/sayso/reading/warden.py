"""Reading in a child process under limits: one that hangs, eats memory or dies costs the part it was at, and no more.

The child is kept for the next file. Limits can be set through the environment: SAYSO_READING_SECONDS without a sign of life
(120), SAYSO_READING_MEGABYTES of memory (2048, where the system can bound it).
"""

from __future__ import annotations

import atexit
import json
import os
import signal
import struct
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import IO, Any

from sayso.errors import UnreadableError
from sayso.model import Unread, from_row
from sayso.reading.here import TOO_LARGE, joined
from sayso.reading.naming import shown
from sayso.reading.shape import Read

_LENGTH = struct.Struct(">I")
_SECONDS, _MEGABYTES = 120, 2048
# Parts of one file that may fail so before the rest of it is given up.
_PATIENCE = 8
_REMEDY = "Save it in another format or in parts, or leave it out"


class _Child:
    """A process that reads."""

    def __init__(self) -> None:
        self.owner = os.getpid()
        self.seconds = _limit("SAYSO_READING_SECONDS", _SECONDS)
        megabytes = _limit("SAYSO_READING_MEGABYTES", _MEGABYTES)
        call = [sys.executable, "-m", "sayso.reading.worker", str(self.seconds), str(megabytes)]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path or str(Path.cwd()) for path in sys.path)}
        self.process = subprocess.Popen(  # noqa: S603 - this interpreter, our module
            call, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
        )
        self.told: SimpleQueue[bytes | None] = SimpleQueue()
        threading.Thread(target=_listen, args=(self.process.stdout, self.told), daemon=True).start()

    def ask(self, path: Path, skipped: int) -> Iterator[dict[str, Any]]:
        """What the child tells of a file.

        Raises:
            UnreadableError: it hangs, or has ended.
        """
        request = json.dumps({"path": str(path.absolute()), "skipped": skipped}).encode() + b"\n"
        try:
            self._stdin.write(request)
            self._stdin.flush()
        except OSError:
            raise self._ended() from None
        while True:
            try:
                raw = self.told.get(timeout=self.seconds)
            except Empty:
                raise UnreadableError(
                    f"its reader gave no sign of life for {self.seconds} seconds and was stopped", _REMEDY
                ) from None
            if raw is None:
                raise self._ended()
            row = json.loads(raw)
            if "failed" in row:
                raise UnreadableError(*row["failed"])
            yield row
            if "end" in row:
                return

    @property
    def _stdin(self) -> IO[bytes]:
        if self.process.stdin is None:
            raise self._ended()
        return self.process.stdin

    def _ended(self) -> UnreadableError:
        """Why the child ended."""
        status = self.process.wait()
        if status == -signal.SIGKILL:
            return UnreadableError("its reader was killed, perhaps for want of memory", TOO_LARGE[1])
        how = signal.Signals(-status).name if status < 0 else f"status {status}"
        return UnreadableError(f"its reader broke down ({how})", _REMEDY)

    def stop(self) -> None:
        """End the child at once."""
        if self.owner != os.getpid():
            return
        self.process.kill()
        self.process.wait()
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                _closed(pipe)


# The child of this process, kept between files.
_kept: list[_Child] = []
_turn = threading.Lock()


def read(path: Path) -> Read:
    """What one file holds, read in the child."""
    with _turn:
        try:
            return joined(_parts(path))
        except BaseException:
            # Cut off between question and answer, it would answer the next question with this one's answer.
            stop()
            raise


def stop() -> None:
    """End the child of this process, if there is one."""
    while _kept:
        _kept.pop().stop()


atexit.register(stop)


def _parts(path: Path) -> Iterator[Read]:
    """What each part gave; behind one on which the child failed, another child goes on."""
    done = 0
    for _ in range(_PATIENCE):
        answer = _Answer()
        try:
            yield from answer.told(_child().ask(path, done))
        except UnreadableError as error:
            stop()
            answer.has_failed_at_a_part = answer.at is not None
            yield Read(unread=(Unread(answer.at or shown(path.name), error.reason, error.remedy),))
            done += answer.parts + 1
        # Done, or failed between two parts: then it is the file itself that cannot be taken apart.
        if not answer.has_failed_at_a_part:
            return
    told = f"{_PATIENCE} parts of it failed so; what follows them was not read"
    yield Read(unread=(Unread(shown(path.name), told, _REMEDY),))


class _Answer:
    """How far the child has come with a file: the parts that are done, and the one that it is at."""

    def __init__(self) -> None:
        self.parts = 0
        self.at: str | None = None
        self.has_failed_at_a_part = False

    def told(self, rows: Iterable[dict[str, Any]]) -> Iterator[Read]:
        """What each part gave."""
        for row in rows:
            self.at = row.get("name", self.at)
            if "read" in row:
                yield from_row(Read, row["read"])
                self.parts, self.at = self.parts + 1, None


def _child() -> _Child:
    """The child that is kept, or a new one; one of the process that this was forked from is not ours."""
    if _kept and (_kept[0].owner != os.getpid() or _kept[0].process.poll() is not None):
        _kept.pop().stop()
    if not _kept:
        _kept.append(_Child())
    return _kept[0]


def _listen(pipe: IO[bytes], told: SimpleQueue[bytes | None]) -> None:
    """Pass on what the child says; None when it says no more."""
    try:
        while head := pipe.read(_LENGTH.size):
            told.put(pipe.read(_LENGTH.unpack(head)[0]))
    except (OSError, ValueError, struct.error):
        pass
    told.put(None)


def _closed(pipe: IO[bytes]) -> None:
    try:
        pipe.close()
    except OSError:
        return


def _limit(name: str, usual: int) -> int:
    """A limit as the environment sets it."""
    given = os.environ.get(name, "")
    return int(given) if given.isdecimal() and int(given) > 0 else usual
