"""What people decided about events: claims that must or must not tell of one event.

A judgement's targets are claims; they tie the episodes they tell of. One that is undone, or whose claims are gone, does
nothing here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.linking.tellings import Key, Telling
from sayso.model import Anchor, Claim, Judgement, JudgementKind


@dataclass(frozen=True, slots=True)
class Ties:
    """Pairs of tellings that are one event, pairs that are not, and claims that were moved beside another claim."""

    same: tuple[tuple[Key, Key], ...] = ()
    apart: frozenset[frozenset[Key]] = frozenset()
    moved: tuple[tuple[str, str], ...] = ()

    def part(self, one: Sequence[Telling], other: Sequence[Telling]) -> bool:
        """Whether a person parted any member of one cluster from any of the other."""
        return bool(self.apart) and any(frozenset((a.key, b.key)) in self.apart for a in one for b in other)


def ties_of(judgements: Iterable[Judgement], claims: Sequence[Claim], telling_of: Mapping[str, Key]) -> Ties:
    """Read the decisions that speak of events.

    Args:
        judgements: oldest first.
        claims: all claims of the case.
        telling_of: claim id -> the telling it belongs to.
    """
    judgements = tuple(judgements)
    undone = {judgement.undoes for judgement in judgements}
    held = [judgement for judgement in judgements if judgement.id not in undone]
    same: list[tuple[Key, Key]] = []
    apart: set[frozenset[Key]] = set()
    moved: list[tuple[str, str]] = []
    by_id = {claim.id: claim for claim in claims}
    for judgement in held:
        found = [claim.id for anchor in judgement.targets if (claim := _anchored(anchor, by_id)) is not None]
        told = [telling_of[claim] for claim in found]
        if judgement.kind is JudgementKind.SAME_EVENT:
            same.extend((told[0], other) for other in told[1:])
        elif judgement.kind is JudgementKind.APART_EVENT:
            apart.update(frozenset((told[0], other)) for other in told[1:] if other != told[0])
        elif judgement.kind is JudgementKind.MOVE and len(found) > 1:
            moved.extend((claim, found[-1]) for claim in found[:-1])
    return Ties(tuple(same), frozenset(apart), tuple(moved))


def _anchored(anchor: Anchor, by_id: Mapping[str, Claim]) -> Claim | None:
    return by_id.get(anchor.claim)
