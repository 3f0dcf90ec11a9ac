"""What a figure counts: a part, others, or all. Figures of different scope never contradict each other."""

from __future__ import annotations

import re

from sayso.model import Claim, Figure, Relation

_NUMERAL = re.compile(r"\d|\b(?:one|single|only|sole|lone)\b", re.IGNORECASE)
# "the remaining 72" counts the same people as "72"; a part, the others and a running sum over events count different ones.
_OWN = frozenset({Relation.PART, Relation.OTHER, Relation.ADDITIONAL, Relation.CUMULATIVE})


def scope_of(claim: Claim) -> str:
    """The scope by which figures are told apart; empty for the whole."""
    if claim.scope is None or claim.scope.relation not in _OWN:
        return ""
    return claim.scope.relation.value


def is_one_of(claim: Claim) -> bool:
    """Whether a figure is one person told of ("a guerrilla", a name), which counts nobody else out."""
    value = claim.value
    return isinstance(value, Figure) and value.low == value.high == 1 and _NUMERAL.search(value.text) is None


def is_rest(claim: Claim) -> bool:
    """Whether a figure counts what remained of a greater number."""
    return claim.scope is not None and claim.scope.relation is Relation.REMAINING
