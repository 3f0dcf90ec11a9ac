"""What linking makes of many accounts: events, entities and who copies whom."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.model.account import Label, Mention, Stage
from sayso.model.claim import Claim
from sayso.model.values import Place, When


class Role(StrEnum):
    """How an event stands to the case."""

    MAIN = "main"
    PART = "part"
    MENTIONED = "mentioned"


@dataclass(frozen=True, slots=True)
class Event:
    """A cluster of claims on one happening; `why` keeps what made its mentions one event, in words."""

    id: str
    type: str
    part: str | None
    stage: Stage
    title: str
    role: Role
    part_of: str | None
    when: When | None
    where: Place | None
    documents: tuple[str, ...]
    claims: tuple[str, ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entity:
    """What mentions share; `kind` is `person`, `organisation`, `place` or `group`."""

    id: str
    kind: str
    name: str
    aliases: tuple[str, ...]
    mentions: tuple[Mention, ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of one document that stands in another, too."""

    start: int
    end: int
    from_start: int
    from_end: int


@dataclass(frozen=True, slots=True)
class Lineage:
    """Who copies (`copies`) or cites (`cites`) whom; `from_source` names a source outside the case.

    `share` is the part of the document that the passages cover, 0 to 1.
    """

    id: str
    kind: str
    document: str
    from_document: str | None
    from_source: str | None
    spans: tuple[Passage, ...]
    share: float


@dataclass(frozen=True, slots=True)
class Linked:
    """What linking returns: the same claims with event and about joined, and all that was made of them."""

    claims: tuple[Claim, ...]
    events: tuple[Event, ...]
    entities: tuple[Entity, ...]
    lineage: tuple[Lineage, ...]
    labels: tuple[Label, ...]
