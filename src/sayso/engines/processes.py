"""Tasks spread over processes: the function travels once to each worker, then one task at a time, answers in order.

A worker that ends takes no other task down with it: all that was under way is done again, one after the other, and a task
over which a worker ends then, too, is `Lost`.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import Any, TypeVar

from sayso.engines.engine import Lost
from sayso.errors import EngineError

Task = TypeVar("Task")
Answer = TypeVar("Answer")
UnderWay = deque[tuple[Any, "Future[Any]"]]

# Tasks under way for each worker: enough that none waits, few enough that memory stays bounded.
_AHEAD = 4
# Fewer tasks than this are done before other processes have started and loaded what they need.
_FEW = 16

# The function of this worker, set once by its initialiser.
_kept: list[Callable[[Any], Any]] = []


@dataclass(frozen=True, slots=True)
class Processes:
    """Maps over a pool of processes; `jobs` None takes one for each core, and none where the tasks are few."""

    jobs: int | None = None

    def map(self, function: Callable[[Task], Answer], tasks: Iterable[Task]) -> Iterator[Answer | Lost]:
        """The function's answer to each task, in order. The function must be picklable.

        Raises:
            EngineError: no worker can be started.
        """
        waiting = iter(tasks)
        workers = self.jobs or cores()
        if self.jobs is None:
            first = list(islice(waiting, _FEW))
            if workers == 1 or len(first) < _FEW:
                yield from map(function, chain(first, waiting))
                return
            waiting = chain(first, waiting)
        under_way: UnderWay = deque()
        while True:
            try:
                yield from _spread(_pool(function, workers), waiting, under_way, workers * _AHEAD)
            except BrokenProcessPool:
                yield from _alone(function, under_way)
            else:
                return


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _spread(pool: ProcessPoolExecutor, waiting: Iterator[Task], under_way: UnderWay, ahead: int) -> Iterator[Any]:
    """Answers in order; what is under way when a worker ends stays in `under_way`."""
    try:
        under_way.extend((task, _submitted(pool, task)) for task in islice(waiting, ahead))
        while under_way:
            answer = under_way[0][1].result()
            under_way.popleft()
            yield answer
            under_way.extend((task, _submitted(pool, task)) for task in islice(waiting, 1))
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _alone(function: Callable[[Task], Answer], under_way: UnderWay) -> Iterator[Answer | Lost]:
    """What was under way when a worker ended: answers that are there, and each other task again, nothing beside it."""
    pool = _ready(function)
    try:
        while under_way:
            task, future = under_way.popleft()
            if _is_answered(future):
                yield future.result()
                continue
            try:
                yield pool.submit(_run, task).result()
            except BrokenProcessPool:
                pool.shutdown()
                yield Lost("its worker process ended twice over it, perhaps for want of memory")
                pool = _ready(function)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _submitted(pool: ProcessPoolExecutor, task: Any) -> Future[Any]:
    """A task on its way; where the pool has broken meanwhile, one that says so: the task must not be lost."""
    try:
        return pool.submit(_run, task)
    except BrokenProcessPool as error:
        broken: Future[Any] = Future()
        broken.set_exception(error)
        return broken


def _is_answered(future: Future[Any]) -> bool:
    is_over = future.done() and not future.cancelled()
    return is_over and not isinstance(future.exception(), BrokenProcessPool)


def _ready(function: Callable[[Any], Any]) -> ProcessPoolExecutor:
    """A pool of one worker that has answered.

    Raises:
        EngineError: it ends before it can.
    """
    pool = _pool(function, 1)
    try:
        pool.submit(os.getpid).result()
    except BrokenProcessPool as error:
        raise EngineError(
            "worker processes end before they can start, perhaps for want of memory; "
            "build without them (--jobs 1). A script that asks for jobs "
            "must start under `if __name__ == '__main__':`"
        ) from error
    return pool


def _pool(function: Callable[[Any], Any], workers: int) -> ProcessPoolExecutor:
    # Fresh interpreters: a fork would copy the locks of threads that run in this one.
    return ProcessPoolExecutor(workers, get_context("spawn"), initializer=_keep, initargs=(function,))


def _keep(function: Callable[[Any], Any]) -> None:
    """Set a worker up; an interrupt is the parent's to handle, and a worker whose parent is gone ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    _kept[:] = [function]


def _end_with_parent() -> None:
    """A parent that is killed tells nobody, and a worker would wait for its next task for ever."""
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _run(task: Any) -> Any:
    return _kept[0](task)
