"""Tasks spread over processes: the function travels once to each worker, then one task at a time, answers in order."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from typing import Any, TypeVar

from sayso.errors import SaysoError

Task = TypeVar("Task")
Answer = TypeVar("Answer")

# Tasks under way for each worker: enough that none waits, few enough that memory stays bounded.
_AHEAD = 4

# The function of this worker, set once by its initialiser.
_kept: list[Callable[[Any], Any]] = []


@dataclass(frozen=True, slots=True)
class Processes:
    """Maps over a pool of processes; `jobs` None takes as many as there are processors."""

    jobs: int | None = None

    def map(self, function: Callable[[Task], Answer], tasks: Iterable[Task]) -> Iterator[Answer]:
        """The function's answer to each task, in order. The function must be picklable.

        Raises:
            SaysoError: a worker ended before it answered.
        """
        workers = max(1, self.jobs or os.cpu_count() or 1)
        waiting = iter(tasks)
        # Fresh interpreters: a fork would copy the locks of threads that run in this one.
        pool = ProcessPoolExecutor(workers, get_context("spawn"), initializer=_keep, initargs=(function,))
        try:
            ahead: deque[Future[Answer]] = deque(pool.submit(_run, task) for task in islice(waiting, workers * _AHEAD))
            while ahead:
                answer = ahead.popleft().result()
                ahead.extend(pool.submit(_run, task) for task in islice(waiting, 1))
                yield answer
        except BrokenProcessPool as error:
            raise SaysoError(
                "a worker process ended before it answered, perhaps for want of memory; "
                "build with fewer of them (--jobs 1 uses none). A script that asks for jobs "
                "must start under `if __name__ == '__main__':`"
            ) from error
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _keep(function: Callable[[Any], Any]) -> None:
    """Set a worker up; an interrupt is the parent's to handle."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _kept[:] = [function]


def _run(task: Any) -> Any:
    return _kept[0](task)
