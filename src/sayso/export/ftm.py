"""The case as FollowTheMoney entities, a JSON object a line: documents, persons, organisations, events and mentions.

Dates are partial ISO dates where the accounts say no more. Hedges and places in the text have no home in that model: the
annotations carry them, under the same ids of claims and documents.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from sayso.export.chronology import told_of
from sayso.export.left import Left
from sayso.export.told import Told, place_of, told, when_of
from sayso.model import Document, Entity, Event, Role, When
from sayso.store import View

# The kinds of entities to the schemata; groups of the text's own ("hostages") and places are no entities there.
_SCHEMATA = {"person": "Person", "organisation": "Organization"}
# ISO 639-1, as documents hold it, to the three letters that FollowTheMoney wants; of another language nothing is said.
_LANGUAGES = {
    "ar": "ara", "de": "deu", "en": "eng", "es": "spa", "fa": "fas", "fr": "fra", "hi": "hin", "id": "ind", "it": "ita",
    "ja": "jpn", "nl": "nld", "pl": "pol", "pt": "por", "ru": "rus", "sw": "swa", "tr": "tur", "uk": "ukr", "zh": "zho",
}  # fmt: skip
_ORGANIZER = ("perpetrator", "claimed_by")
_INVOLVED = ("leader", "negotiator", "victim")


def write(view: View, out: TextIO) -> tuple[Left, ...]:
    """Write the entities, a line each; events only mentioned, and what has no schema, are left out."""
    case = told(view)
    out.writelines(json.dumps(entity, sort_keys=True, ensure_ascii=False) + "\n" for entity in entities(case))
    return left(case)


def left(case: Told) -> tuple[Left, ...]:
    """Events that are only mentioned, and what the model has no schema for."""
    why = "only mentioned: it is another event than that of the case"
    passing = [Left(one.title, why) for one in case.events.values() if one.role is Role.MENTIONED]
    loose = [one for one in case.entities.values() if one.kind not in _SCHEMATA]
    return (*passing, *(Left(one.name, f"FollowTheMoney has no schema for a {one.kind}") for one in loose))


def entities(case: Told) -> Iterator[dict[str, Any]]:
    """The entities of a case: documents, who is named in them and where, events."""
    for document in case.documents.values():
        yield _document(case, document)
    for entity in case.entities.values():
        if entity.kind in _SCHEMATA:
            yield _made(entity.id, _SCHEMATA[entity.kind], name=[entity.name], alias=entity.aliases)
            yield from _mentions(case, entity)
    for event in case.events.values():
        if event.role is not Role.MENTIONED:
            yield _event(case, event)


def _document(case: Told, document: Document) -> dict[str, Any]:
    return _made(
        _id(document),
        "Article",
        title=[document.title],
        fileName=document.names,
        author=document.authors,
        publisher=[case.publishers.get(document.source or "")],
        sourceUrl=[document.url],
        publishedAt=[_date(document.published)],
        language=[_LANGUAGES.get(document.language)],
        bodyText=[document.text.strip()],
    )


def _mentions(case: Told, entity: Entity) -> Iterator[dict[str, Any]]:
    """Where a name stands: one mention a document."""
    names: dict[str, list[str]] = {}
    for mention in entity.mentions:
        names.setdefault(mention.document, []).append(mention.name)
    for name, said in names.items():
        document = _id(case.documents[name])
        yield _made(
            f"{entity.id}-in-{document}",
            "Mention",
            document=[document],
            name=said,
            resolved=[entity.id],
            detectedSchema=[_SCHEMATA[entity.kind]],
        )


def _event(case: Told, event: Event) -> dict[str, Any]:
    place = place_of(case, event)
    return _made(
        event.id,
        "Event",
        name=[event.title],
        date=[_date(event.when)],
        startDate=[_date(when_of(case, event, "date_start"))],
        endDate=[_date(when_of(case, event, "date_end"))],
        location=[place.text if place else None],
        country=[place.country.lower() if place and place.country else None],
        organizer=_actors(case, event, _ORGANIZER),
        involved=_actors(case, event, _INVOLVED),
        summary=[told_of(case, event)],
        notes=[case.disputes(event)],
        keywords=[event.type, event.part],
        proof=[_id(case.documents[name]) for name in event.documents],
    )


def _actors(case: Told, event: Event, slots: Iterable[str]) -> list[str]:
    """The ids of the persons and organisations that answer a slot of an event."""
    asked = [one.about for slot in slots for one in case.of(event, slot)]
    return [name for name in asked if name and name in case.entities and case.entities[name].kind in _SCHEMATA]


def _made(identity: str, schema: str, /, **properties: Iterable[str | None]) -> dict[str, Any]:
    """An entity with the properties that have values, each value once."""
    told = {key: list(dict.fromkeys(value for value in values if value)) for key, values in properties.items()}
    return {"id": identity, "schema": schema, "properties": {key: values for key, values in told.items() if values}}


def _id(document: Document) -> str:
    """An id that the model takes: it allows letters, digits, dots and hyphens alone, and a file's name may hold any sign."""
    return "d" + hashlib.sha256(f"{document.id}\n{document.sha256}".encode()).hexdigest()[:19]


def _date(when: When | None) -> str | None:
    """A date as sharp as it is: a year, a month or a day; None where it is a stretch of several.

    >>> from datetime import date
    >>> _date(When("1997-04", date(1997, 4, 1), date(1997, 4, 30), None, "last April"))
    '1997-04'
    """
    if when is None or when.earliest is None or when.latest is None:
        return None
    first, last = when.earliest.isoformat(), when.latest.isoformat()
    if first == last:
        return first
    if first[:7] == last[:7]:
        return first[:7]
    return first[:4] if first[:4] == last[:4] else None
