"""Floor 1: the domain's types, frozen and slotted, standard library only."""

from __future__ import annotations

from sayso.model.account import Account, Episode, Label, Mention, Refusal, Stage
from sayso.model.anchors import Anchors, anchor, in_force, orphans, standing
from sayso.model.case import CaseHeader
from sayso.model.claim import Attribution, Claim, Modality, Relation, Scope, claim_id
from sayso.model.document import Block, BlockKind, Document, Extent, Source, Span, Unread
from sayso.model.estimate import FINDING_KINDS, Bound, Estimate, Finding, Fused, Origin, Reading, Status, Verdict
from sayso.model.event import Entity, Event, Lineage, Linked, Passage, Role
from sayso.model.judgement import Anchor, Judgement, JudgementKind
from sayso.model.rows import from_row, to_row
from sayso.model.values import Actor, Duration, Figure, Place, Qualifier, Truth, Value, When, Words

__all__ = [
    "FINDING_KINDS",
    "Account",
    "Actor",
    "Anchor",
    "Anchors",
    "Attribution",
    "Block",
    "BlockKind",
    "Bound",
    "CaseHeader",
    "Claim",
    "Document",
    "Duration",
    "Entity",
    "Episode",
    "Estimate",
    "Event",
    "Extent",
    "Figure",
    "Finding",
    "Fused",
    "Judgement",
    "JudgementKind",
    "Label",
    "Lineage",
    "Linked",
    "Mention",
    "Modality",
    "Origin",
    "Passage",
    "Place",
    "Qualifier",
    "Reading",
    "Refusal",
    "Relation",
    "Role",
    "Scope",
    "Source",
    "Span",
    "Stage",
    "Status",
    "Truth",
    "Unread",
    "Value",
    "Verdict",
    "When",
    "Words",
    "anchor",
    "claim_id",
    "from_row",
    "in_force",
    "orphans",
    "standing",
    "to_row",
]
