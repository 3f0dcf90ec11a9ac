"""The case as GeoJSON (RFC 7946): a feature for each event, its point where one is known; longitude stands first."""

from __future__ import annotations

from typing import Any, TextIO

from sayso.export.left import Left
from sayso.export.sides import sides
from sayso.export.told import Told, passing, place_of, told
from sayso.export.writing import write_object
from sayso.model import Event, Role
from sayso.store import View


def write(view: View, out: TextIO) -> tuple[Left, ...]:
    """Write one feature collection; events without a point are features without a geometry, those only mentioned are none.

    Returns:
        What was left out, and the events that no map will show.
    """
    case = told(view)
    events = (event for event in case.events.values() if event.role is not Role.MENTIONED)
    write_object(out, {"type": "FeatureCollection"}, "features", (_feature(case, event) for event in events))
    return passing(case)


def _feature(case: Told, event: Event) -> dict[str, Any]:
    place = place_of(case, event)
    has_point = place is not None and place.latitude is not None and place.longitude is not None
    point = {"type": "Point", "coordinates": [place.longitude, place.latitude]} if place and has_point else None
    return {"type": "Feature", "id": event.id, "geometry": point, "properties": _properties(case, event)}


def _properties(case: Told, event: Event) -> dict[str, Any]:
    place = place_of(case, event)
    return {
        "title": event.title,
        "type": event.type,
        "part": event.part,
        "part_of": event.part_of,
        "stage": event.stage.value,
        "date": event.when.edtf if event.when else None,
        "place": place.name if place else None,
        "inside": list(place.inside) if place else [],
        "country": place.country if place else None,
        "precision": place.precision if place else None,
        "killed": _toll(case, event, "killed"),
        "injured": _toll(case, event, "injured"),
        "sources": [case.publisher(name) for name in event.documents],
        "dispute": case.disputes(event) or None,
    }


def _toll(case: Told, event: Event, slot: str) -> dict[str, int] | None:
    """The people of a slot with their bounds, or None where none are told of."""
    if not case.of(event, slot):
        return None
    total = sides(case, event, slot, case.view.header.rule).total
    return {"best": total.best, "low": total.low, "high": total.high}
