"""What one document says of one slot, tied to its exact words. A claim never changes once it is born.

Its id is a hash of what it is (document, span, slot, group, value, modality), never of what is later made of it (event,
entity, confidence, extractor).
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from enum import StrEnum

from sayso.model.document import Extent, Span
from sayso.model.rows import to_row
from sayso.model.values import Value, When


class Modality(StrEnum):
    """How the text stands to what it says."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    ALLEGED = "alleged"
    POSSIBLE = "possible"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"


class Relation(StrEnum):
    """How a count stands to another count ("5 *other* hostages", "three *of them*")."""

    ALL = "all"
    PART = "part"
    OTHER = "other"
    REMAINING = "remaining"
    ADDITIONAL = "additional"
    CUMULATIVE = "cumulative"


@dataclass(frozen=True, slots=True)
class Scope:
    """The relation of a count to another; `of` is that claim's id where it is known."""

    relation: Relation
    of: str | None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says so, by which cue, over which words.

    `kind` is `direct`, `indirect` or `hearsay`; `basis` is how the speaker could know: `present`, `party`, `official`,
    `unnamed`, `secondary` or `unknown`. Offsets are code points of the document; None where nothing stands there.
    """

    speaker: str
    entity: str | None
    cue: str
    kind: str
    basis: str
    speaker_start: int | None = None
    speaker_end: int | None = None
    cue_start: int | None = None
    cue_end: int | None = None
    content_start: int | None = None
    content_end: int | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """What one document says of one slot; the keys are those of the JSON form (docs/reference).

    Extraction leaves `event` and `about` None: linking joins them. `episode` is the number of the document's own event
    (`model/account.py`) that the claim tells of; `about_span` the words that name whom it is about.
    """

    id: str
    document: str
    start: int
    end: int
    quote: str
    spans: tuple[Span, ...]
    sentence: Extent
    block: int
    slot: str
    group: str | None
    value: Value
    modality: Modality
    polarity: bool
    attribution: tuple[Attribution, ...]
    scope: Scope | None
    as_of: When | None
    known_by: When | None
    put_forward_by: str | None
    extractor: str
    confidence: float | None
    episode: int
    about_span: Extent | None
    event: str | None = None
    about: str | None = None


def claim_id(  # noqa: PLR0913, PLR0917 - the parameters are what the id is made of
    sha256: str, start: int, end: int, slot: str, group: str | None, value: Value, modality: Modality
) -> str:
    """The id of a claim: twenty hexadecimal digits of the hash of what it is.

    Args:
        sha256: of the document's bytes.
        start: first code point of the words that carry the value.
        end: one past the last.
        slot: what is told.
        group: whom a count is about, or None.
        value: what is said.
        modality: how the text stands to it.
    """
    said = {key: part for key, part in to_row(value).items() if key != "entity"}
    told = json.dumps([sha256, start, end, slot, group, said, modality.value], sort_keys=True, ensure_ascii=False)
    return "c" + hashlib.sha256(told.encode()).hexdigest()[:19]
