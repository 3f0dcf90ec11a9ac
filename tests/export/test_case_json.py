from __future__ import annotations

import json
from dataclasses import replace
from importlib import resources

import jsonschema
import pytest

from sayso.export import case_json
from sayso.model import Fused, Linked
from sayso.store import Store

SCHEMA = json.loads((resources.files("sayso.resources") / "schema" / "case.schema.json").read_text())


@pytest.fixture
def view(filled):
    return filled(Store.open(None)).view()


def test_the_schema_is_one():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_an_export_holds_to_the_schema(view):
    jsonschema.validate(case_json.tree(view), SCHEMA)


def test_an_empty_case_holds_to_the_schema(filled, derived):
    store = filled(Store.open(None))
    with store.write() as writer:
        writer.replace(replace(derived, linked=Linked((), (), (), (), ()), fused=Fused((), ())))
    jsonschema.validate(case_json.tree(store.view()), SCHEMA)


def test_the_schema_refuses_what_is_no_case(view):
    tree = case_json.tree(view)
    tree["claims"][0]["modality"] = "shouted"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(tree, SCHEMA)


def test_keys_are_sorted_at_every_depth(view):
    def check(part):
        if isinstance(part, dict):
            assert list(part) == sorted(part)
            part = list(part.values())
        for one in part if isinstance(part, list) else ():
            check(one)

    check(case_json.tree(view))


def test_every_quote_stands_in_its_text(view):
    tree = case_json.tree(view)
    texts = {document["id"]: document["text"] for document in tree["documents"]}
    for claim in tree["claims"]:
        assert texts[claim["document"]][claim["start"] : claim["end"]] == claim["quote"]


def test_entities_are_joined_to_speakers(view):
    assert case_json.tree(view)["claims"][0]["attribution"][0]["entity"] == "p"


def test_the_same_case_gives_the_same_bytes(filled):
    assert case_json.text(filled(Store.open(None)).view()) == case_json.text(filled(Store.open(None)).view())
