"""What a disk can do: SQLite says of one that does not lock files only that it is locked, for ever."""

from __future__ import annotations

import errno
import tempfile
from pathlib import Path

# What a system says where locks are not to be had at all; anything else is another one's lock.
_NO_LOCKS = {errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.EINVAL}


def locks_files(folder: Path) -> bool:
    """Whether files of a folder can be locked, tried on a new one; true where that cannot be told."""
    try:
        import fcntl  # noqa: PLC0415 - Unix alone has it
    except ImportError:
        return True
    try:
        # Never the case itself: closing it once more would let go of locks that this process holds on it.
        with tempfile.TemporaryFile(dir=folder) as file:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in _NO_LOCKS
    return True
