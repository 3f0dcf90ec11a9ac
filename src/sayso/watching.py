"""Looks at folders again and again, and says when there is something to build: files that came, changed or went.

A file that is still being written is left alone until it has rested; nothing depends on clocks of other machines, nor on a
system's own way of telling changes, which network folders lack.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sayso.errors import InputError

# What tells one state of a file from another: its size and the time of its last change.
State = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Watch:
    """How folders are watched.

    Args:
        paths: files and folders of this machine.
        pause: seconds between two looks.
        rest: seconds for which a file must not have changed to be taken for whole.
        patience: seconds for which a build waits for files that do not come to rest; then they are left for the next.
    """

    paths: Sequence[Path]
    pause: float = 2.0
    rest: float = 2.0
    patience: float = 60.0
    _since: dict[Path, tuple[State, float]] = field(default_factory=dict, repr=False, compare=False)

    def rounds(self) -> Iterator[tuple[Path, ...]]:
        """The files that are whole, each time they are others than the last time; without end.

        Raises:
            InputError: a path does not exist when the first look is taken.
        """
        known: Mapping[Path, State] = {}
        waiting_since: float | None = None
        seen = self._seen()
        while True:
            whole = self._whole(seen)
            now = time.monotonic()
            waiting_since = (waiting_since or now) if len(whole) < len(seen) else None
            is_patient = waiting_since is not None and now - waiting_since < self.patience
            if whole != known and not is_patient:
                known = whole
                yield tuple(sorted(whole))
            time.sleep(self.pause)
            seen = self._seen_again(seen)

    def _seen(self) -> dict[Path, State]:
        """Every file there is now."""
        from sayso.reading import find_files  # noqa: PLC0415 - the stages are imported when they are needed

        found = {path: _state(path) for path in find_files(self.paths) if not _is_of_a_case(path)}
        return {path: state for path, state in found.items() if state is not None}

    def _seen_again(self, before: dict[Path, State]) -> dict[Path, State]:
        """The same later; a folder that is gone for a while, as network folders are, changes nothing."""
        try:
            return self._seen()
        except InputError:
            return before

    def _whole(self, seen: Mapping[Path, State]) -> dict[Path, State]:
        """The files that have rested; at the first look those whose last change is long ago."""
        now, is_first = time.monotonic(), not self._since
        for path, state in seen.items():
            if path not in self._since or self._since[path][0] != state:
                is_old = is_first and abs(time.time() - state[1] / 1e9) > self.rest
                self._since[path] = state, -self.rest if is_old else now
        for path in self._since.keys() - seen.keys():
            del self._since[path]
        return {path: state for path, state in seen.items() if now - self._since[path][1] >= self.rest}


def _state(path: Path) -> State | None:
    """The state of a file, None where it went meanwhile."""
    try:
        told = path.stat()
    except OSError:
        return None
    return told.st_size, told.st_mtime_ns


def _is_of_a_case(path: Path) -> bool:
    """Whether a file is a case, or the log of one that is open: it changes by being built."""
    return ".sayso" in path.name
