"""What can be stated of a slot: readings that compete, best, low and high under a house rule, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from sayso.model.values import Value

Bound: TypeAlias = float | date | None


class Status(StrEnum):
    """How the accounts stand to each other on one slot; in order of precedence, the first that holds."""

    SETTLED = "settled"
    DENIED = "denied"
    ALLEGED = "alleged"
    LISTED = "listed"
    CONTESTED = "contested"
    OUTLIER = "outlier"
    UPDATED = "updated"
    SCOPED = "scoped"
    AGREED = "agreed"
    COARSER = "coarser"
    SINGLE = "single"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Origin:
    """A root of testimony: documents that cannot be told apart as witnesses.

    `basis` is `none_found` (no copying found, which proves nothing), `shared_passage` or `cites`.
    """

    documents: tuple[str, ...]
    basis: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One of the values that compete for a slot; `fits` lists the sharper readings a coarser one leaves room for."""

    value: Value
    claims: tuple[str, ...]
    documents: tuple[str, ...]
    origins: tuple[Origin, ...]
    fits: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one house rule gives for a slot; `not_covered` where the rule does not speak of it."""

    best: Value | None
    low: Bound
    high: Bound
    why: str
    not_covered: bool


@dataclass(frozen=True, slots=True)
class Estimate:
    """What can be stated of one slot of one event, for one group or one actor (`about`)."""

    id: str
    event: str
    slot: str
    group: str | None
    about: str | None
    status: Status
    also: tuple[Status, ...]
    best: Value | None
    low: Bound
    high: Bound
    rule: str
    why: str
    by_rule: Mapping[str, Verdict]
    derived_from: tuple[str, ...]
    rolls_up: bool
    readings: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a reader must know, in a sentence; `claims` is the smallest set that shows it."""

    id: str
    kind: str
    event: str | None
    message: str
    claims: tuple[str, ...]
    documents: tuple[str, ...]


FINDING_KINDS = (
    "contradiction",
    "impossible",
    "loose",
    "outlier",
    "typo",
    "copy",
    "single_origin",
    "modality",
    "self_contradiction",
    "anachronism",
)


@dataclass(frozen=True, slots=True)
class Fused:
    """What fusion returns."""

    estimates: tuple[Estimate, ...]
    findings: tuple[Finding, ...]
