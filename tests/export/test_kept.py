from __future__ import annotations

import io
import tracemalloc
from dataclasses import replace

import pytest

from sayso.codebook.loading import source
from sayso.export import case_json, csv_tables, ftm, web_annotations
from sayso.export.kept import documents as documents_of
from sayso.model import CaseHeader, Fused, Linked
from sayso.store import Derived, Store

AMOUNT = 240


class Nowhere(io.TextIOBase):
    """Takes all that is written, and keeps none of it."""

    def write(self, text):
        return len(text)


@pytest.fixture(scope="module")
def large(tmp_path_factory, case):
    """A view of many long documents, each with a claim."""
    like, claim = case.documents[0], case.claims[0]
    long = like.text + " word" * 20_000
    documents = [replace(like, id=f"d{n:03d}", text=long, sha256=f"{n:064x}") for n in range(AMOUNT)]
    claims = tuple(replace(claim, id=f"c{one.id}", document=one.id, event=None, about=None) for one in documents)
    path = tmp_path_factory.mktemp("large") / "large.sayso"
    with Store.open(path) as store:
        with store.write() as writer:
            writer.describe(CaseHeader("Case", "incident", "0" * 64, "sayso", {}), source("incident")[0].decode())
            writer.replace(Derived(documents, (), (), Linked(claims, (), (), (), ()), Fused((), ())))
        yield store.view()


@pytest.mark.parametrize("writer", [csv_tables, web_annotations, ftm, case_json], ids=lambda one: one.__name__)
def test_a_case_goes_out_without_all_of_its_texts_in_memory(large, writer):
    tracemalloc.start()
    try:
        writer.write(large, Nowhere())
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < AMOUNT * 100_000 / 2


def test_documents_are_those_of_the_case_in_its_order(case):
    documents = documents_of(case.view)
    assert tuple(documents.values()) == case.documents
    assert "nowhere" not in documents
    with pytest.raises(KeyError):
        documents["nowhere"]
