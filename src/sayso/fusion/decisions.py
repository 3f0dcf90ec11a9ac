"""What people decided that fusion must follow. Judgements that are undone, or whose claims are gone, do nothing here."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from sayso.model import Claim, Document, Judgement, JudgementKind, Value, in_force

Asking = TypeVar("Asking", bound=Hashable)

_WEIGHED = (JudgementKind.ACCEPT, JudgementKind.REJECT, JudgementKind.CORRECT)


@dataclass(frozen=True, slots=True)
class Settlement:
    """A decision with the present ids of the claims it was made on."""

    judgement: Judgement
    claims: frozenset[str]


@dataclass(frozen=True, slots=True)
class Decisions:
    """The decisions in force.

    Args:
        accepted: ids of claims that count as they stand, whatever else speaks against them.
        rejected: ids of claims that are not to count.
        corrected: claim id -> the value it should have.
        settlements: what settles a question, oldest first.
        same_origin: sets of documents that a person called one origin.
        dismissed: sets of claims whose findings are not to be shown.
    """

    accepted: frozenset[str] = frozenset()
    rejected: frozenset[str] = frozenset()
    corrected: Mapping[str, Value] = field(default_factory=dict)
    settlements: tuple[Settlement, ...] = ()
    same_origin: tuple[frozenset[str], ...] = ()
    dismissed: frozenset[frozenset[str]] = frozenset()


def decisions(judgements: Iterable[Judgement], claims: Sequence[Claim], documents: Sequence[Document]) -> Decisions:
    """Read the decisions in force; of two on one claim, the later holds.

    Args:
        judgements: oldest first.
        claims: all claims of the case.
        documents: theirs.
    """
    of = {claim.id: claim.document for claim in claims}
    accepted: set[str] = set()
    rejected: set[str] = set()
    corrected: dict[str, Value] = {}
    told: defaultdict[JudgementKind, list[Settlement]] = defaultdict(list)
    for judgement in in_force(judgements, claims, documents):
        ids = frozenset(target.claim for target in judgement.targets)
        told[judgement.kind].append(Settlement(judgement, ids))
        if judgement.kind in _WEIGHED:
            _weigh(judgement, ids, (accepted, rejected), corrected)
    return Decisions(
        frozenset(accepted),
        frozenset(rejected),
        corrected,
        tuple(told[JudgementKind.SETTLE]),
        tuple(frozenset(of[one] for one in same.claims) for same in told[JudgementKind.SAME_ORIGIN]),
        frozenset(one.claims for one in told[JudgementKind.DISMISS]),
    )


def settled(settlements: Iterable[Settlement], asked: Mapping[Asking, Sequence[Claim]]) -> dict[Asking, Judgement]:
    """Which question each settlement answers: the one that holds most of its claims, then the smallest.

    A figure that rolls up its parts' is another question than the part's own. Where both rest on the same claims, both
    are settled. The latest decision on a question holds.
    """
    of: defaultdict[str, list[Asking]] = defaultdict(list)
    for question, claims in asked.items():
        for claim in claims:
            of[claim.id].append(question)
    answers: dict[Asking, Judgement] = {}
    for one in settlements:
        shared = Counter(question for claim in sorted(one.claims) for question in of[claim])
        ranks = {question: (-count, len(asked[question])) for question, count in shared.items()}
        best = min(ranks.values(), default=None)
        answers.update({question: one.judgement for question, rank in ranks.items() if rank == best})
    return answers


def _weigh(
    judgement: Judgement, ids: frozenset[str], sides: tuple[set[str], set[str]], corrected: dict[str, Value]
) -> None:
    """Take one decision on single claims; each takes the place of what was decided on them before."""
    accepted, rejected = sides
    accepted -= ids
    rejected -= ids
    for claim in ids:
        corrected.pop(claim, None)
    if judgement.kind is JudgementKind.REJECT:
        rejected |= ids
        return
    # A value that a person put right is no slip any more.
    accepted |= ids
    if judgement.kind is JudgementKind.CORRECT and judgement.value is not None:
        corrected.update(dict.fromkeys(sorted(ids), judgement.value))
