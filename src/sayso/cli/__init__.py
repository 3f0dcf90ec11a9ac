"""Floor 5: the command line; it parses, calls and prints, and imports spaCy only where a text is read."""

from __future__ import annotations

import os
import signal
from types import FrameType

__all__ = ["main"]


def main() -> None:
    """Run the command line; an interrupt ends it with one word, even while its commands are still being loaded."""
    # While modules are loaded, Python may swallow an interrupt; nothing can be lost yet, so that one ends all at once.
    usual = signal.signal(signal.SIGINT, _stop)
    from sayso.cli import app  # noqa: PLC0415 - takes long enough to be interrupted

    signal.signal(signal.SIGINT, usual)
    app.main()


def _stop(number: int, frame: FrameType | None) -> None:
    del number, frame
    os.write(2, b"sayso: stopped\n")
    os._exit(1)
