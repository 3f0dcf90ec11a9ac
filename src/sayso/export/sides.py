"""The dead and the hurt by side: armed forces of a state, those who attacked, all others, and those of no told side.

Groups of the codebook that share nobody are summed; of groups that may overlap, the one that counts more is taken.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.codebook import GroupForm
from sayso.export.told import Told, ruled, said
from sayso.model import Estimate, Event, Figure

# The groups of the packaged codebooks that are a side of their own; every other group of a codebook is of others.
FORCES, ATTACKERS = "security_forces", "attackers"


@dataclass(frozen=True, slots=True)
class Toll:
    """A number of people with its bounds; `best` is what is put in a cell that holds one number."""

    best: int
    low: int
    high: int

    def __add__(self, other: Toll) -> Toll:
        return Toll(self.best + other.best, self.low + other.low, self.high + other.high)


NOBODY = Toll(0, 0, 0)


@dataclass(frozen=True, slots=True)
class Sides:
    """One slot of an event by side; `total` is stated by accounts, or the sum of its sides.

    `unknown` holds those who are counted in the total, and of no side.
    """

    forces: Toll
    attackers: Toll
    others: Toll
    unknown: Toll
    total: Toll
    is_stated: bool


def sides(told: Told, event: Event, slot: str, rule: str) -> Sides:
    """The people of a slot by side, as a house rule gives them."""
    counts = told.counts(event, slot)
    tolls = {group: toll(estimate, rule) for group, estimate in counts.items()}
    forces, attackers = tolls.get(FORCES, NOBODY), tolls.get(ATTACKERS, NOBODY)
    others = _others(tolls, told.codebook.fusion.groups)
    known = forces + attackers + others
    stated = tolls.get("total", NOBODY)
    loose = _loose(told, event, slot, tolls)
    total = max((known, stated, loose), key=lambda one: one.best)
    return Sides(forces, attackers, others, _rest(total, known), total, is_stated=stated.best > known.best)


def toll(estimate: Estimate, rule: str) -> Toll:
    """An estimate as numbers: its best or, where it has none, its lowest; an open end adds nothing.

    Where an account says nothing but "hundreds", the lowest bound stands.
    """
    verdict = ruled(estimate, rule)
    best = said(verdict.best)
    bounds = [bound for bound in (verdict.low, verdict.high) if isinstance(bound, int | float)]
    if best is None and isinstance(verdict.best, Figure):
        bounds += [bound for bound in (verdict.best.low, verdict.best.high) if bound is not None]
    if best is None and not bounds:
        return NOBODY
    best = round(min(bounds)) if best is None else best
    return Toll(best, min(best, *map(round, bounds), best), max(best, *map(round, bounds), best))


def _others(tolls: Mapping[str, Toll], groups: Mapping[str, GroupForm]) -> Toll:
    """All who are neither side: the largest group first, then each that shares nobody with those taken."""
    asked = [name for name in groups if name in tolls and name not in (FORCES, ATTACKERS, "total")]
    taken: list[str] = []
    for name in sorted(asked, key=lambda one: (-tolls[one].best, one)):
        if all(other in groups[name].apart or name in groups[other].apart for other in taken):
            taken.append(name)
    return sum((tolls[name] for name in taken), NOBODY)


def _loose(told: Told, event: Event, slot: str, tolls: Mapping[str, Toll]) -> Toll:
    """Those whom only a text's own noun counts ("a justice"), or who are only named."""
    groups = told.codebook.fusion.groups
    nouns = [one for name, one in tolls.items() if name not in groups]
    named = sum(one.about is not None and _is_of_people(one) for one in told.of(event, slot))
    return max((*nouns, Toll(named, named, named)), key=lambda one: one.best)


def _is_of_people(estimate: Estimate) -> bool:
    return isinstance(estimate.best, Figure) and (estimate.best.low or 0) > 0


def _rest(total: Toll, known: Toll) -> Toll:
    rest = max(0, total.best - known.best)
    return Toll(rest, rest, rest)
