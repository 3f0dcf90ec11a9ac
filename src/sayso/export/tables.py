"""The case as five tables, claims, estimates, events, documents and persons: one row each, columns in a fixed order.

The types are those of the columns: text, whole number (`int`), number (`float`), date, or truth (`bool`). Both `csv` and
`parquet` write them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sayso.errors import UnknownNameError
from sayso.export.told import Told, told
from sayso.model import Claim, Document, Entity, Estimate, Event, Reading, Value, to_row
from sayso.store import View

Row = Mapping[str, object]

# What a value holds, kind by kind; `value` is the words it was told in.
_VALUE: Mapping[str, type] = {
    "kind": str, "value": str, "low": float, "high": float, "unit": str, "qualifier": str, "edtf": str, "earliest": str,
    "latest": str, "time": str, "name": str, "inside": str, "country": str, "latitude": float, "longitude": float,
    "precision": int, "holds": bool,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its columns with their types, and how its rows are made."""

    columns: Mapping[str, type]
    rows: Callable[[View], Iterator[Row]]


def table(name: str) -> Table:
    """The table of a name.

    Raises:
        UnknownNameError: there is none; the message says which exist.
    """
    if name not in TABLES:
        raise UnknownNameError("table", name, tuple(TABLES))
    return TABLES[name]


def _claims(view: View) -> Iterator[Row]:
    case = told(view)
    return (claim_row(claim, case) for claim in view.claims())


def claim_row(claim: Claim, case: Told) -> Row:
    """A claim as a row of its table."""
    document = case.documents[claim.document]
    block = document.blocks[claim.block] if claim.block < len(document.blocks) else None
    event = case.events.get(claim.event or "")
    said = claim.attribution[0] if claim.attribution else None
    return {
        "id": claim.id,
        "document": claim.document,
        "publisher": case.publisher(claim.document),
        "start": claim.start,
        "end": claim.end,
        "quote": claim.quote,
        "sentence": " ".join(document.text[claim.sentence.start : claim.sentence.end].split()),
        "paragraph": block.paragraph if block else None,
        "page": block.page if block else None,
        "place_in_file": block.place if block else None,
        "event": claim.event,
        "event_title": event.title if event else None,
        "part": event.part if event else None,
        "slot": claim.slot,
        "group": claim.group,
        "about": claim.about,
        "about_name": case.entity_name(claim.about),
        **_value(claim.value),
        "modality": claim.modality.value,
        "polarity": claim.polarity,
        "speaker": said.speaker if said else None,
        "cue": said.cue if said else None,
        "speech": said.kind if said else None,
        "basis": said.basis if said else None,
        "put_forward_by": claim.put_forward_by,
        "scope": claim.scope.relation.value if claim.scope else None,
        "scope_of": claim.scope.of if claim.scope else None,
        "as_of": claim.as_of.edtf if claim.as_of else None,
        "known_by": claim.known_by.edtf if claim.known_by else None,
        "extractor": claim.extractor,
        "confidence": claim.confidence,
    }


def _estimates(view: View) -> Iterator[Row]:
    case = told(view)
    return (_estimate(estimate, case) for estimate in view.each("estimates"))


def _estimate(estimate: Estimate, case: Told) -> Row:
    event = case.events.get(estimate.event)
    best = _value(estimate.best) if estimate.best is not None else {}
    return {
        "id": estimate.id,
        "event": estimate.event,
        "event_title": event.title if event else None,
        "part": event.part if event else None,
        "slot": estimate.slot,
        "group": estimate.group,
        "about": estimate.about,
        "about_name": case.entity_name(estimate.about),
        "status": estimate.status.value,
        "also": _joined(status.value for status in estimate.also),
        "kind": best.get("kind"),
        "best": best.get("value"),
        "best_low": best.get("low"),
        "best_high": best.get("high"),
        "low": to_text(estimate.low),
        "high": to_text(estimate.high),
        "unit": best.get("unit"),
        "rule": estimate.rule,
        "why": estimate.why,
        "readings": _joined(_reading(reading) for reading in estimate.readings),
        "origins": sum(len(reading.origins) for reading in estimate.readings),
        "documents": _joined(sorted({name for reading in estimate.readings for name in reading.documents})),
        "derived_from": _joined(estimate.derived_from),
        "rolls_up": estimate.rolls_up,
    }


def _reading(reading: Reading) -> str:
    return f"{reading.value.text} [{', '.join(reading.documents)}]"


def _events(view: View) -> Iterator[Row]:
    return (_event(event) for event in view.each("events"))


def _event(event: Event) -> Row:
    when, where = event.when, event.where
    return {
        "id": event.id,
        "type": event.type,
        "part": event.part,
        "stage": event.stage.value,
        "role": event.role.value,
        "part_of": event.part_of,
        "title": event.title,
        "edtf": when.edtf if when else None,
        "earliest": to_text(when.earliest) if when else None,
        "latest": to_text(when.latest) if when else None,
        "place": where.name if where else None,
        "inside": _joined(where.inside) if where else None,
        "country": where.country if where else None,
        "latitude": where.latitude if where else None,
        "longitude": where.longitude if where else None,
        "precision": where.precision if where else None,
        "documents": _joined(event.documents),
        "claims": len(event.claims),
    }


def _documents(view: View) -> Iterator[Row]:
    case = told(view)
    return (_document(document, case) for document in case.documents.values())


def _document(document: Document, case: Told) -> Row:
    published = document.published
    return {
        "id": document.id,
        "files": _joined(document.names),
        "title": document.title,
        "publisher": case.publishers.get(document.source or ""),
        "authors": _joined(document.authors),
        "url": document.url,
        "published": published.edtf if published else None,
        "retrieved": document.retrieved,
        "language": document.language,
        "kind": document.kind,
        "characters": len(document.text),
        "sha256": document.sha256,
        "text_sha256": document.text_sha256,
    }


def _persons(view: View) -> Iterator[Row]:
    case = told(view)
    told_of: dict[str, list[str]] = {}
    for claim in view.claims():
        if claim.about is not None:
            told_of.setdefault(claim.about, []).append(claim.slot)
    persons = (one for one in case.entities.values() if one.kind == "person")
    return (_person(one, told_of.get(one.id, [])) for one in persons)


def _person(person: Entity, slots: list[str]) -> Row:
    return {
        "id": person.id,
        "name": person.name,
        "aliases": _joined(person.aliases),
        "mentions": len(person.mentions),
        "documents": _joined(sorted({mention.document for mention in person.mentions})),
        "told_of": _joined(sorted(set(slots))),
    }


def _value(value: Value) -> dict[str, Any]:
    """A value's parts in columns of their own; what its kind does not hold stays empty."""
    row: dict[str, Any] = to_row(value)
    row["value"] = row.pop("text")
    row.pop("entity", None)
    if "inside" in row:
        row["inside"] = _joined(row["inside"])
    return row


def _joined(parts: Any) -> str | None:
    """Several things in one cell, parted by `; `; None where there are none."""
    return "; ".join(parts) or None


def to_text(bound: object) -> str | None:
    """A bound, number or date, as text; whole numbers without decimals."""
    if bound is None:
        return None
    return str(int(bound)) if isinstance(bound, float) and bound.is_integer() else str(bound)


def _texts(names: str) -> dict[str, type]:
    return dict.fromkeys(names.split(), str)


TABLES: Mapping[str, Table] = {
    "claims": Table(
        {
            **_texts("id document publisher"), "start": int, "end": int, **_texts("quote sentence"), "paragraph": int,
            "page": int, **_texts("place_in_file event event_title part slot group about about_name"), **_VALUE, "modality": str,
            "polarity": bool, **_texts("speaker cue speech basis put_forward_by scope scope_of as_of known_by extractor"),
            "confidence": float,
        },
        _claims,
    ),
    "estimates": Table(
        {
            **_texts("id event event_title part slot group about about_name status also kind best"), "best_low": float,
            "best_high": float, **_texts("low high unit rule why readings"), "origins": int,
            **_texts("documents derived_from"), "rolls_up": bool,
        },
        _estimates,
    ),
    "events": Table(
        {
            **_texts("id type part stage role part_of title edtf earliest latest place inside country"), "latitude": float,
            "longitude": float, "precision": int, "documents": str, "claims": int,
        },
        _events,
    ),
    "documents": Table(
        {
            **_texts("id files title publisher authors url published retrieved language kind"), "characters": int,
            **_texts("sha256 text_sha256"),
        },
        _documents,
    ),
    "persons": Table({**_texts("id name aliases"), "mentions": int, **_texts("documents told_of")}, _persons),
}  # fmt: skip
