from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

import sayso
from sayso.codebook.loading import source
from sayso.export.writing import is_binary
from sayso.model import CaseHeader, Fused, Linked
from sayso.store import Derived, Store


@pytest.fixture(scope="session")
def case():
    """The packaged example, built once."""
    with sayso.build(sayso.example_paths()) as built:
        yield built


@pytest.fixture(scope="session")
def exported(case):
    """Write the example in a form; text, or bytes."""

    def export(writer, **options):
        out = io.BytesIO() if is_binary(writer) else io.StringIO()
        left = writer(case.view, out, **options)
        return out.getvalue(), tuple(left or ())

    return export


@pytest.fixture(scope="session")
def rows():
    """The rows of a CSV text."""
    return lambda text: list(csv.DictReader(io.StringIO(text)))


@pytest.fixture
def view_of(document):
    """A view of hand-made events and estimates."""

    def make(events, estimates=()):
        store = Store.open(None)
        raw, _ = source("incident")
        derived = Derived(
            (replace(document, id="a"),), (), (), Linked((), tuple(events), (), (), ()), Fused(tuple(estimates), ())
        )
        with store.write() as writer:
            writer.describe(CaseHeader("Case", "incident", "0" * 64, "sayso", {}), raw.decode())
            writer.replace(derived)
        return store.view()

    return make
