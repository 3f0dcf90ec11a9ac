"""A person's decision: an append-only row with anchors that survive rebuilds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.values import Value


class JudgementKind(StrEnum):
    """What a person can decide."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    MOVE = "move"
    SAME_EVENT = "same_event"
    APART_EVENT = "apart_event"
    SAME_ENTITY = "same_entity"
    APART_ENTITY = "apart_entity"
    SETTLE = "settle"
    SAME_ORIGIN = "same_origin"
    DISMISS = "dismiss"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A claim as it was seen when it was judged, so that it can be found again after a new extraction."""

    claim: str
    text_sha256: str
    start: int
    end: int
    quote: str
    before: str
    after: str
    slot: str
    group: str | None
    value: Value


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision; `at` is UTC in ISO 8601, `undoes` the id of the judgement it takes back, or None."""

    id: str
    kind: JudgementKind
    by: str
    at: str
    why: str
    undoes: str | None
    targets: tuple[Anchor, ...]
    value: Value | None
