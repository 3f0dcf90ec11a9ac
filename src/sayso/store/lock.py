"""One build of a case at a time: the builder's process stands in the case; a dead one's place is taken over."""

from __future__ import annotations

import json
import os
import socket
from pathlib import Path

from sayso.errors import BusyCaseError
from sayso.store.writer import Writer

_KEY = "lock"


def claimed(writer: Writer, path: Path | None) -> None:
    """Write this process into the case as its builder.

    Raises:
        BusyCaseError: another process that lives, or that runs elsewhere, is building it.
    """
    held = writer.meta(_KEY)
    if held is not None and _is_alive(json.loads(held)):
        holder = json.loads(held)
        raise BusyCaseError(
            f"{path}: process {holder['process']} on {holder['host']} is building this case; wait until it is done"
        )
    here = {"process": os.getpid(), "host": socket.gethostname(), "started": _started(os.getpid())}
    writer.set_meta(_KEY, json.dumps(here))


def released(writer: Writer) -> None:
    """Take this process out of the case again."""
    writer.drop_meta(_KEY)


def _is_alive(holder: dict[str, object]) -> bool:
    """Whether the holder still runs; of a process on another machine nothing can be known, so it counts as alive."""
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


def _started(process: int) -> str | None:
    """When a process started, in the kernel's ticks; None where the system does not say."""
    try:
        stat = Path(f"/proc/{process}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    return stat.rpartition(")")[2].split()[19]
