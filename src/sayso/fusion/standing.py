"""Whom a count stands for within its account: the whole under another word, or a part of a greater count beside it.

Both are read off the account itself, before anything is compared with others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from sayso.fusion.scene import Scene
from sayso.fusion.stretch import is_exact
from sayso.model import Claim, Figure, Modality, Qualifier, Relation, Scope

Bounds: TypeAlias = tuple[float | None, float | None]

TOTAL = "total"
#: Slots that say themselves whom they count: whoever was taken hostage is a hostage.
OF_ITSELF: Mapping[str, str] = {"hostages_taken": "hostages", "hostages_held": "hostages"}
# What befalls people has no sides: "nineteen citizens", "31 miners" are all of them, unless the account counts others, too.
BEFALLING = frozenset({"accident", "industrial_disaster", "natural_disaster", "fire", "flood", "earthquake", "storm"})
_ANYBODY = frozenset({"civilians", "staff", "workers", "miners"})
# Women and children are among them, whoever they are; any other group beside them is not.
_AMONG = frozenset({TOTAL, "women", "children"})
# Two figures of one account nearer than this may be a count and its correction, or told loosely.
_MUCH_LESS = 0.8


def stands_for_all(answers: Sequence[Claim], event: str, scene: Scene) -> frozenset[tuple[str, str | None]]:
    """The accounts, each with its one general group, whose count under that group is that of all.

    Args:
        answers: the claims of one event and slot.
        event: the event's id.
        scene: the case.
    """
    known = scene.events.get(event)
    if known is None or known.type not in BEFALLING:
        return frozenset()
    groups: defaultdict[str, set[str | None]] = defaultdict(set)
    totals: defaultdict[str, set[Bounds]] = defaultdict(set)
    counts: defaultdict[tuple[str, str | None], set[Bounds]] = defaultdict(set)
    for claim in answers:
        if claim.about is not None or not isinstance(claim.value, Figure):
            continue
        groups[claim.document].add(claim.group)
        counts[claim.document, claim.group].add(_bounds(claim.value))
        if claim.group == TOTAL and not claim.attribution and claim.scope is None and claim.value.high != 0:
            totals[claim.document].add(_bounds(claim.value))
    found: set[tuple[str, str | None]] = set()
    for document, named in groups.items():
        general = named & _ANYBODY
        if len(general) != 1 or named - _AMONG - _ANYBODY:
            continue
        (group,) = general
        if not totals[document] or counts[document, group] <= totals[document]:
            found.add((document, group))
    return frozenset(found)


def _bounds(value: Figure) -> Bounds:
    return value.low, value.high


def with_parts(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims of one question; a figure much below another of the same account is a part of it, unless others give it.

    "28 lost their lives ... 7 fell on the square": without a word that the first was wrong, the second is among it. So is
    whatever lies below the account's own "at least".
    """
    greatest: dict[str, float] = {}
    least: dict[str, float] = {}
    for claim in claims:
        if (told := _number(claim)) is not None:
            greatest[claim.document] = max(told, greatest.get(claim.document, told))
        if (told := _least(claim)) is not None:
            least[claim.document] = max(told, least.get(claim.document, told))
    return tuple(_part(claim, greatest, least) for claim in claims)


def _part(claim: Claim, greatest: Mapping[str, float], least: Mapping[str, float]) -> Claim:
    told = _number(claim)
    if told is not None and claim.as_of is None and not claim.attribution and told < least.get(claim.document, told):
        return replace(claim, scope=Scope(Relation.PART, None))
    if told is None or claim.as_of is not None or claim.attribution or told > _MUCH_LESS * greatest[claim.document]:
        return claim
    if told == greatest[claim.document] or told in _of_others(claim.document, greatest):
        return claim
    return replace(claim, scope=Scope(Relation.PART, None))


def _of_others(document: str, greatest: Mapping[str, float]) -> Iterable[float]:
    return (value for other, value in greatest.items() if other != document)


def _least(claim: Claim) -> float | None:
    """What an account holds in its own voice that people were at least; None where it tells no such bound."""
    value = claim.value
    if claim.modality is not Modality.ASSERTED or not claim.polarity or claim.scope is not None or claim.attribution:
        return None
    is_open = (
        isinstance(value, Figure)
        and value.high is None
        and value.qualifier in (Qualifier.AT_LEAST, Qualifier.MORE_THAN)
    )
    return value.low if is_open and isinstance(value, Figure) and value.unit == "people" else None


def _number(claim: Claim) -> float | None:
    """The exact number of people, and no part of them, that an account holds to be so; None where it gives none."""
    value = claim.value
    if claim.modality is not Modality.ASSERTED or not claim.polarity or claim.about is not None:
        return None
    if claim.scope is not None or not isinstance(value, Figure) or not is_exact(value):
        return None
    return value.low if value.unit == "people" else None
