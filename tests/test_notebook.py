"""The worked notebook of the documentation runs from top to bottom, and shows tables where it says so."""

from __future__ import annotations

import asyncio
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

nbformat = pytest.importorskip("nbformat")
nbclient = pytest.importorskip("nbclient")
pytest.importorskip("ipykernel")
pytest.importorskip("polars")

NOTEBOOK = Path(__file__).parent.parent / "docs" / "notebook.ipynb"


@pytest.fixture(scope="module")
def ran(tmp_path_factory):
    """The notebook after a run in a folder of its own, on this very interpreter."""
    folder = tmp_path_factory.mktemp("kernels")
    kernel = folder / "kernels" / "python3"
    kernel.mkdir(parents=True)
    argv = f'["{sys.executable}", "-m", "ipykernel_launcher", "-f", "{{connection_file}}"]'
    (kernel / "kernel.json").write_text(f'{{"argv": {argv}, "display_name": "Python 3", "language": "python"}}')
    patch = pytest.MonkeyPatch()
    patch.setenv("JUPYTER_PATH", str(folder))
    patch.setenv("IPYTHONDIR", str(folder / "ipython"))
    patch.setenv("JUPYTER_RUNTIME_DIR", str(folder / "runtime"))
    made = nbformat.read(NOTEBOOK, as_version=4)
    client = nbclient.NotebookClient(made, timeout=120, resources={"metadata": {"path": str(folder)}})
    # In a thread of its own: a browser's tests may hold a running loop in this one.
    with ThreadPoolExecutor(1) as alone:
        alone.submit(asyncio.run, client.async_execute()).result()
    patch.undo()
    return made


def _shown(made, words):
    cell = next(one for one in made.cells if one.cell_type == "code" and words in one.source)
    return [out.data for out in cell.outputs if "data" in out]


def test_the_notebook_is_kept_without_what_it_showed():
    made = nbformat.read(NOTEBOOK, as_version=4)
    nbformat.validate(made)
    assert [one for one in made.cells if one.cell_type == "code" and one.outputs] == []


def test_the_record_and_a_slot_are_shown_as_tables(ran):
    for words in ("import sayso\n\ncase", 'case.slot("responders")', 'case.frame("claims")'):
        (shown,) = _shown(ran, words)
        assert "<table" in shown["text/html"], words


def test_a_decision_shows_and_is_taken_back(ran):
    (settled,) = _shown(ran, "judgement = case.judge")
    assert "settled" in settled["text/html"]
    (after,) = _shown(ran, "case.undo")
    assert "settled" not in after["text/plain"]
