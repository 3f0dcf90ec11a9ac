"""Figures that are parts of a greater one the same account tells: "five were hurt ... two of the wounded ... a man".

An account opens with the whole and goes on to its parts. A figure near the whole is none of them: there the account may
contradict itself, and that is for fusion to say.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeAlias

from sayso.model import Claim, Figure, Modality, Qualifier, Relation, Scope

#: Whom harm befell, and how: those shot or hit are a whole to the injured, too.
_HARM = ("killed", "injured", "casualties")
_STATE = re.compile(r"\b(?:government|ministry|regime|junta|presidency|army|military)\b", re.IGNORECASE)
_HELD = (Modality.ASSERTED, Modality.REPORTED)
#: Shares of the whole up to which a figure is a part: of a few people most may be told apart, of many only some.
_FEW, _OF_FEW, _OF_MANY = 12, 0.75, 0.5

_Key: TypeAlias = tuple[int | None, str, str | None]
#: The claim of a whole, and whether what stands before it may be a part of it, too.
_Whole: TypeAlias = tuple[Claim, bool]


def with_parts(made: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims, those that count a part of what the account tells as a whole marked so."""
    told: defaultdict[_Key, list[Claim]] = defaultdict(list)
    others: defaultdict[_Key, list[Claim]] = defaultdict(list)
    for claim in made:
        if _is_plain(claim):
            told[claim.episode, claim.slot, claim.group].append(claim)
        elif _is_of_others(claim):
            others[claim.episode, claim.slot, claim.group].append(claim)
    wholes = {key: whole for key, claims in told.items() if (whole := _whole(claims, others[key])) is not None}
    if not wholes:
        return tuple(made)
    return tuple(_marked(claim, wholes, told) if _is_plain(claim) else claim for claim in made)


def _is_plain(claim: Claim) -> bool:
    """A count of people harmed, held to be so, that neither stands to another figure nor to a moment."""
    if claim.slot not in _HARM or claim.scope is not None or claim.as_of is not None or claim.about_span is not None:
        return False
    return claim.polarity and claim.modality in _HELD and _count(claim) > 0


def _is_of_others(claim: Claim) -> bool:
    """A count of those beside the ones told before ("two others were wounded")."""
    is_other = claim.scope is not None and claim.scope.relation is Relation.OTHER
    return is_other and _is_plain(replace(claim, scope=None))


def _count(claim: Claim) -> float:
    """The exact number told; 0 where none is."""
    value = claim.value
    exact = isinstance(value, Figure) and value.qualifier is Qualifier.EXACT and value.low == value.high
    return float(value.low or 0) if exact and isinstance(value, Figure) else 0.0


def _whole(claims: Sequence[Claim], others: Sequence[Claim]) -> _Whole | None:
    """The greatest figure, where the account opens with it, tells it more than once, or it is that of some and the others."""
    first = min(claims, key=lambda claim: claim.start)
    greatest = max(_count(claim) for claim in claims)
    told = [claim for claim in claims if _count(claim) == greatest]
    is_sum = any(
        one.sentence == other.sentence and _count(one) + _count(other) == greatest for one in claims for other in others
    )
    if greatest < 2 or (_count(first) != greatest and len(told) < 2 and not is_sum):
        return None
    return min(told, key=lambda claim: claim.start), is_sum


def _marked(claim: Claim, wholes: dict[_Key, _Whole], told: dict[_Key, list[Claim]]) -> Claim:
    whole = wholes.get((claim.episode, claim.slot, claim.group))
    if whole is not None and _is_part(claim, whole, _count(whole[0])):
        return replace(claim, scope=Scope(Relation.PART, whole[0].id))
    hit = wholes.get((claim.episode, "casualties", claim.group)) if claim.slot == "injured" else None
    if hit is not None:
        dead = _most(told.get((claim.episode, "killed", claim.group), ()))
        if _is_part(claim, hit, _count(hit[0]) - dead):
            return replace(claim, scope=Scope(Relation.PART, hit[0].id))
    return claim


def _most(claims: Iterable[Claim]) -> float:
    return max((_count(claim) for claim in claims), default=0.0)


def _is_part(claim: Claim, of: _Whole, count: float) -> bool:
    """Does a figure that follows the whole, or that it sums up, count some of those whom it counts?"""
    whole, is_sum = of
    if _is_disputed(claim, whole):
        return False
    share = _OF_FEW if count <= _FEW else _OF_MANY
    return (claim.start > whole.start or is_sum) and _count(claim) <= share * count


def _is_disputed(claim: Claim, whole: Claim) -> bool:
    """ "Its fighters had killed 27 ... the army says three died": what another says against a party is no part of its figure.

    Nor is what a state says against the account itself ("At least five died ... the government says one did").
    """
    voices = [one.attribution[0] for one in (claim, whole) if one.attribution]
    if len(voices) == 2 and voices[0].speaker.lower() == voices[1].speaker.lower():
        return False
    parties = [voice for voice in voices if voice.basis == "party"]
    is_of_state = bool(claim.attribution) and _STATE.search(claim.attribution[0].speaker) is not None
    return is_of_state or (len(voices) == 2 and bool(parties))
