"""Tasks spread over the workers of a Dask scheduler, on this machine or on many; the one place that names Dask.

The function travels once to each worker, also to one that comes later or is started again. Before anything else every
worker is asked for its versions: answers of another version are never taken. A worker that dies costs nothing but time;
a task over which workers die again and again is done once more alone, and is `Lost` where that ends so, too.
"""

from __future__ import annotations

import logging
import pickle
import signal
import sys
import threading
import time
import uuid
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import CancelledError
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from multiprocessing import resource_tracker
from typing import Any, TypeVar

import dask
from distributed import Client, Future, KilledWorker, LocalCluster, WorkerPlugin, wait
from distributed import TimeoutError as DaskTimeoutError

from sayso.engines.engine import Lost, Versioned
from sayso.engines.processes import cores
from sayso.errors import EngineError

Task = TypeVar("Task")
Answer = TypeVar("Answer")

# Seconds in which a scheduler must answer, and in which one without workers must get some.
PATIENCE, PATIENCE_FOR_WORKERS = 10.0, 60.0
# Where workers ended over so many tasks and have done none, the next ones would fare no better.
_HOPELESS = 3
# What to do where workers have too little of it.
_MEMORY = (
    "one takes some 500 MB (`dask worker ADDRESS --nthreads 1 --memory-limit 2GB`); start them anew, and the same command goes on from "
    "there; without --scheduler it does so on this machine"
)
# Tasks under way for each thread of the workers: enough that none waits, few enough that memory stays bounded.
_AHEAD = 6
# Seconds between two looks at how many workers there are.
_LOOK = 5.0

# A worker that ends within its first moments is not started again: its nanny has not yet taken it over.
_FIRST_MOMENTS = 1.0

_LOGGERS = ("distributed", "tornado", "asyncio")

# The functions of this worker by name, each with what differs here from the caller's versions, and since when; one task at
# a time, since language pipelines are not made for threads.
_kept: dict[str, tuple[Callable[[Any], Any], str, float]] = {}
_turn = threading.Lock()


@dataclass(frozen=True, slots=True)
class Cluster:
    """Maps over the workers of a Dask scheduler.

    Args:
        jobs: worker processes of the scheduler that is started for the call; None takes one for each core.
        scheduler: the address of one that runs (`tcp://10.0.0.1:8786`); None starts one here.
    """

    jobs: int | None = None
    scheduler: str | None = None
    is_elsewhere = True

    def map(self, function: Callable[[Task], Answer], tasks: Iterable[Task]) -> Iterator[Answer | Lost]:
        """The function's answer to each task, in order. The function must be picklable.

        Raises:
            EngineError: the scheduler does not answer, has no workers, is gone, or its workers are of other versions.
        """
        with self._connected() as client:
            where = self.scheduler or "the scheduler of this call"
            _check_workers(client, function, where)
            call = _Call(client, f"sayso-{uuid.uuid4().hex}", where)
            client.register_plugin(_Carrier(call.name, pickle.dumps(function), _versions_of(function)))
            try:
                yield from call.answers(iter(tasks))
            finally:
                call.end()

    @contextmanager
    def _connected(self) -> Iterator[Client]:
        with ExitStack() as held:
            held.enter_context(_quiet())
            if self.scheduler is None:
                cluster = held.enter_context(_local(self.jobs or cores()))
                yield held.enter_context(Client(cluster, set_as_default=False))
                return
            yield held.enter_context(_reached(self.scheduler))


class _Client(Client):
    """Goes without a word where it never reached its scheduler: to close it would be to wait for that one once more."""

    def __del__(self) -> None:
        if self.status == "running":
            super().__del__()


def _reached(address: str) -> Client:
    """A client of the scheduler at an address; another server that holds the line, for Dask would wait for ever, is left.

    Raises:
        EngineError: nothing answers there, or what answers is no scheduler.
    """
    answer: list[Client | Exception] = []
    asking = threading.Thread(target=_ask, args=(address, answer), daemon=True)
    asking.start()
    asking.join(2 * PATIENCE)
    found = answer[0] if answer else None
    if isinstance(found, Client):
        return found
    onward = "nothing was lost, and without --scheduler the same command goes on from there on this machine"
    if isinstance(found, (OSError, ValueError, DaskTimeoutError)):
        raise EngineError(
            f"the scheduler at {address} does not answer within {PATIENCE:.0f} seconds; check the address "
            f"(tcp://HOST:8786) and that `dask scheduler` runs there; {onward}"
        ) from found
    raise EngineError(
        f"what answers at {address} is no Dask scheduler; its port is mostly 8786, and 8787 that of its page; {onward}"
    ) from found


def _ask(address: str, answer: list[Client | Exception]) -> None:
    try:
        answer.append(_Client(address, timeout=PATIENCE, set_as_default=False))
    except Exception as error:  # noqa: BLE001 - whatever Dask makes of the words of another server
        answer.append(error)


@contextmanager
def _quiet() -> Iterator[None]:
    """What goes wrong is told in our words; Dask's own, with tracebacks of its loop, would only frighten."""
    told = [name for name in logging.root.manager.loggerDict if name.partition(".")[0] in _LOGGERS]
    loggers = [logging.getLogger(name) for name in (*_LOGGERS, *told)]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)


@contextmanager
def _local(workers: int) -> Iterator[LocalCluster]:
    """A scheduler and worker processes on this machine, that answer to this machine alone and go with the call."""
    here = {
        "n_workers": workers,
        "threads_per_worker": 1,
        "dashboard_address": "127.0.0.1:0",
        "silence_logs": logging.CRITICAL,
    }
    # A worker that is being started again when Dask looks whether it came back must not be given up.
    patient = {"distributed.scheduler.allowed-failures": 1, "distributed.deploy.lost-worker-timeout": "1 day"}
    with dask.config.set(patient), ExitStack() as held:
        with _deaf():
            cluster = held.enter_context(LocalCluster(**here))
        yield cluster


@contextmanager
def _deaf() -> Iterator[None]:
    """What starts within hears no Ctrl-C, which a terminal tells all processes: the workers end when this one ends them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    # Started later, it would let the signal through again.
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@dataclass(frozen=True, slots=True)
class _Call:
    """One mapping under way."""

    client: Client
    name: str
    where: str

    def answers(self, waiting: Iterator[Any]) -> Iterator[Any]:
        """Answers in order.

        Raises:
            EngineError: the workers ended over each of the first few tasks: it is they that are at fault.
        """
        lost = 0
        for number, answer in enumerate(self._answers(waiting), start=1):
            lost += isinstance(answer, Lost)
            if lost == number == _HOPELESS:
                raise EngineError(
                    f"the workers of {self.where} ended over each of the first {lost} tasks, most likely for want of memory; {_MEMORY}"
                )
            yield answer

    def _answers(self, waiting: Iterator[Any]) -> Iterator[Any]:
        ahead: deque[tuple[Any, Future[Any]]] = deque()
        looked, room = 0.0, 0
        for number, task in enumerate(waiting):
            if time.monotonic() - looked > _LOOK:
                looked, room = time.monotonic(), max(1, _AHEAD * _threads(self.client))
            while len(ahead) >= room:
                yield self._answer(ahead)
            ahead.append((task, self._submitted(task, str(number))))
        while ahead:
            yield self._answer(ahead)

    def _answer(self, ahead: deque[tuple[Any, Future[Any]]]) -> Any:
        task, future = ahead.popleft()
        try:
            return self._waited(future)
        except KilledWorker:
            # It may have died of a neighbour: once more, when all else that is under way is done.
            with self.client.as_current():
                wait([other for _, other in ahead])
            try:
                return self._waited(self._submitted(task, f"{future.key}-alone"))
            except KilledWorker:
                return Lost("the workers that took it ended each time, perhaps for want of memory")

    def _submitted(self, task: Any, key: str) -> Future[Any]:
        return self.client.submit(_run, self.name, task, key=f"{self.name}-{key}", pure=False)

    def _waited(self, future: Future[Any]) -> Any:
        """The answer, as long as there is somebody to give it.

        Raises:
            EngineError: the scheduler is gone, or has had no workers for a while.
        """
        alive = time.monotonic()
        while True:
            try:
                return future.result(timeout=_LOOK)
            except (DaskTimeoutError, TimeoutError):
                alive = time.monotonic() if _at_work(self.client) else alive
            except (CancelledError, OSError) as error:
                raise EngineError(
                    f"the connection to {self.where} broke off ({type(error).__name__}); what was done is kept, and the "
                    "same command goes on from there"
                ) from error
            if time.monotonic() - alive > PATIENCE_FOR_WORKERS:
                if _threads(self.client):
                    raise _paused(self.where)
                raise EngineError(
                    f"{self.where} has had no workers for {PATIENCE_FOR_WORKERS:.0f} seconds; what was done is kept; start "
                    "workers (`dask worker ADDRESS --nthreads 1`), and the same command goes on from there"
                )

    def end(self) -> None:
        """Take the function away from the workers."""
        if self.client.status == "running":
            self.client.unregister_worker_plugin(self.name)


class _Carrier(WorkerPlugin):
    """Brings the function to each worker, also to those that come later."""

    def __init__(self, name: str, raw: bytes, versions: Mapping[str, str]) -> None:
        self.name = name
        self.raw = raw
        self.versions = versions

    def setup(self, worker: Any) -> None:
        function = pickle.loads(self.raw)  # noqa: S301 - from the process that hands out the work
        differing = _differing(self.versions, _versions_of(function))
        _kept[self.name] = function, f"{worker.address} has {differing}" if differing else "", time.monotonic()

    def teardown(self, worker: Any) -> None:
        del worker
        _kept.pop(self.name, None)


def _run(name: str, task: Any) -> Any:
    function, differing, since = _kept[name]
    if differing:
        raise _refused(differing)
    with _turn:
        time.sleep(max(0.0, since + _FIRST_MOMENTS - time.monotonic()))
        return function(task)


def _check_workers(client: Client, function: Callable[[Any], Any], where: str) -> None:
    """Wait for a worker, and refuse those that are not as this process is.

    Raises:
        EngineError: there is no worker, or one of another version.
    """
    try:
        client.wait_for_workers(1, timeout=PATIENCE_FOR_WORKERS)
    except (DaskTimeoutError, TimeoutError) as error:
        if _threads(client):
            raise _paused(where) from error
        raise EngineError(
            f"{where} has no workers; start some, on each machine: `dask worker ADDRESS --nthreads 1 --nworkers auto`"
        ) from error
    mine = _versions_of(function)
    told = client.run(_Asked(pickle.dumps(function)), on_error="return")
    faults = [f"{worker} {_fault(mine, theirs)}" for worker, theirs in sorted(told.items()) if _fault(mine, theirs)]
    if faults:
        raise _refused("; ".join(faults[:3]) + (f"; and {len(faults) - 3} more" if len(faults) > 3 else ""))


@dataclass(frozen=True, slots=True)
class _Asked:
    """Asks a worker for its versions."""

    raw: bytes

    def __call__(self) -> Mapping[str, str]:
        return _versions_of(pickle.loads(self.raw))  # noqa: S301 - as above


def _fault(mine: Mapping[str, str], theirs: Mapping[str, str] | BaseException) -> str:
    """What keeps a worker from being used; empty where nothing does."""
    if isinstance(theirs, BaseException):
        return f"cannot run this sayso ({type(theirs).__name__}: {theirs})"
    differing = _differing(mine, theirs)
    return f"has {differing}" if differing else ""


def _differing(mine: Mapping[str, str], theirs: Mapping[str, str]) -> str:
    names = [name for name in sorted({*mine, *theirs}) if mine.get(name) != theirs.get(name)]
    return ", ".join(f"{name} {theirs.get(name, 'none')} where here it is {mine.get(name, 'none')}" for name in names)


def _paused(where: str) -> EngineError:
    return EngineError(f"all workers of {where} have paused, since their memory is nearly full; {_MEMORY}")


def _refused(faults: str) -> EngineError:
    return EngineError(
        f"workers of other versions are not used, since they could give other claims: {faults}; install the same "
        "sayso there (`pip install` from the same lock file), start the workers again, and run the same command"
    )


def _versions_of(function: Callable[[Any], Any]) -> dict[str, str]:
    """What a function depends on here, and the Python it runs on."""
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    return {"Python": python, **function.versions()} if isinstance(function, Versioned) else {"Python": python}


def _at_work(client: Client) -> bool:
    """Is any worker ready for a task? One whose memory is nearly full takes none, and one that never has room never will."""
    workers: Mapping[str, Mapping[str, Any]] = client.scheduler_info()["workers"]
    return any(worker.get("status", "running") == "running" for worker in workers.values())


def _threads(client: Client) -> int:
    """How many tasks the workers do at a time."""
    return sum(client.ncores().values())
