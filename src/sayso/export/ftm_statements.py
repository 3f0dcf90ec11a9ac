"""The same FollowTheMoney entities as statements, one value a row, in CSV: who says it is its dataset.

What a single account holds (its text, the names in it) has that account's id as its dataset; what is weighed from several has `case`.
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from typing import Any, TextIO

from sayso.export import ftm
from sayso.export.left import Left
from sayso.export.told import told
from sayso.store import View

COLUMNS = (
    "canonical_id", "entity_id", "prop", "prop_type", "schema", "value", "dataset", "origin", "lang", "original_value",
    "external", "first_seen", "last_seen", "id",
)  # fmt: skip
_CASE = "case"
# The model's types of the properties that are written; all others are strings.
_TYPES = {
    "name": "name", "alias": "name", "sourceUrl": "url", "publishedAt": "date", "date": "date", "startDate": "date",
    "endDate": "date", "language": "language", "bodyText": "text", "summary": "text", "notes": "text", "document": "entity",
    "resolved": "entity", "organizer": "entity", "involved": "entity", "proof": "entity", "location": "address",
    "country": "country",
}  # fmt: skip


def write(view: View, out: TextIO) -> tuple[Left, ...]:
    """Write the statements; what has no schema is left out, as it is of the entities."""
    case = told(view)
    origin = f"sayso rules {view.header.extractors.get('rules', '')}".strip()
    table = csv.DictWriter(out, COLUMNS, dialect=csv.unix_dialect, quoting=csv.QUOTE_MINIMAL)
    table.writeheader()
    table.writerows(row for entity in ftm.entities(case) for row in _statements(entity, origin))
    return ftm.left(case)


def _statements(entity: dict[str, Any], origin: str) -> Iterator[dict[str, str]]:
    """The values of an entity, a row each."""
    properties = entity["properties"]
    dataset = entity["id"] if entity["schema"] == "Article" else next(iter(properties.get("document", ())), _CASE)
    for name, values in properties.items():
        for value in values:
            yield {
                "canonical_id": entity["id"],
                "entity_id": entity["id"],
                "prop": name,
                "prop_type": _TYPES.get(name, "string"),
                "schema": entity["schema"],
                "value": value,
                "dataset": dataset,
                "origin": origin,
                "external": "f",
                "id": statement_id(dataset, entity["id"], name, value),
            }


def statement_id(dataset: str, entity: str, name: str, value: str) -> str:
    """The id that the model gives a statement: a hash of what it says.

    >>> statement_id("case", "e1", "name", "Siege")[:8]
    '4cc381fc'
    """
    told = f"{dataset}.{entity}.{name}.{value}"
    return hashlib.sha1(told.encode(), usedforsecurity=False).hexdigest()
