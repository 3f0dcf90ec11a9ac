"""The child process that reads for another: a request a line comes in, what each part gave goes out as JSON.

Nothing but plain rows passes between the two: a parser that was led astray by a file cannot reach the parent through them.
"""

from __future__ import annotations

import json
import os
import signal
import struct
import sys
from pathlib import Path
from typing import BinaryIO

from sayso.model import to_row
from sayso.reading import pulse
from sayso.reading.here import TOO_LARGE, steps

_LENGTH = struct.Struct(">I")


def main() -> None:
    """Answer requests until there are no more."""
    seconds, megabytes = int(sys.argv[1]), int(sys.argv[2])
    out = _quiet()
    _bound(megabytes)
    pulse.heard_by(lambda: _tell(out, {"alive": True}))
    for line in sys.stdin.buffer:
        request = json.loads(line)
        # A child whose parent is gone must not hang on for ever.
        _alarm(10 * seconds)
        try:
            _answer(out, Path(request["path"]), request["skipped"])
        except MemoryError:
            _tell(out, {"failed": TOO_LARGE})
        _alarm(0)


def _answer(out: BinaryIO, path: Path, skipped: int) -> None:
    """Read what a file holds, part by part, behind the first `skipped`."""
    for name, read in steps(path, skipped):
        _tell(out, {"name": name})
        _tell(out, {"read": to_row(read())})
    _tell(out, {"end": True})


def _tell(out: BinaryIO, row: object) -> None:
    raw = json.dumps(row).encode()
    out.write(_LENGTH.pack(len(raw)) + raw)
    out.flush()


def _quiet() -> BinaryIO:
    """The pipe to the parent under a number of its own: what a library prints must not get into it."""
    out = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    return out


def _bound(megabytes: int) -> None:
    """Bound what this process may take, where the system can; an interrupt is the parent's to handle."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        import resource  # noqa: PLC0415 - Unix alone has it

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (megabytes * 2**20, megabytes * 2**20))
    except (ImportError, OSError, ValueError):
        return


def _alarm(seconds: int) -> None:
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


if __name__ == "__main__":
    main()
