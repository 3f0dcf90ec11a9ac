"""A case is the same whatever spreads the work, and whatever befalls the workers."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import sayso
from sayso import pipeline
from sayso.engines import Engine, Processes
from sayso.errors import InputError
from sayso.export import case_json
from sayso.store import Store

dask = pytest.importorskip("dask")
distributed = pytest.importorskip("distributed")
cluster = pytest.importorskip("sayso.engines.cluster")


@pytest.fixture(scope="module")
def workers() -> Iterator[Any]:
    """A real scheduler with two real worker processes."""
    quick = {"distributed.scheduler.allowed-failures": 1, "distributed.deploy.lost-worker-timeout": "1 day"}
    here = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": "127.0.0.1:0", "silence_logs": 50}
    with dask.config.set(quick), distributed.LocalCluster(**here) as started:
        yield started


@pytest.fixture(scope="module")
def serial(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The packaged example, built in one process."""
    case = tmp_path_factory.mktemp("serial") / "x.sayso"
    pipeline.build(sayso.example_paths(), case)
    return _text(case)


def _text(case: Path) -> str:
    with Store.open(case, read_only=True) as store:
        return case_json.text(store.view())


@dataclass(frozen=True)
class Doomed:
    """An engine whose workers end over one document."""

    engine: Engine
    document: str

    def map(self, function: Callable[[Any], Any], tasks: Iterable[Any]) -> Iterator[Any]:
        return self.engine.map(_Ending(function, self.document), tasks)


@dataclass(frozen=True)
class _Ending:
    function: Callable[[Any], Any]
    document: str

    def __call__(self, task: Any) -> Any:
        if task.id == self.document:
            os.kill(os.getpid(), signal.SIGKILL)
        return self.function(task)


def test_a_cluster_builds_the_same_bytes(workers, serial: str, tmp_path: Path):
    how = pipeline.plan(engine=cluster.Cluster(scheduler=workers.scheduler_address))
    pipeline.build(sayso.example_paths(), tmp_path / "x.sayso", how)
    assert _text(tmp_path / "x.sayso") == serial


def test_processes_build_the_same_bytes(serial: str, tmp_path: Path):
    pipeline.build(sayso.example_paths(), tmp_path / "x.sayso", pipeline.plan(engine=Processes(jobs=2)))
    assert _text(tmp_path / "x.sayso") == serial


def test_a_worker_killed_in_the_middle_changes_nothing(workers, serial: str, tmp_path: Path):
    def kill(step: str, done: int, _: int) -> None:
        if step == "extracting" and done == 1:
            with distributed.Client(workers.scheduler_address, set_as_default=False) as client:
                os.kill(min(client.run(os.getpid).values()), signal.SIGKILL)

    engine = cluster.Cluster(scheduler=workers.scheduler_address)
    report = pipeline.build(sayso.example_paths(), tmp_path / "x.sayso", pipeline.plan(engine=engine, progress=kill))
    assert report.failed == ()
    assert _text(tmp_path / "x.sayso") == serial


@pytest.mark.parametrize("kind", ["dask", "processes"])
def test_a_document_that_kills_its_worker_is_named_and_the_rest_goes_on(kind, workers, serial: str, tmp_path: Path):
    made = cluster.Cluster(scheduler=workers.scheduler_address) if kind == "dask" else Processes(jobs=2)
    doomed = sayso.example_paths()[2].stem
    report = pipeline.build(sayso.example_paths(), tmp_path / "x.sayso", pipeline.plan(engine=Doomed(made, doomed)))
    assert [(one.name, "ended" in one.reason) for one in report.failed] == [(doomed, True)]
    assert report.extracted == len(sayso.example_paths()) - 1
    again = pipeline.build(sayso.example_paths(), tmp_path / "x.sayso")
    assert again.extracted == 1
    assert _text(tmp_path / "x.sayso") == serial


def test_globs_folders_of_lines_and_addresses_are_read(siege: Path):
    memory = pytest.importorskip("fsspec").filesystem("memory")
    memory.pipe("/desk/news/one.txt", b"Gunmen took 40 hostages in the embassy on 10 March 2001.\n")
    memory.pipe("/desk/news/deep/two.jsonl", b'{"id": "x", "text": "Gunmen took 45 hostages on 10 March 2001."}\n')
    with sayso.build(["memory://desk/news", f"{siege}/*.md"]) as case:
        assert [document.id for document in case.documents] == ["one", "voice", "x"]
    with sayso.build(["memory://desk/**/*.jsonl", f"file://{siege}/voice.md"]) as case:
        assert [document.id for document in case.documents] == ["voice", "x"]


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("no/such/*.txt", "no file matches"),
        ("memory://nowhere/*.txt", "nothing is there"),
        ("memory://nowhere/a.txt", "nothing is there"),
        ("steam://a", "Protocol not known"),
        ("s3://desk/news", "s3fs|credentials"),
    ],
)
def test_an_address_that_cannot_be_read_is_said(path, says):
    with pytest.raises(InputError, match=says):
        sayso.build([path])
