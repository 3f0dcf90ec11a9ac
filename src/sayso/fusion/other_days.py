"""Days that are of something else: an account that gives one start two days tells of two things, and so does a day too late to be it.

"The bomb of 11 May ... the earlier one of 5 May" contradicts nobody who tells of 11 May. A day after another account was public
that already tells of it is an anniversary's, a trial's or the teller's own. And a night is of two days: who tells of "Friday
night" and who tells of "early on Saturday" differ in nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, timedelta

from sayso.fusion.compare import Room, room
from sayso.fusion.readings import is_usable
from sayso.fusion.scene import Scene
from sayso.fusion.stretch import Sharpness, sharpness
from sayso.model import Claim, Modality, Relation, Scope, When

#: The slots that have one day each; and one place.
SLOTS = frozenset({"date_start", "date_end"})
PLACED = "place"
_START = "date_start"
_NIGHT = re.compile(r"\bnight\b", re.IGNORECASE)
_EARLY = re.compile(
    r"\b(?:early|morning|dawn|daybreak|overnight|small hours|midnight|1?\d(?:[:.]\d\d)? ?a\.?m)\b", re.IGNORECASE
)
_MISREAD = timedelta(days=60)


def with_other_days(claims: Sequence[Claim], scene: Scene) -> tuple[Claim, ...]:
    """The claims of one question of a day, those of other things in a scope of their own.

    Args:
        claims: all that answer one question of `SLOTS`, or of a place.
        scene: the case.
    """
    usable = [claim for claim in claims if is_usable(claim, scene)]
    told = [claim for claim in usable if sharpness(claim.value) < Sharpness.COARSE]
    if _accounts(told) < 2:
        return tuple(claims)
    late = _too_late(told, scene)
    aside = late | _doubled(usable, late) | _by_night(told)
    if all(claim.id in aside for claim in told):
        return tuple(claims)
    return tuple(replace(claim, scope=Scope(Relation.OTHER, None)) if claim.id in aside else claim for claim in claims)


def _too_late(told: Sequence[Claim], scene: Scene) -> frozenset[str]:
    """The starts that lie after the publication of accounts that date it before that: of more of them, or months after.

    A day of publication itself is misread by days or weeks.
    """
    known = [
        (claim.document, published)
        for claim in told
        if claim.slot == _START
        and isinstance(claim.value, When)
        and (published := scene.published(claim.document)) is not None
        and claim.value.latest is not None
        and claim.value.latest <= published
    ]
    return frozenset(claim.id for claim in told if claim.slot == _START and _is_too_late(claim, known, told))


def _is_too_late(claim: Claim, known: Sequence[tuple[str, date]], told: Sequence[Claim]) -> bool:
    day = claim.value.earliest if isinstance(claim.value, When) else None
    if day is None:
        return False
    before = {document: published for document, published in known if document != claim.document and published < day}
    if not before:
        return False
    with_it = {other.document for other in told if room(claim.value, other.value, {}) is Room.FITS}
    return len(before) > len(with_it) or any(published + _MISREAD < day for published in before.values())


def _doubled(told: Sequence[Claim], late: Collection[str]) -> set[str]:
    """Of accounts that give several, those that fewer accounts give than the one that most do.

    Of days that no other account gives all are of something else; of places that are its own it may mean any.
    """
    by_account: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in told:
        if claim.modality is Modality.ASSERTED and (not claim.attribution or claim.slot == PLACED):
            by_account[claim.document].append(claim)
    others = [claim for claim in told if claim.id not in late and sharpness(claim.value) < Sharpness.COARSE]
    return {name for claims in by_account.values() for name in _outnumbered(claims, others)}


def _outnumbered(claims: Sequence[Claim], others: Sequence[Claim]) -> set[str]:
    """Of one account's, those that fewer accounts give than the one that most do."""
    if len(claims) < 2:
        return set()
    is_placed = claims[0].slot == PLACED
    if not is_placed and not _are_apart(claims):
        return set()
    by_value = {claim.value: claim for claim in claims}
    alike = {value: _fitting(claim, others) for value, claim in by_value.items()}
    fitting = {claim.id: [*alike[claim.value], claim] for claim in claims}
    held = {name: _accounts(told) for name, told in fitting.items()}
    chosen = max(claims, key=lambda claim: (held[claim.id], claim.id))
    least = held[chosen.id] if is_placed else max(held[chosen.id], 2)
    return {
        claim.id
        for claim in claims
        if held[claim.id] < least and (not is_placed or _excludes(claim, fitting[chosen.id]))
    }


def _excludes(claim: Claim, others: Sequence[Claim]) -> bool:
    return any(room(claim.value, other.value, {}) is Room.APART for other in others)


def _by_night(told: Sequence[Claim]) -> set[str]:
    """Of the day of a night and the morning it ends on, the one that fewer accounts tell."""
    found: set[str] = set()
    for night in (claim for claim in told if isinstance(claim.value, When) and _NIGHT.search(claim.value.text)):
        mornings = [claim for claim in told if _is_morning_after(claim, night)]
        evenings = [claim for claim in told if room(claim.value, night.value, {}) is Room.FITS]
        if mornings and _accounts(mornings) >= _accounts(evenings):
            found.add(night.id)
        else:
            found |= {claim.id for claim in mornings}
    return found


def _is_morning_after(claim: Claim, night: Claim) -> bool:
    day, eve = claim.value, night.value
    if not isinstance(day, When) or not isinstance(eve, When) or day.earliest is None or eve.latest is None:
        return False
    return day.earliest - eve.latest == timedelta(days=1) and _EARLY.search(day.text) is not None


def _accounts(claims: Sequence[Claim]) -> int:
    return len({claim.document for claim in claims})


def _are_apart(own: Sequence[Claim]) -> bool:
    """Whether two days leave each other no room."""
    pairs = ((one, other) for at, one in enumerate(own) for other in own[at + 1 :])
    return any(room(one.value, other.value, {}) is not Room.FITS for one, other in pairs)


def _fitting(claim: Claim, others: Sequence[Claim]) -> list[Claim]:
    return [other for other in others if room(claim.value, other.value, {}) is Room.FITS]
