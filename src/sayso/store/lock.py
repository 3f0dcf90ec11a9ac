"""One build of a case at a time: the builder's process stands in the case; a dead one's place is taken over."""

from __future__ import annotations

import json
import os
import socket
from pathlib import Path

from sayso.errors import BusyCaseError
from sayso.store.writer import Writer

_KEY = "lock"


def claimed(writer: Writer, path: Path | None) -> bool:
    """Write this process into the case as its builder.

    Returns:
        Whether the place was a dead builder's, which was cut off.

    Raises:
        BusyCaseError: another process that lives, or that runs elsewhere, is building it.
    """
    held = writer.meta(_KEY)
    file = _file(path)
    if held is not None and _is_alive(json.loads(held), file):
        holder = json.loads(held)
        is_elsewhere = holder["host"] != socket.gethostname()
        remedy = "; if that machine is gone, copy the case file and go on with the copy" if is_elsewhere else ""
        raise BusyCaseError(
            f"{path}: process {holder['process']} on {holder['host']} is building this case; wait until it is done{remedy}"
        )
    here = {"process": os.getpid(), "host": socket.gethostname(), "started": _started(os.getpid()), "file": file}
    writer.set_meta(_KEY, json.dumps(here))
    return held is not None


def released(writer: Writer) -> None:
    """Take this process out of the case again."""
    writer.drop_meta(_KEY)


def _is_alive(holder: dict[str, object], file: int | None) -> bool:
    """Whether the holder still runs; of a process on another machine nothing can be known, so it counts as alive."""
    # A copy that was taken during a build: it is the other file that is being built.
    if holder.get("file") not in (None, file):
        return False
    process = holder.get("process")
    if holder.get("host") != socket.gethostname() or not isinstance(process, int):
        return True
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    # The number may have gone to another process since.
    return holder.get("started") in (None, _started(process))


def _file(path: Path | None) -> int | None:
    """The number of a file on its disk, by which a copy is told from it."""
    try:
        return path.stat().st_ino or None if path is not None else None
    except OSError:
        return None


def _started(process: int) -> str | None:
    """When a process started, in the kernel's ticks; None where the system does not say."""
    try:
        stat = Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    return stat.rpartition(")")[2].split()[19]
