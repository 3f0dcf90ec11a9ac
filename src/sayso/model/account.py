"""What one document tells, as extraction leaves it: a pure function of the document and the codebook's extraction part."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.claim import Claim
from sayso.model.document import Span
from sayso.model.values import Place, When


class Stage(StrEnum):
    """How far an event came."""

    ACCOMPLISHED = "accomplished"
    ATTEMPTED = "attempted"
    THREATENED = "threatened"
    PLANNED = "planned"


@dataclass(frozen=True, slots=True)
class Episode:
    """An event as one document tells it: its mentions gathered, before anything is known of other documents.

    Args:
        number: counted from 0 within the document, in order of first mention.
        type: an event type of the codebook.
        part: the name of the part this is (`takeover`, `raid`), or None.
        part_of: number of the whole within this document, or None.
        stage: how far it came.
        when: what the document says of its time, or None; where: of its place.
        triggers: the words that name it.
        is_passing: told in passing: another event than the document's own.
        weight: how much of the document tells of it (mentions; the title counts more).
    """

    number: int
    type: str
    part: str | None
    part_of: int | None
    stage: Stage
    title: str
    when: When | None
    where: Place | None
    triggers: tuple[Span, ...]
    is_passing: bool
    weight: float


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names a person, organisation, place or group; `name` is the normalised name."""

    document: str
    start: int
    end: int
    quote: str
    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class Label:
    """A word by which a document calls an actor or an act; `voice` is `own`, or the speaker it is quoted from."""

    entity: str | None
    group: str | None
    document: str
    term: str
    voice: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Refusal:
    """Words that look like a claim and were not taken, and why."""

    document: str
    start: int
    end: int
    quote: str
    slot: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Account:
    """All that one document tells. Claims are in the order of the case form, episodes by number."""

    document: str
    claims: tuple[Claim, ...]
    episodes: tuple[Episode, ...]
    mentions: tuple[Mention, ...]
    labels: tuple[Label, ...]
    refusals: tuple[Refusal, ...]
