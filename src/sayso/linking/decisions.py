"""What people decided about events: claims that must or must not tell of one event.

A judgement's targets are claims; they tie the episodes they tell of. One that is undone, or whose claims are gone, does
nothing here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.linking.tellings import Key, Telling
from sayso.model import Judgement, JudgementKind

_TYING = (JudgementKind.SAME_EVENT, JudgementKind.APART_EVENT)


@dataclass(frozen=True, slots=True)
class Ties:
    """Pairs of tellings that are one event, pairs that are not, and claims that were moved beside another claim."""

    same: tuple[tuple[Key, Key], ...] = ()
    apart: frozenset[frozenset[Key]] = frozenset()
    moved: tuple[tuple[str, str], ...] = ()

    def part(self, one: Sequence[Telling], other: Sequence[Telling]) -> bool:
        """Whether a person parted any member of one cluster from any of the other."""
        return bool(self.apart) and any(frozenset((a.key, b.key)) in self.apart for a in one for b in other)


def ties_of(judgements: Iterable[Judgement], telling_of: Mapping[str, Key]) -> Ties:
    """Read the decisions that speak of events; of two that part and tie the same tellings, the later holds.

    Args:
        judgements: those in force, oldest first, tied to the claims of the case.
        telling_of: claim id -> the telling it belongs to.
    """
    pairs: dict[frozenset[Key], tuple[JudgementKind, Key, Key]] = {}
    moved: dict[str, str] = {}
    for judgement in judgements:
        targets = [anchor.claim for anchor in judgement.targets if anchor.claim in telling_of]
        told = [telling_of[claim] for claim in targets]
        if judgement.kind in _TYING:
            named = ((judgement.kind, told[0], other) for other in told[1:] if other != told[0])
            # A later decision takes its place at the end, too.
            for kind, one, other in named:
                pairs.pop(frozenset((one, other)), None)
                pairs[frozenset((one, other))] = kind, one, other
        elif judgement.kind is JudgementKind.MOVE:
            moved.update(dict.fromkeys(targets[:-1], targets[-1]))
    same = tuple((one, other) for kind, one, other in pairs.values() if kind is JudgementKind.SAME_EVENT)
    apart = frozenset(pair for pair, (kind, _, _) in pairs.items() if kind is JudgementKind.APART_EVENT)
    return Ties(same, apart, tuple(moved.items()))
