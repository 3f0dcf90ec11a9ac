from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count, islice
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from sayso.engines import Engine, Lost, Processes, engine_of
from sayso.engines.processes import cores
from sayso.errors import EngineError, UnknownNameError

dask = pytest.importorskip("dask")
distributed = pytest.importorskip("distributed")
cluster = pytest.importorskip("sayso.engines.cluster")
KINDS = ["serial", "processes", "dask"]


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """A real scheduler with two real worker processes."""
    with _started(2) as started:
        yield started.scheduler_address


@contextmanager
def _started(workers: int, **more: Any) -> Iterator[Any]:
    quick = {"distributed.scheduler.allowed-failures": 1, "distributed.deploy.lost-worker-timeout": "1 day"}
    here = {"n_workers": workers, "threads_per_worker": 1, "dashboard_address": "127.0.0.1:0", "silence_logs": 50}
    here |= more
    with dask.config.set(quick), distributed.LocalCluster(**here) as started:
        yield started


@pytest.fixture(params=KINDS)
def engine(request: pytest.FixtureRequest) -> Engine:
    return _engine(request)


@pytest.fixture(params=KINDS[1:])
def spread(request: pytest.FixtureRequest) -> Engine:
    """An engine with workers of its own."""
    return _engine(request)


def _engine(request: pytest.FixtureRequest) -> Engine:
    if request.param == "dask":
        return cluster.Cluster(scheduler=request.getfixturevalue("scheduler"))
    return engine_of(request.param, jobs=2)


def test_answers_come_in_the_order_of_the_tasks(engine: Engine):
    assert list(engine.map(abs, range(-40, 0))) == list(range(40, 0, -1))


def test_no_tasks_have_no_answers(engine: Engine):
    assert list(engine.map(abs, [])) == []


def test_tasks_are_taken_as_they_are_needed(engine: Engine):
    answers = engine.map(abs, count())
    assert list(islice(answers, 3)) == [0, 1, 2]
    del answers


def test_an_error_in_a_task_reaches_the_caller(engine: Engine):
    with pytest.raises(ValueError, match="invalid literal"):
        list(engine.map(int, ["1", "x"]))


@dataclass(frozen=True)
class Deadly:
    """Ends its worker over one task, `times` times; a file tells each time from the next."""

    folder: Path
    task: int
    times: int

    def __call__(self, task: int) -> int:
        if task == self.task and len(list(self.folder.iterdir())) < self.times:
            (self.folder / f"{time.monotonic_ns()}").touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return task * task


def test_a_worker_that_is_killed_changes_no_answer(spread: Engine, tmp_path: Path):
    assert list(spread.map(Deadly(tmp_path, 3, 1), range(12))) == [task * task for task in range(12)]
    assert len(list(tmp_path.iterdir())) == 1


def test_a_task_that_kills_its_workers_is_lost_and_the_rest_goes_on(spread: Engine, tmp_path: Path):
    answers = list(spread.map(Deadly(tmp_path, 3, 100), range(12)))
    assert isinstance(answers.pop(3), Lost)
    assert answers == [task * task for task in range(12) if task != 3]


@dataclass(frozen=True)
class Starved:
    """Ends every worker, as one does that has too little memory for anything."""

    def __call__(self, task: int) -> int:
        os.kill(os.getpid(), signal.SIGKILL)
        return task


def test_workers_that_end_over_everything_are_said(scheduler: str):
    with pytest.raises(EngineError, match="--memory-limit"):
        list(cluster.Cluster(scheduler=scheduler).map(Starved(), range(6)))


def test_workers_that_have_paused_for_want_of_memory_are_said(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(cluster, "PATIENCE_FOR_WORKERS", 0.5)
    monkeypatch.setattr(cluster, "_LOOK", 0.2)
    full = {"distributed.worker.memory.pause": 0.01, "distributed.worker.memory.terminate": False}
    with dask.config.set(full), _started(1, memory_limit="1GB") as started:
        time.sleep(1)
        with pytest.raises(EngineError, match=r"have paused.*--memory-limit"):
            list(cluster.Cluster(scheduler=started.scheduler_address).map(abs, [1, 2]))


def test_processes_that_cannot_start_are_said():
    with pytest.raises(EngineError, match="--jobs 1"):
        list(Processes(jobs=1).map(Unloadable(), [3]))


class Unloadable:
    """A function that ends the process that loads it."""

    def __reduce__(self):
        return os._exit, (1,)


def test_a_scheduler_that_does_not_answer_is_said(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(cluster, "PATIENCE", 0.3)
    with pytest.raises(EngineError, match=r"tcp://127.0.0.1:9 does not answer.*dask scheduler"):
        list(cluster.Cluster(scheduler="tcp://127.0.0.1:9").map(abs, [1]))
    with pytest.raises(EngineError, match="does not answer"):
        list(cluster.Cluster(scheduler="no address").map(abs, [1]))


_CALL = """
from sayso.engines import cluster
from sayso.errors import EngineError
cluster.PATIENCE = 0.3
try:
    list(cluster.Cluster(scheduler={address!r}).map(abs, [1]))
except EngineError as error:
    print(error)
"""


@pytest.mark.parametrize(("is_served", "says"), [(True, "is no Dask scheduler"), (False, "does not answer")])
def test_an_address_without_a_scheduler_is_said_and_nothing_else(is_served: bool, says: str):
    with ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as server:
        port = server.server_port if is_served else 9
        Thread(target=server.serve_forever, daemon=True).start()
        call = [sys.executable, "-c", _CALL.format(address=f"tcp://127.0.0.1:{port}")]
        done = subprocess.run(call, capture_output=True, text=True, timeout=60, check=True)
        server.shutdown()
    assert says in done.stdout
    assert not done.stderr


def test_a_scheduler_without_workers_is_said(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(cluster, "PATIENCE_FOR_WORKERS", 0.3)
    with (
        _started(0) as empty,
        pytest.raises(EngineError, match=r"has no workers; start some.*dask worker"),
    ):
        list(cluster.Cluster(scheduler=empty.scheduler_address).map(abs, [1]))


@dataclass(frozen=True)
class Versioned:
    """A function that depends on what each process calls its own."""

    here: int

    def __call__(self, task: int) -> int:
        return task

    def versions(self) -> dict[str, str]:
        return {"steam": "1" if os.getpid() == self.here else "2"}


def test_workers_of_other_versions_are_refused_with_the_versions(scheduler: str):
    with pytest.raises(EngineError, match=r"tcp://\S+ has steam 2 where here it is 1; .*install the same"):
        list(cluster.Cluster(scheduler=scheduler).map(Versioned(os.getpid()), [1]))


def test_what_is_asked_for_chooses_the_engine():
    assert type(engine_of(jobs=2)).__name__ == "Processes"
    assert type(engine_of(jobs=1)).__name__ == "Serial"
    assert type(engine_of()).__name__ == "Processes"
    assert engine_of(scheduler="tcp://x:1").scheduler == "tcp://x:1"
    with pytest.raises(UnknownNameError, match="dask, processes, serial"):
        engine_of("steam")
    with pytest.raises(EngineError, match="has no scheduler"):
        engine_of("serial", scheduler="tcp://x:1")


def test_few_tasks_start_no_process():
    assert list(Processes().map(_who, range(3))) == [os.getpid()] * 3
    many = set(Processes().map(_who, range(60)))
    assert (os.getpid() in many) == (cores() == 1)


def _who(_: int) -> int:
    return os.getpid()
