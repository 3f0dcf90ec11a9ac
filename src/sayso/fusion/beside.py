"""Whom "others" are counted beside: "one killed, three others hurt" has three hurt in all, "one hurt, three others hurt" four.

The others of a sentence that has told of the dead, and of nobody hurt, are all the hurt; a figure of others told again is the
same figure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.fusion.scene import event_of
from sayso.model import Claim, Figure, Modality, Relation, Scope, Value

#: The slots of those whom an event befell.
HARM = frozenset({"killed", "injured", "casualties"})
_OTHERS = frozenset({Relation.OTHER, Relation.ADDITIONAL})
#: Whom the "victims" of a deed are told without.
_DOERS = "attackers"
#: Whom "others" of a slot leave out, if the slot itself was told of before.
_KIN = {"killed": {"killed"}, "injured": {"injured", "casualties"}, "casualties": {"injured", "casualties"}}


def as_wholes(claims: Iterable[Claim]) -> list[Claim]:
    """The claims, those of others that leave nobody out of their own slot without that scope."""
    kept = list(claims)
    told: defaultdict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in kept:
        if claim.slot in HARM:
            told[event_of(claim), claim.document].append(claim)
    found = {id(claim) for account in told.values() for claim in _wholes(account)}
    return [replace(claim, scope=None) if id(claim) in found else claim for claim in kept]


def whole_kinds(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, "57 people, 38 of them children" with 38 as all the children: a part of a count is all of its own kind.

    Where the account counts more of that kind ("three of the twelve miners"), it stays a part.
    """
    counts: defaultdict[tuple[str, str, str], list[tuple[str | None, float]]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim.value, Figure) and claim.about is None:
            counts[event_of(claim), claim.slot, claim.document].append((claim.group, claim.value.low or 0))
    return [
        replace(claim, scope=None)
        if _is_of_a_kind(claim) and _is_all_of_it(claim, counts[event_of(claim), claim.slot, claim.document])
        else claim
        for claim in claims
    ]


def _is_of_a_kind(claim: Claim) -> bool:
    """Whether it counts several of a kind, as a part."""
    is_part = claim.scope is not None and claim.scope.relation is Relation.PART and claim.about is None
    if not is_part or claim.group in (None, "total") or not isinstance(claim.value, Figure):
        return False
    return claim.value.unit == "people" and (claim.value.low or 0) > 1


def _is_all_of_it(claim: Claim, counts: Sequence[tuple[str | None, float]]) -> bool:
    number = claim.value.low or 0 if isinstance(claim.value, Figure) else 0
    greater = {group == claim.group for group, count in counts if count > number}
    return greater == {False}


def _wholes(account: Sequence[Claim]) -> list[Claim]:
    """The claims of others in one account that are wholes, as it goes on."""
    found: list[Claim] = []
    for claim in sorted(account, key=lambda one: (one.start, one.end)):
        if claim.scope is None or claim.scope.relation not in _OTHERS or not isinstance(claim.value, Figure):
            continue
        before = [one for one in account if one.start < claim.start and one.slot in HARM]
        here = [one for one in before if one.sentence == claim.sentence]
        is_beside_dead = any(one.slot not in _KIN[claim.slot] for one in here)
        own = [one for one in here if one.slot in _KIN[claim.slot]]
        # "One man was killed. Six others were hurt.": nobody hurt was told of before, and the dead were.
        is_first = bool(before) and not any(one.slot in _KIN[claim.slot] for one in before)
        if (is_beside_dead and not own) or (not here and (is_first or _is_repeated(claim, found))):
            found.append(claim)
    return found


def beside_doers(claims: Sequence[Claim]) -> list[Claim]:
    """The claims; a count that lacks just the doers whom another account's count has is one of the others.

    "Three dead, the gunman among them" and "two victims were killed" agree, once it is told that one gunman died.
    """
    doers = {(event_of(one), one.slot, count) for one in claims if one.group == _DOERS and (count := _exact(one))}
    totals = {(event_of(one), one.slot, count) for one in claims if one.group == "total" and (count := _exact(one))}
    lacking = {
        (event, slot, count - less)
        for event, slot, count in totals
        for on, of, less in doers
        if (on, of) == (event, slot) and count > less
    }
    lacking &= totals
    return [
        replace(one, scope=Scope(Relation.OTHER, None))
        if one.group == "total" and (event_of(one), one.slot, _exact(one)) in lacking
        else one
        for one in claims
    ]


def _exact(claim: Claim) -> float:
    """The number of people that a claim holds; nought where it gives none, or only some."""
    value = claim.value
    is_sure = claim.slot in HARM and claim.polarity and claim.modality is Modality.ASSERTED and claim.scope is None
    if not is_sure or claim.about is not None or not isinstance(value, Figure) or value.low != value.high:
        return 0
    return value.low or 0


def _is_repeated(claim: Claim, found: Sequence[Claim]) -> bool:
    """Whether others were counted so before, and those were all."""
    return any(one.slot == claim.slot and one.group == claim.group and _same(one.value, claim.value) for one in found)


def _same(one: Value, other: Value) -> bool:
    return isinstance(one, Figure) and isinstance(other, Figure) and (one.low, one.high) == (other.low, other.high)
