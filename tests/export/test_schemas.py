"""The JSON forms against schemas of their standards, condensed: RFC 7946, the Web Annotation model, TimelineJS's JSON."""

from __future__ import annotations

import json

import jsonschema
import pytest

from sayso.export import geojson, timelinejs, web_annotations

TEXT = {"type": "string", "minLength": 1}
POSITION = {
    "type": "array",
    "prefixItems": [
        {"type": "number", "minimum": -180, "maximum": 180},
        {"type": "number", "minimum": -90, "maximum": 90},
    ],
    "minItems": 2,
    "maxItems": 3,
}
POINT = {
    "type": "object",
    "required": ["type", "coordinates"],
    "properties": {"type": {"const": "Point"}, "coordinates": POSITION},
}
FEATURE = {
    "type": "object",
    "required": ["type", "geometry", "properties"],
    "properties": {
        "type": {"const": "Feature"},
        "id": {"type": ["string", "number"]},
        "geometry": {"oneOf": [{"type": "null"}, POINT]},
        "properties": {"type": ["object", "null"]},
    },
}
GEOJSON = {
    "type": "object",
    "required": ["type", "features"],
    "properties": {"type": {"const": "FeatureCollection"}, "features": {"type": "array", "items": FEATURE}},
    "not": {"anyOf": [{"required": [name]} for name in ("geometry", "properties", "coordinates")]},
}
# Purposes and motivations of the standard's own vocabulary.
PURPOSES = (
    "assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating "
    "questioning replying tagging"
).split()
SELECTOR = {
    "oneOf": [
        {
            "required": ["type", "start", "end"],
            "properties": {
                "type": {"const": "TextPositionSelector"},
                "start": {"type": "integer", "minimum": 0},
                "end": {"type": "integer", "minimum": 1},
            },
        },
        {
            "required": ["type", "exact"],
            "properties": {"type": {"const": "TextQuoteSelector"}, "exact": TEXT, "prefix": {"type": "string"}},
        },
    ]
}
BODY = {
    "type": "object",
    "required": ["type", "value"],
    "properties": {"type": {"const": "TextualBody"}, "value": {"type": "string"}, "purpose": {"enum": PURPOSES}},
}
ANNOTATION = {
    "type": "object",
    "required": ["id", "type", "target"],
    "properties": {
        "id": {"type": "string", "format": "uri"},
        "type": {"const": "Annotation"},
        "motivation": {"type": "array", "items": {"enum": PURPOSES}},
        "body": {"type": "array", "items": BODY},
        "target": {
            "type": "object",
            "required": ["source", "selector"],
            "properties": {"source": {"type": "string"}, "selector": {"type": "array", "items": SELECTOR}},
        },
    },
}
ANNOTATIONS = {
    "type": "object",
    "required": ["@context", "id", "type", "items"],
    "properties": {
        "@context": {"type": "array", "contains": {"const": "http://www.w3.org/ns/anno.jsonld"}},
        "type": {"const": "AnnotationPage"},
        "items": {"type": "array", "items": ANNOTATION},
    },
}
DAY = {
    "type": "object",
    "required": ["year"],
    "properties": {
        "year": {"type": "integer"},
        "month": {"type": "integer", "minimum": 1, "maximum": 12},
        "day": {"type": "integer", "minimum": 1, "maximum": 31},
    },
    "additionalProperties": False,
}
WORDS = {"type": "object", "properties": {"headline": TEXT, "text": {"type": "string"}}, "additionalProperties": False}
SLIDE = {
    "type": "object",
    "required": ["start_date", "unique_id"],
    "properties": {
        "start_date": DAY,
        "end_date": DAY,
        "display_date": TEXT,
        "text": WORDS,
        "group": TEXT,
        "unique_id": TEXT,
    },
    "additionalProperties": False,
}
TIMELINE = {
    "type": "object",
    "required": ["events"],
    "properties": {
        "title": {"type": "object", "properties": {"text": WORDS}},
        "events": {"type": "array", "items": SLIDE},
        "scale": {"enum": ["human", "cosmological"]},
    },
    "additionalProperties": False,
}


@pytest.mark.parametrize(
    ("writer", "schema"), [(geojson, GEOJSON), (web_annotations, ANNOTATIONS), (timelinejs, TIMELINE)], ids=str
)
def test_a_form_is_that_of_its_standard(exported, writer, schema):
    told = json.loads(exported(writer.write)[0])
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(told)


def test_the_schemas_refuse_what_is_another_form(exported):
    told = json.loads(exported(geojson.write)[0])
    told["features"][0]["geometry"] = {"type": "Point", "coordinates": [0, 120]}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(GEOJSON).validate(told)
