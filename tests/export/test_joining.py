from __future__ import annotations

from sayso.export.joining import Names
from sayso.model import Entity, Mention

ANA = Entity("p1", "person", "Ana Ruiz", ("Ruiz",), (Mention("a", 0, 8, "Ana Ruiz", "person", "Ana Ruiz"),), ())
LUIS = Entity("p2", "person", "Luis Ruiz", ("Ruiz",), (), ())


def test_a_name_that_one_entity_has_is_joined_and_one_that_two_have_is_not():
    names = Names([ANA, LUIS])
    assert names.called("ana ruiz") == "p1"
    assert names.called("Ruiz") is None
    assert names.called("Nobody") is None


def test_a_place_is_joined_by_the_mention_that_overlaps_it():
    names = Names([ANA])
    assert names.at("a", 4, 12) == "p1"
    assert names.at("a", 8, 12) is None
    assert names.at("b", 0, 8) is None


def test_actors_are_joined_at_any_depth():
    row = {"readings": [{"value": {"kind": "actor", "name": "Luis Ruiz", "entity": None, "text": "he"}}]}
    assert Names([LUIS]).joined(row)["readings"][0]["value"]["entity"] == "p2"
