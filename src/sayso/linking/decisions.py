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


def ties_of(
    judgements: Iterable[Judgement],
    claims: Sequence[Claim],
    texts: Mapping[str, str],
    telling_of: Mapping[str, Key],
) -> Ties:
    """Read the decisions that speak of events; one that was taken back, or taken back and restored, counts as it stands.

    Args:
        judgements: oldest first.
        claims: all claims of the case.
        texts: document -> hash of its text.
        telling_of: claim id -> the telling it belongs to.
    """
    found = Anchors(claims, texts)
    same: list[tuple[Key, Key]] = []
    apart: set[frozenset[Key]] = set()
    moved: list[tuple[str, str]] = []
    for judgement in standing(judgements):
        targets = [claim for anchor in judgement.targets if (claim := found.claim(anchor)) in telling_of]
        told = [telling_of[claim] for claim in targets]
        if judgement.kind is JudgementKind.SAME_EVENT:
            same.extend((told[0], other) for other in told[1:])
        elif judgement.kind is JudgementKind.APART_EVENT:
            apart.update(frozenset((told[0], other)) for other in told[1:] if other != told[0])
        elif judgement.kind is JudgementKind.MOVE:
            moved.extend((claim, targets[-1]) for claim in targets[:-1])
    return Ties(tuple(same), frozenset(apart), tuple(moved))


def standing(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The decisions that are not taken back; taking back a taking back restores."""
    kept = tuple(judgements)
    undone: set[str] = set()
    for judgement in reversed(kept):
        if judgement.undoes is not None and judgement.id not in undone:
            undone.add(judgement.undoes)
    return tuple(judgement for judgement in kept if judgement.id not in undone)


class Anchors:
    """Finds the claim a decision was made on: by its id, else by text, place and slot."""

    __slots__ = ("_ids", "_places")

    def __init__(self, claims: Iterable[Claim], texts: Mapping[str, str]) -> None:
        self._ids = set()
        self._places: dict[tuple[str, int, int, str], str] = {}
        for claim in claims:
            self._ids.add(claim.id)
            self._places.setdefault((texts[claim.document], claim.start, claim.end, claim.slot), claim.id)

    def claim(self, anchor: Anchor) -> str:
        """The id of the claim, or an empty string where it is gone."""
        if anchor.claim in self._ids:
            return anchor.claim
        return self._places.get((anchor.text_sha256, anchor.start, anchor.end, anchor.slot), "")
