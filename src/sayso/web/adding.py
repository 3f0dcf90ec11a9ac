"""Takes in dropped files: bounded in size and count, read in a child process, their names never on the disk as given."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock, Thread

from sayso import pipeline, reading
from sayso.errors import SaysoError
from sayso.model import Unread, from_row
from sayso.reading import Read
from sayso.store import Store
from sayso.web.room import Room

MOST_FILES = 50
MOST_BYTES = 32 * 1024**2
MOST_AT_ONCE = 128 * 1024**2
_LONGEST_NAME = 80
_SECONDS = 90


@dataclass(frozen=True, slots=True)
class Dropped:
    """A file as it was sent."""

    name: str
    raw: bytes


@dataclass(frozen=True, slots=True)
class Told:
    """How far the adding is, and what came of it."""

    words: str = ""
    is_busy: bool = False
    is_done: bool = False
    came: tuple[str, ...] = ()
    unread: tuple[Unread, ...] = ()


class Adding:
    """One adding at a time, in a thread of its own."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._lock = Lock()
        self.told = Told()

    def start(self, files: Sequence[Dropped]) -> bool:
        """Begin to add; False where another adding is under way."""
        with self._lock:
            if self.told.is_busy:
                return False
            self.told = Told(f"reading 0 of {len(files)} …", is_busy=True)
        Thread(target=self._run, args=(tuple(files),), daemon=True).start()
        return True

    def _run(self, files: tuple[Dropped, ...]) -> None:
        try:
            self._add(files)
        except SaysoError as error:
            self.told = Told(f"Nothing was added: {error}")
        except Exception as error:  # noqa: BLE001 - the thread's end must not leave the page waiting
            self.told = Told(f"Nothing was added: {type(error).__name__}: {error}")

    def _add(self, files: tuple[Dropped, ...]) -> None:
        reads: dict[str, Read] = {}
        for done, file in enumerate(files):
            self.told = Told(f"reading {done} of {len(files)} …", is_busy=True)
            key, read = read_dropped(file)
            reads[key] = read
        unread = tuple(one for read in reads.values() for one in read.unread)
        whole = {key: read for key, read in reads.items() if read.documents}
        if not whole:
            self.told = Told("Nothing was added: no file could be read.", unread=unread)
            return
        self.told = Told("finding what they say, and weighing it with the rest …", is_busy=True)
        with self._room.heavy, Store.open(self._room.path) as store:
            report = pipeline.add(store, whole)
        self._room.work()
        words = f"{len(report.came)} added." if report.came else "Nothing new: the case holds these texts already."
        self.told = Told(words, is_done=True, came=report.came, unread=unread)


def read_dropped(file: Dropped) -> tuple[str, Read]:
    """Read a dropped file in a child process: its key, and what was read or why it was not."""
    name = safe_name(file.name)
    key = "added:" + hashlib.sha256(name.encode() + b"\0" + file.raw).hexdigest()
    ending = Path(name).suffix.lower()
    if ending not in reading.endings():
        expected = ", ".join(sorted(reading.endings()))
        return key, _unread(
            name, f"files of the kind {ending or 'without an ending'} are not read", f"Expected: {expected}"
        )
    with tempfile.TemporaryDirectory(prefix="sayso-") as folder:
        path = Path(folder) / f"dropped{ending}"
        path.write_bytes(file.raw)
        read = _in_child(path, name)
    return key, _renamed(read, name)


def safe_name(given: str) -> str:
    r"""The name of a file as it may be shown and kept: letters, digits and a few signs, no path, no control, no direction mark.

    >>> safe_name("../../etc/passwd\u202etxt.exe")
    'passwd txt.exe'
    """
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", given))[-1]
    kept = "".join(one if one.isalnum() or one in " ._-()" else " " for one in last)
    plain = " ".join(kept.split()).strip(". ") or "dropped"
    stem, dot, ending = plain.rpartition(".")
    return f"{stem[:_LONGEST_NAME]}.{ending[:10]}" if dot and stem else plain[:_LONGEST_NAME]


def _in_child(path: Path, name: str) -> Read:
    """What a child process makes of a file; a child that dies or takes too long leaves the file unread."""
    try:
        done = subprocess.run(  # noqa: S603 - our own module, on a file that we named
            [sys.executable, "-m", "sayso.web.child", str(path)],
            capture_output=True,
            timeout=_SECONDS,
            check=False,
            stdin=subprocess.DEVNULL,
            cwd=path.parent,
        )
    except subprocess.TimeoutExpired:
        return _unread(name, f"reading took more than {_SECONDS} seconds", "Give it as plain text")
    if done.returncode != 0:
        return _unread(
            name, "reading failed: the file is damaged, or needs more memory than is allowed", "Give it as plain text"
        )
    return from_row(Read, json.loads(done.stdout))


def _unread(name: str, reason: str, remedy: str) -> Read:
    return Read((), (), (Unread(name, reason, remedy),))


def _renamed(read: Read, name: str) -> Read:
    """What was read, under the name that was dropped: ids and names that came from the file's own name on the disk."""
    stem = Path(name).stem

    def called(told: str) -> str:
        return told.replace("dropped", stem, 1) if told.startswith("dropped") else told

    ids = {document.id: called(document.id) for document in read.documents}
    documents = tuple(
        replace(one, id=ids[one.id], names=tuple(called(each) for each in one.names), title=called(one.title))
        for one in read.documents
    )
    sources = tuple(
        replace(one, documents=tuple(ids.get(each, each) for each in one.documents)) for one in read.sources
    )
    return replace(
        read, documents=documents, sources=sources, unread=tuple(replace(one, name=name) for one in read.unread)
    )
