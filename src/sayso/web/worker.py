"""One errand in the background: whoever asks for it waits a moment at most; asked again meanwhile, it is run again."""

from __future__ import annotations

from collections.abc import Callable
from threading import Condition, Thread

# A thread that nobody asks anything of ends.
_IDLE = 10.0


class Worker:
    """Runs an errand in a thread of its own, never twice at once.

    Args:
        errand: what is run; it tells its own faults.
    """

    def __init__(self, errand: Callable[[], None]) -> None:
        self._errand = errand
        self._turn = Condition()
        self._asked = 0
        self._done = 0
        self._is_running = False

    @property
    def is_busy(self) -> bool:
        """Whether something asked for is not done yet."""
        return self._done < self._asked

    def wake(self, patience: float = 0.0) -> bool:
        """Ask for the errand, and wait for its end so many seconds at most; whether it ended."""
        with self._turn:
            self._asked += 1
            mine = self._asked
            if not self._is_running:
                self._is_running = True
                Thread(target=self._run, daemon=True, name="sayso-room").start()
            self._turn.notify_all()
            return self._turn.wait_for(lambda: self._done >= mine, timeout=patience)

    def wait(self, patience: float) -> bool:
        """Wait until nothing is to be done, so many seconds at most; whether that came."""
        with self._turn:
            return self._turn.wait_for(lambda: self._done >= self._asked, timeout=patience)

    def _run(self) -> None:
        while True:
            with self._turn:
                if not self._turn.wait_for(lambda: self._asked > self._done, timeout=_IDLE):
                    self._is_running = False
                    return
                upto = self._asked
            try:
                self._errand()
            finally:
                with self._turn:
                    self._done = upto
                    self._turn.notify_all()
