"""The map: where the accounts place the event, to scale and without tiles; drawn only where two places tell more than one.

Coordinates are those of the gazetteer, so that a mark stands for a town or a quarter, never for a door.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import cos, radians

from sayso.dossier.gathered import Gathered
from sayso.dossier.phrases import counted
from sayso.dossier.quotes import mark_id
from sayso.dossier.rows import Rows
from sayso.model import Claim, Place
from sayso.normalisation.places_distance import EARTH_KM, over_ground

WIDTH, _HEIGHT, _RIM = 640, 300, 44
# UCDP's precision: up to 4 a district; 5 and 6 are a region or a country, which no dot stands for.
_FINEST, _COARSEST = 2, 4
# Nearer than this, two dots are one place told twice.
_LEAST_KM = 1.0
_MOST, _LABEL, _LETTER = 30, 15, 6.2
_STEPS = (1, 2, 5)


@dataclass(frozen=True, slots=True)
class Spot:
    """One place; `is_area` where its coordinates stand for a district."""

    x: str
    y: str
    text_x: str
    text_y: str
    anchor: str
    name: str
    also: tuple[str, ...]
    accounts: tuple[int, ...]
    mark: str
    is_area: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """The drawing: spots, a bar of so many kilometres, and what it says in words."""

    height: int
    spots: tuple[Spot, ...]
    hidden: int
    bar: str
    bar_x: str
    bar_words: str
    note: str
    says: str


@dataclass(frozen=True, slots=True)
class _Group:
    """What is told of one spot on the ground."""

    latitude: float
    longitude: float
    claims: tuple[Claim, ...]


def build_chart(gathered: Gathered, rows: Rows) -> Chart | None:
    """The drawing of all places at which the accounts put the event or its parts; None where there is but one."""
    groups = _groups(gathered, rows)
    widest = max((over_ground(_where(one), _where(other)) for one in groups for other in groups), default=0.0)
    if len(groups) < 2 or widest < _LEAST_KM:
        return None
    shown = groups[:_MOST]
    unit, height, places = _placed(shown)
    spots = _labelled([_spot(gathered, one, at) for one, at in zip(shown, places, strict=True)])
    length = _nice(unit)
    return Chart(
        height=height,
        spots=spots,
        hidden=len(groups) - len(shown),
        bar=f"M{_RIM} {height - 14}v-5v5H{_RIM + length * unit:.1f}v-5",
        bar_x=f"{_RIM + length * unit + 6:.1f}",
        bar_words=f"{length:g} km",
        note=f"{counted(len(groups), 'place')}, up to {widest:,.0f} km apart. North is up; a ring stands for an area.",
        says="; ".join(f"{one.name}, account {' '.join(map(str, one.accounts))}" for one in spots),
    )


def _groups(gathered: Gathered, rows: Rows) -> list[_Group]:
    """Claims of places by their coordinates, those that most accounts tell first."""
    found: dict[tuple[float, float], list[Claim]] = {}
    for claim in gathered.claims.values():
        place = claim.value
        if not isinstance(place, Place) or claim.id not in rows.by_claim or claim.id in gathered.slips:
            continue
        if place.latitude is None or place.longitude is None or (place.precision or _COARSEST + 1) > _COARSEST:
            continue
        found.setdefault((round(place.latitude, 2), round(place.longitude, 2)), []).append(claim)
    groups = [_Group(*where, tuple(claims)) for where, claims in found.items()]
    return sorted(groups, key=lambda one: (-len({claim.document for claim in one.claims}), one.latitude, one.longitude))


def _placed(groups: Sequence[_Group]) -> tuple[float, int, list[tuple[float, float]]]:
    """Pixels a kilometre, the height, and where each spot stands, the middle parallel true to length."""
    north, south = max(one.latitude for one in groups), min(one.latitude for one in groups)
    west = min(one.longitude for one in groups)
    degree = radians(1) * EARTH_KM
    shrink = cos(radians((north + south) / 2))
    points = [((one.longitude - west) * degree * shrink, (north - one.latitude) * degree) for one in groups]
    wide, high = max(x for x, _ in points), max(y for _, y in points)
    unit = min((WIDTH - 4 * _RIM) / max(wide, 0.1), (_HEIGHT - 2 * _RIM) / max(high, 0.1))
    left = (WIDTH - wide * unit) / 2
    return unit, round(high * unit) + 2 * _RIM, [(left + x * unit, _RIM + y * unit) for x, y in points]


def _nice(unit: float) -> float:
    """The longest round number of kilometres that takes a quarter of the drawing at most."""
    lengths = [step * 10.0**power for power in range(-1, 5) for step in _STEPS]
    return max((one for one in lengths if one * unit <= WIDTH / 4), default=lengths[0])


def _spot(gathered: Gathered, group: _Group, at: tuple[float, float]) -> Spot:
    names = Counter(claim.value.name for claim in group.claims if isinstance(claim.value, Place))
    ordered = sorted(names, key=lambda one: (-names[one], len(one), one))
    x, y = at
    is_left = x > WIDTH * 0.62
    fine = min(claim.value.precision or _COARSEST for claim in group.claims if isinstance(claim.value, Place))
    return Spot(
        x=f"{x:.1f}",
        y=f"{y:.1f}",
        text_x=f"{x - 9 if is_left else x + 9:.1f}",
        text_y=f"{y + 4:.1f}",
        anchor="end" if is_left else "start",
        name=ordered[0],
        also=tuple(ordered[1:6]),
        accounts=gathered.numbers(tuple(claim.document for claim in group.claims)),
        mark=mark_id(group.claims[0]),
        is_area=fine > _FINEST,
    )


def _labelled(spots: Sequence[Spot]) -> tuple[Spot, ...]:
    """The spots with names that would touch left out of the drawing; the list below it holds all."""
    taken: list[tuple[float, float, float]] = []
    told = []
    for spot in spots:
        wide = (len(spot.name) + 4 * len(spot.accounts)) * _LETTER
        left = float(spot.text_x) - (wide if spot.anchor == "end" else 0)
        at = float(spot.text_y)
        is_free = not _touches(taken, left, left + wide, at) and left >= 0 and left + wide <= WIDTH
        taken += [(left, left + wide, at)] if is_free else []
        told.append(spot if is_free else replace(spot, anchor=""))
    return tuple(told)


def _touches(taken: Iterable[tuple[float, float, float]], left: float, right: float, at: float) -> bool:
    return any(abs(at - one) < _LABEL and left < end and start < right for start, end, one in taken)


def _where(group: _Group) -> tuple[float, float]:
    return group.latitude, group.longitude
