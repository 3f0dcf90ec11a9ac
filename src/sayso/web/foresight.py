"""What decisions would change, worked out one after another in the background: on a large case that takes seconds."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock

from sayso.errors import SaysoError
from sayso.web.worker import Worker

Told = tuple[str, ...]

# An answer that is there within this time is given at once; else the page asks again.
_PATIENCE = 0.15
# Questions that wait: one a visitor; whoever chooses another line asks another.
_WAITING = 8
_KEPT = 64


class Foresight:
    """Answers by their question; a question names the state of the case that it is about."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._asked: OrderedDict[Hashable, Callable[[], Told]] = OrderedDict()
        self._told: OrderedDict[Hashable, Told | SaysoError] = OrderedDict()
        self._worker = Worker(self._answer)

    def ask(self, question: Hashable, foresee: Callable[[], Told]) -> Told | None:
        """The answer, or None while it is worked out: ask again.

        Raises:
            SaysoError: what was asked cannot be decided.
        """
        with self._lock:
            is_known = question in self._told
            if not is_known:
                self._asked[question] = foresee
                while len(self._asked) > _WAITING:
                    self._asked.popitem(last=False)
        if not is_known:
            self._worker.wake(_PATIENCE)
        found = self._told.get(question)
        if isinstance(found, SaysoError):
            raise found
        return found

    def _answer(self) -> None:
        """Answer the newest question first: the older ones may not be wanted any more."""
        while True:
            with self._lock:
                if not self._asked:
                    return
                question, foresee = self._asked.popitem()
            try:
                found: Told | SaysoError = foresee()
            except SaysoError as error:
                found = error
            except Exception as error:  # noqa: BLE001 - the thread's end must not leave the page waiting
                found = SaysoError(f"what this would change cannot be told ({type(error).__name__}: {error})")
            with self._lock:
                self._told[question] = found
                while len(self._told) > _KEPT:
                    self._told.popitem(last=False)
