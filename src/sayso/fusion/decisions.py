"""What people decided that fusion must follow. Judgements that are undone, or whose claims are gone, do nothing here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.model import Anchor, Claim, Document, Judgement, JudgementKind, Value


@dataclass(frozen=True, slots=True)
class Decisions:
    """The decisions in force.

    Args:
        rejected: ids of claims that are not to count.
        corrected: claim id -> the value it should have.
        settled: claim id -> the judgement that settles its question.
        same_origin: sets of documents that a person called one origin.
        dismissed: sets of claims whose findings are not to be shown.
    """

    rejected: frozenset[str] = frozenset()
    corrected: Mapping[str, Value] = field(default_factory=dict)
    settled: Mapping[str, Judgement] = field(default_factory=dict)
    same_origin: tuple[frozenset[str], ...] = ()
    dismissed: frozenset[frozenset[str]] = frozenset()


def decisions(judgements: Iterable[Judgement], claims: Sequence[Claim], documents: Sequence[Document]) -> Decisions:
    """Read the decisions in force; of two on one claim, the later holds.

    Args:
        judgements: oldest first.
        claims: all claims of the case.
        documents: theirs.
    """
    told = tuple(judgements)
    undone = {judgement.undoes for judgement in told}
    by_id = {claim.id: claim for claim in claims}
    hashes = {document.id: document.text_sha256 for document in documents}
    by_place = {(hashes.get(claim.document), claim.start, claim.end, claim.slot): claim for claim in claims}
    rejected: set[str] = set()
    corrected: dict[str, Value] = {}
    settled: dict[str, Judgement] = {}
    same_origin: list[frozenset[str]] = []
    dismissed: set[frozenset[str]] = set()
    for judgement in told:
        found = [claim for anchor in judgement.targets if (claim := _tied(anchor, by_id, by_place)) is not None]
        if judgement.id in undone or not found:
            continue
        ids = [claim.id for claim in found]
        if judgement.kind is JudgementKind.REJECT:
            rejected.update(ids)
        elif judgement.kind is JudgementKind.ACCEPT:
            rejected.difference_update(ids)
        elif judgement.kind is JudgementKind.CORRECT and judgement.value is not None:
            corrected.update(dict.fromkeys(ids, judgement.value))
        elif judgement.kind is JudgementKind.SETTLE:
            settled.update(dict.fromkeys(ids, judgement))
        elif judgement.kind is JudgementKind.SAME_ORIGIN:
            same_origin.append(frozenset(claim.document for claim in found))
        elif judgement.kind is JudgementKind.DISMISS:
            dismissed.add(frozenset(ids))
    return Decisions(frozenset(rejected), corrected, settled, tuple(same_origin), frozenset(dismissed))


_Place = tuple[str | None, int, int, str]


def _tied(anchor: Anchor, by_id: Mapping[str, Claim], by_place: Mapping[_Place, Claim]) -> Claim | None:
    return by_id.get(anchor.claim) or by_place.get((anchor.text_sha256, anchor.start, anchor.end, anchor.slot))
