from __future__ import annotations

import json

from sayso.export import geojson
from sayso.model import Role


def test_it_is_a_collection_of_features_with_longitude_first(exported):
    collection = json.loads(exported(geojson.write)[0])
    assert collection["type"] == "FeatureCollection"
    for feature in collection["features"]:
        assert set(feature) == {"type", "id", "geometry", "properties"}
        longitude, latitude = feature["geometry"]["coordinates"]
        assert (-180 <= longitude <= 180, -90 <= latitude <= 90) == (True, True)
    assert collection["features"][0]["geometry"]["coordinates"][0] < -70


def test_events_only_mentioned_are_left_out_and_counted(exported, case):
    text, left = exported(geojson.write)
    mentioned = sum(one.role is Role.MENTIONED for one in case.events)
    assert len(left) == mentioned
    assert len(json.loads(text)["features"]) == len(case.events) - mentioned


def test_a_feature_tells_the_dead_and_the_dispute(exported, case):
    for feature in json.loads(exported(geojson.write)[0])["features"]:
        told = feature["properties"]
        disputes = [one.message for one in case.findings if one.event == feature["id"] and one.kind == "contradiction"]
        assert all(message in (told["dispute"] or "") for message in disputes)
        assert told["killed"] is None or told["killed"]["low"] <= told["killed"]["best"] <= told["killed"]["high"]
