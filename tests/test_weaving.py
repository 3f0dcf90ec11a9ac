"""A case that grows is, byte for byte, the case that is built at once; what has not changed is neither done nor written."""

from __future__ import annotations

import json
import random
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sayso import extraction, pipeline, weaving
from sayso.engines import Processes, engine_of
from sayso.export import case_json
from sayso.model import Account, Document
from sayso.store import Store

sys.path.insert(0, str(Path(__file__).parents[1] / "bench"))

from incidents import documents, incidents

# More than a folder of few: names and words weigh as they do in a large case.
_DOCUMENTS = 130
_DERIVED = ("claims", "labels", "refusals", "events", "estimates", "findings", "entities", "lineage", "documents")

Rows = list[dict[str, str]]


@pytest.fixture(scope="module")
def rows() -> Rows:
    """News of known incidents, shuffled."""
    found: Rows = []
    for incident in incidents(3):
        found += documents(incident, 3)
        if len(found) >= _DOCUMENTS:
            break
    random.Random(3).shuffle(found)  # noqa: S311 - texts, not secrets
    return found[:_DOCUMENTS]


@pytest.fixture(scope="module", autouse=True)
def _once() -> Iterator[None]:
    """Each document is extracted once for all tests here."""
    extract, known = extraction.Extractor.extract, dict[tuple[str, str], Account]()

    def extracted(self: extraction.Extractor, document: Document) -> Account:
        key = document.id, document.text_sha256
        if key not in known:
            known[key] = extract(self, document)
        return known[key]

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(extraction.Extractor, "extract", extracted)
        yield


@pytest.fixture(scope="module")
def whole(rows: Rows, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All of it, built at once."""
    folder = tmp_path_factory.mktemp("whole")
    _put(folder / "in", "all", rows)
    pipeline.build([folder / "in"], folder / "x.sayso")
    return folder


def _put(folder: Path, name: str, rows: Rows) -> None:
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def _text(case: Path) -> str:
    with Store.open(case, read_only=True) as store:
        return case_json.text(store.view())


def _named(text: str) -> str:
    """A case without the names of its files."""
    held = json.loads(text)
    for document in held["documents"]:
        document["names"] = []
    return json.dumps(held)


@pytest.mark.parametrize("pieces", [(100, 20, 10), (1, 60, 69), (129, 1)])
def test_a_case_that_grows_is_the_case_built_at_once(whole: Path, rows: Rows, tmp_path: Path, pieces: tuple[int, ...]):
    at = 0
    for number, count in enumerate(pieces):
        _put(tmp_path / "in", f"part-{number}", rows[at : at + count])
        at += count
        pipeline.build([tmp_path / "in"], tmp_path / "x.sayso")
    assert _named(_text(tmp_path / "x.sayso")) == _named(_text(whole / "x.sayso"))


def test_what_comes_and_goes_leaves_nothing_behind(whole: Path, rows: Rows, tmp_path: Path):
    shutil.copytree(whole, tmp_path, dirs_exist_ok=True)
    more = [{**row, "id": f"more-{row['id']}", "text": row["text"].replace(" on ", " late on ")} for row in rows[:9]]
    _put(tmp_path / "in", "more", more)
    pipeline.build([tmp_path / "in"], tmp_path / "x.sayso")
    assert _text(tmp_path / "x.sayso") != _text(whole / "x.sayso")
    (tmp_path / "in" / "more.jsonl").unlink()
    pipeline.build([tmp_path / "in"], tmp_path / "x.sayso")
    assert _text(tmp_path / "x.sayso") == _text(whole / "x.sayso")


@pytest.mark.parametrize("engine", [lambda: Processes(2), lambda: engine_of("dask", jobs=2)], ids=["processes", "dask"])
def test_who_does_it_changes_nothing(
    whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine: Callable[[], Processes]
):
    pytest.importorskip("distributed")
    shutil.copytree(whole, tmp_path, dirs_exist_ok=True)
    _forget(tmp_path / "x.sayso")
    monkeypatch.setattr(weaving, "_FEW", 1)
    pipeline.build([tmp_path / "in"], tmp_path / "x.sayso", pipeline.plan(engine=engine()))
    assert _text(tmp_path / "x.sayso") == _text(whole / "x.sayso")


def test_what_has_not_changed_is_not_written(whole: Path, rows: Rows, tmp_path: Path):
    shutil.copytree(whole, tmp_path, dirs_exist_ok=True)
    with Store.open(tmp_path / "x.sayso") as store:
        before = _places(store)
    late = {
        **rows[0],
        "id": "late",
        "title": "Late",
        "text": "A ferry sank off Port Verity on 3 May 1990. Nine people drowned.",
    }
    _put(tmp_path / "in", "late", [late])
    pipeline.build([tmp_path / "in"], tmp_path / "x.sayso")
    with Store.open(tmp_path / "x.sayso") as store:
        after = _places(store)
    assert len(before.items() & after.items()) > 0.5 * len(before)


def _places(store: Store) -> dict[str, int]:
    """Where the claims lie in the file: a row that is written anew lies elsewhere."""
    return dict(store._connection.execute("SELECT id, rowid FROM claims").fetchall())


def _forget(case: Path) -> None:
    """Leave nothing but what was read and extracted."""
    with Store.open(case) as store, store.write() as writer:
        for name in (*_DERIVED, "passages", "units", "signs", "memory"):
            writer.clear(name)
        writer.set_meta("stamp", "")
