"""The claims as W3C Web Annotations (JSON-LD): one page of annotations, each with the place of its words and what they say.

The words are found twice over, by position in the stored text and by quote with what stands around it; the hash of the text
says which text was meant. The last body holds the claim in the case's own form, so that it can be read back.
"""

from __future__ import annotations

import json
from typing import Any, TextIO

from sayso.export.told import Told, told
from sayso.model import Claim, Document, to_row
from sayso.store import View

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"sayso": "urn:sayso:"}]
# Characters on either side of a quote.
_AROUND = 32


def write(view: View, out: TextIO) -> None:
    """Write one annotation page, an annotation a line, claim by claim."""
    case = told(view)
    out.write(f'{{"@context": {_json(CONTEXT)},\n"type": "AnnotationPage",\n"id": "urn:sayso:claims",\n"items": [')
    separator = "\n"
    for claim in view.claims():
        out.write(separator + _json(annotation(case, claim)))
        separator = ",\n"
    out.write("\n]}\n")


def annotation(case: Told, claim: Claim) -> dict[str, Any]:
    """One claim as an annotation."""
    document = case.documents[claim.document]
    return {
        "type": "Annotation",
        "id": f"urn:sayso:claim:{claim.id}",
        "motivation": ["tagging", "describing"],
        "generator": {"type": "Software", "id": f"urn:sayso:extractor:{claim.extractor}", "name": claim.extractor},
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": claim.slot},
            *([{"type": "TextualBody", "purpose": "tagging", "value": claim.group}] if claim.group else []),
            {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": claim.value.text},
            {
                "type": "TextualBody",
                "purpose": "classifying",
                "format": "application/json",
                "value": _json(_form(claim)),
            },
        ],
        "target": {
            "source": document.url or f"urn:sayso:document:{document.id}",
            "selector": [
                {"type": "TextPositionSelector", "start": claim.start, "end": claim.end},
                {"type": "TextQuoteSelector", **_quote(document, claim)},
            ],
            "sayso:document": document.id,
            "sayso:textSha256": document.text_sha256,
        },
    }


def _quote(document: Document, claim: Claim) -> dict[str, str]:
    text = document.text
    return {
        "exact": claim.quote,
        "prefix": text[max(0, claim.start - _AROUND) : claim.start],
        "suffix": text[claim.end : claim.end + _AROUND],
    }


def _form(claim: Claim) -> Any:
    """The claim in the case's own form, without what linking joins."""
    row = to_row(claim)
    return {key: part for key, part in row.items() if key not in ("event", "about")}


def _json(row: object) -> str:
    return json.dumps(row, sort_keys=True, ensure_ascii=False)
