"""A pipeline that keeps its word vectors answers as one that works them out each time."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from typing import Any

import pytest

from sayso import example_paths
from sayso.extraction.parsing import threads
from sayso.extraction.parsing.model_version import DEFAULT_MODEL
from sayso.extraction.parsing.vectors import quicken
from sayso.reading import read

NAMES = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


@pytest.fixture(scope="module")
def plain() -> Any:
    return importlib.import_module(DEFAULT_MODEL).load()


@pytest.fixture(params=["1", "2"])
def quick(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    for name in NAMES:
        monkeypatch.setenv(name, request.param)
    nlp = importlib.import_module(DEFAULT_MODEL).load()
    quicken(nlp)
    return nlp


def _told(doc: Any) -> list[tuple[Any, ...]]:
    return [(t.text, t.tag_, t.dep_, t.head.i, t.ent_iob_, t.ent_type_, t.lemma_) for t in doc]


def test_tags_heads_and_names_are_those_of_the_pipeline_itself(plain: Any, quick: Any) -> None:
    texts = ["", " \n ", *(one.text for path in example_paths() for one in read(path).documents)]
    for mine, other in zip(quick.pipe(texts), plain.pipe(texts), strict=True):
        assert _told(mine) == _told(other)


def test_a_vector_is_the_same_to_the_last_bit_whatever_it_is_asked_with(quick: Any) -> None:
    words = "The ferry sank near the old pier and nine of the crew drowned , the harbour master said .".split()
    together = quick.get_pipe("tok2vec").model.get_ref("embed").predict([quick.make_doc(" ".join(words))])[0]
    other = importlib.import_module(DEFAULT_MODEL).load()
    quicken(other)
    embed = other.get_pipe("tok2vec").model.get_ref("embed")
    for place, word in reversed(list(enumerate(words[:-1]))):
        assert embed.predict([other.make_doc(f"{word} ")])[0][0].tobytes() == together[place].tobytes()


def test_several_threads_leave_the_products_to_the_pipeline(quick: Any) -> None:
    own = {node.ops.use_blis for node in quick.get_pipe("parser").model.walk()}
    assert own == {not threads.is_one()}


def test_what_the_environment_says_of_threads_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NAMES[0], "4")
    monkeypatch.delenv(NAMES[1], raising=False)
    threads.ask_for_one()
    assert not threads.is_one()
