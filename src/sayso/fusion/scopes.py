"""What a figure counts: a part, others, or all. Figures of different scope never contradict each other."""

from __future__ import annotations

from sayso.model import Claim, Relation

# "the remaining 72" counts the same people as "72"; a part, the others and a running sum over events count different ones.
_OWN = frozenset({Relation.PART, Relation.OTHER, Relation.ADDITIONAL, Relation.CUMULATIVE})


def scope_of(claim: Claim) -> str:
    """The scope by which figures are told apart; empty for the whole."""
    if claim.scope is None or claim.scope.relation not in _OWN:
        return ""
    return claim.scope.relation.value


def is_rest(claim: Claim) -> bool:
    """Whether a figure counts what remained of a greater number."""
    return claim.scope is not None and claim.scope.relation is Relation.REMAINING
