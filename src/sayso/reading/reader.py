"""A file to documents: what is small and plain is read in this process, all else in a child under limits."""

from __future__ import annotations

from pathlib import Path

from sayso.reading import formats, here, warden
from sayso.reading.shape import Read

# Read in this process up to this size: such files take milliseconds, another process takes longer to start.
_LIGHT = 2 * 2**20


def read(path: Path) -> Read:
    """What one file holds; a file that cannot be read gives no document but its reason.

    Foreign parsers, and our own over large files, run in a child process under limits of time and memory.
    """
    return here.read(path) if _is_light(path) else warden.read(path)


def _is_light(path: Path) -> bool:
    """Whether a file is read in less time than a process starts, by code that cannot bring this one down."""
    if here.fault(path) is not None:
        return True
    form = formats.found(path.suffix.lower() or ".txt")
    return form is not None and form.is_light and path.stat().st_size <= _LIGHT
