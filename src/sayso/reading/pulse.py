"""Signs of life: a reader that works through many pages gives one for each, so that work is told from a hang."""

from __future__ import annotations

from collections.abc import Callable

# Set once by the process that reads for another; nobody listens elsewhere.
_listeners: list[Callable[[], None]] = []


def beat() -> None:
    """Give a sign of life."""
    for listener in _listeners:
        listener()


def heard_by(listener: Callable[[], None]) -> None:
    """Have every sign told to a listener."""
    _listeners[:] = [listener]
