"""Reads one file in a process of its own, under limits: `python -m sayso.web.child FILE` prints what was read as JSON.

A file from outside may be made to eat memory, time or disk; it takes this process with it, and not the room.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

# A scanned book of some hundred pages stays well under these.
_MEMORY = 3 * 1024**3
_SECONDS = 60
_DISK = 256 * 1024**2


def main() -> None:
    """Read the file that the call names."""
    _limit()
    from sayso.model import to_row  # noqa: PLC0415 - the limits come first
    from sayso.reading import read  # noqa: PLC0415 - as above

    json.dump(to_row(read(Path(sys.argv[1]))), sys.stdout)


def _limit() -> None:
    """Bound memory, time and disk, where the system can."""
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        return
    for kind, most in ((resource.RLIMIT_AS, _MEMORY), (resource.RLIMIT_CPU, _SECONDS), (resource.RLIMIT_FSIZE, _DISK)):
        resource.setrlimit(kind, (most, most))


if __name__ == "__main__":
    main()
