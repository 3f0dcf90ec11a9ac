"""Whether a decision has anything to hold on to: names that can be one's, accounts that can share an origin, a finding.

What would change nothing is refused with what is missing, rather than kept and never heeded.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.errors import JudgementError
from sayso.model import Claim, Entity, JudgementKind
from sayso.store import View

_OF_NAMES = frozenset({JudgementKind.SAME_ENTITY, JudgementKind.APART_ENTITY})


def check_ground(view: View, kind: JudgementKind, claims: Sequence[Claim]) -> None:
    """Refuse a decision that nothing in the case could heed.

    Args:
        view: the case.
        kind: what is decided.
        claims: those it is about.

    Raises:
        JudgementError: no name, no second account, or no finding stands behind the claims.
    """
    if kind in _OF_NAMES:
        _check_names(view, kind, claims)
    elif kind is JudgementKind.SAME_ORIGIN and len({claim.document for claim in claims}) < 2:
        raise JudgementError(
            f"same_origin needs claims of two accounts or more; all these are of {claims[0].document!r}, which is one origin already"
        )
    elif kind is JudgementKind.DISMISS:
        _check_finding(view, claims)


def _check_names(view: View, kind: JudgementKind, claims: Sequence[Claim]) -> None:
    """Each claim names somebody, and what they name is of one kind."""
    entities = view.naming("entities", {claim.document for claim in claims})
    named = [(claim, _named_by(claim, entities)) for claim in claims]
    for claim, entity in named:
        if entity is None:
            quote = " ".join(claim.quote.split())
            raise JudgementError(
                f"{kind.value} needs claims that name a person, an organisation or a place; {claim.id} ({claim.slot}, “{quote}”) names "
                "none. Name claims of slots such as perpetrator, leader, place, or of one named victim"
            )
    kinds = sorted({_sort_of(entity) for _, entity in named if entity is not None})
    if len(kinds) > 1:
        told = ", ".join(f"“{entity.name}” ({entity.kind})" for _, entity in named if entity is not None)
        raise JudgementError(f"{kind.value} needs names of one kind; these are of {' and '.join(kinds)}: {told}")


def _sort_of(entity: Entity) -> str:
    """Groups and organisations are compared with each other."""
    return "organisation" if entity.kind == "group" else entity.kind


def _named_by(claim: Claim, entities: Sequence[Entity]) -> Entity | None:
    """The entity that a claim is about, or whose name is its value: the one that shares most with those words."""
    at = claim.about_span
    start, end = (at.start, at.end) if at is not None else (claim.start, claim.end)
    shared = {entity.id: max(_shared(entity, claim.document, start, end), default=0) for entity in entities}
    touching = [entity for entity in entities if shared[entity.id] > 0]
    return min(touching, key=lambda entity: (-shared[entity.id], entity.id), default=None)


def _shared(entity: Entity, document: str, start: int, end: int) -> list[int]:
    return [
        min(mention.end, end) - max(mention.start, start) for mention in entity.mentions if mention.document == document
    ]


def _check_finding(view: View, claims: Sequence[Claim]) -> None:
    """Some finding rests on just these claims."""
    wanted = {claim.id for claim in claims}
    events = sorted({claim.event for claim in claims if claim.event is not None})
    wholes = [whole for event in events if (whole := view.event(event).part_of) is not None]
    found = [one for event in dict.fromkeys((*events, *wholes)) for one in view.findings(event)]
    found.extend(view.naming("findings", {claim.document for claim in claims}))
    if any(set(one.claims) == wanted for one in found):
        return
    near = next((one for one in found if wanted < set(one.claims)), None)
    more = f"; “{near.message}” rests on {' '.join(near.claims)}" if near is not None else ""
    raise JudgementError(
        f"dismiss needs the claims that a finding rests on, all of them; no finding rests on just these{more}"
    )
