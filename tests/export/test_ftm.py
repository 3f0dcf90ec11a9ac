from __future__ import annotations

import json
import re

import pytest

from sayso.export import ftm

# What the package of that model gives for the schemata that are written, inherited properties included.
PROPERTIES = {
    "Article": "title fileName author publisher sourceUrl publishedAt language bodyText",
    "Person": "name alias",
    "Organization": "name alias",
    "Mention": "document name resolved detectedSchema",
    "Event": "name date startDate endDate location country organizer involved summary notes keywords proof",
}


@pytest.fixture
def entities(exported):
    return [json.loads(line) for line in exported(ftm.write)[0].splitlines()]


def test_schemata_and_properties_are_those_of_the_model(entities):
    for entity in entities:
        assert set(entity["properties"]) <= set(PROPERTIES[entity["schema"]].split())
        assert all(isinstance(value, str) and value for values in entity["properties"].values() for value in values)


def test_ids_hold_only_signs_that_the_model_takes(entities):
    assert [one["id"] for one in entities if not re.fullmatch(r"[A-Za-z0-9.-]+", one["id"])] == []


def test_what_is_named_is_there(entities):
    ids = {one["id"] for one in entities}
    names = ("document", "resolved", "organizer", "involved", "proof")
    assert {value for one in entities for name in names for value in one["properties"].get(name, ())} <= ids


def test_the_package_takes_every_entity_as_it_stands(entities):
    model = pytest.importorskip("followthemoney").model
    for entity in entities:
        proxy = model.get_proxy(entity, cleaned=False)
        for name, values in entity["properties"].items():
            assert sorted(proxy.get(name)) == sorted(values)
