"""What goes wrong outside of sayso ends in a clear word, a whole case, and a command that goes on from there."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import sayso
from sayso import pipeline
from sayso.errors import InputError
from sayso.export import case_json
from sayso.store import Store

resource = pytest.importorskip("resource")

# Less than the case of the example takes, more than its empty tables do.
_SMALL_DISK = 400_000
SAYSO = [sys.executable, "-c", "from sayso.cli import main; main()"]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The packaged example, built with nothing in the way."""
    case = tmp_path_factory.mktemp("whole") / "x.sayso"
    pipeline.build(sayso.example_paths(), case)
    return _text(case)


def _text(case: Path) -> str:
    with Store.open(case, read_only=True) as store:
        return case_json.text(store.view())


def _small_disk() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (_SMALL_DISK, _SMALL_DISK))


def test_a_disk_that_fills_while_building_leaves_a_case_that_goes_on(whole: str, tmp_path: Path) -> None:
    case = tmp_path / "x.sayso"
    call = [*SAYSO, "build", *map(str, sayso.example_paths()), "-o", str(case), "--jobs", "1", "--quiet"]
    done = subprocess.run(call, check=False, capture_output=True, text=True, preexec_fn=_small_disk)
    assert done.returncode == 1
    assert "what was confirmed before is kept" in done.stderr
    assert "make room" in done.stderr
    assert "Traceback" not in done.stderr
    assert subprocess.run(call, capture_output=True, text=True, check=True).stderr == ""
    assert _text(case) == whole


def test_memory_that_runs_out_over_a_document_sets_it_aside(
    monkeypatch: pytest.MonkeyPatch, whole: str, tmp_path: Path
):
    def parsed(*_: Any) -> Any:
        raise MemoryError

    with monkeypatch.context() as short:
        short.setattr("sayso.extraction.extractor.parse", parsed)
        report = pipeline.build(sayso.example_paths(), tmp_path / "x.sayso")
    assert {one.reason for one in report.failed} == {"its claims could not be extracted: memory ran out over it"}
    assert all("--jobs 1" in one.remedy and "goes on" in one.remedy for one in report.failed)
    pipeline.build(sayso.example_paths(), tmp_path / "x.sayso")
    assert _text(tmp_path / "x.sayso") == whole


def test_workers_need_not_see_the_folder(whole: str, tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed")
    cluster = pytest.importorskip("sayso.engines.cluster")
    mine = tmp_path / "mine"
    mine.mkdir()
    for path in sayso.example_paths():
        shutil.copy(path, mine)

    def taken_away(step: str, done: int, _: int) -> None:
        if step == "extracting" and not done:
            shutil.rmtree(mine)

    here = {"n_workers": 1, "threads_per_worker": 1, "dashboard_address": "127.0.0.1:0", "silence_logs": 50}
    with distributed.LocalCluster(**here) as workers:
        engine = cluster.Cluster(scheduler=workers.scheduler_address)
        pipeline.build([mine], tmp_path / "x.sayso", pipeline.plan(engine=engine, progress=taken_away))
    assert _text(tmp_path / "x.sayso") == whole


def test_a_store_without_credentials_is_said_and_the_case_stays(whole: str, tmp_path: Path) -> None:
    fsspec = pytest.importorskip("fsspec")

    class Locked(fsspec.AbstractFileSystem):
        protocol = "locked"

        def ls(self, path: str, **_: Any) -> Any:
            raise PermissionError(f"unable to locate credentials for {path}")

    fsspec.register_implementation("locked", Locked, clobber=True)
    case = tmp_path / "x.sayso"
    pipeline.build(sayso.example_paths(), case)
    with pytest.raises(InputError, match=r"locked://desk/news: .*credentials"):
        pipeline.build([*sayso.example_paths(), "locked://desk/news"], case)
    assert _text(case) == whole
