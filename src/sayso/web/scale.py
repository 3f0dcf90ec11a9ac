"""The readings of a question on one scale, a lane an account: geometry only, for a template that draws it."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.dossier.gathered import Gathered
from sayso.dossier.phrases import value_words
from sayso.dossier.rows import Row
from sayso.dossier.strip import LEFT, RIGHT, Scale, Tick, coordinates, scale_for
from sayso.model import Claim

_WIDTH, _FROM, _TO = 640, 44, 560
_LANE, _TOP = 22, 14
#: More lanes are not told apart by eye; the choices below list all.
_MOST = 12
#: Words end before the rim.
_ROOM = 26
_LETTER = 6.2


@dataclass(frozen=True, slots=True)
class Lane:
    """What one account says: a tick where `x2` is `x`, else a bracket; dots where it is coarser."""

    account: int
    y: int
    x: str
    x2: str
    is_point: bool
    is_coarse: bool
    text: str
    text_x: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Figure:
    """The drawing; `says` tells it in a sentence."""

    width: int
    height: int
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    says: str


def draw(gathered: Gathered, row: Row) -> Figure | None:
    """The drawing of a row, or None where its values have no scale or fewer than two say something."""
    scale = scale_for((row,))
    told = _told(gathered, row)
    if scale is None or len(told) < 2:
        return None
    lanes = tuple(_lane(gathered, scale, claim, coarse, at) for at, (claim, coarse) in enumerate(told))
    ticks = tuple(Tick(f"{_stretched(float(tick.x)):.1f}", tick.text, tick.anchor) for tick in scale.ticks)
    said = "; ".join(f"account {lane.account}: {lane.text}{', coarser' if lane.is_coarse else ''}" for lane in lanes)
    return Figure(_WIDTH, _TOP + _LANE * len(lanes) + 24, lanes, ticks, f"On one scale. {said}.")


def _told(gathered: Gathered, row: Row) -> list[tuple[Claim, bool]]:
    """One claim an account and value, in the order of the accounts, with whether its reading is a coarser one."""
    coarse = {one for reading in row.estimate.readings if reading.fits for one in reading.claims}
    counted = {one for reading in row.estimate.readings for one in reading.claims}
    seen: dict[tuple[str, str], tuple[Claim, bool]] = {}
    for claim in row.claims:
        if claim.id in counted and coordinates(claim.value) is not None:
            seen.setdefault((claim.document, value_words(claim.value)), (claim, claim.id in coarse))
    return sorted(seen.values(), key=lambda one: (one[1], gathered.number[one[0].document]))[:_MOST]


def _lane(gathered: Gathered, scale: Scale, claim: Claim, coarse: bool, at: int) -> Lane:
    low, high = coordinates(claim.value) or (None, None)
    x = _stretched(scale.x(low if low is not None else scale.low))
    x2 = _stretched(scale.x(high if high is not None else scale.high))
    words = value_words(claim.value)
    shown = words if len(words) <= _ROOM else words[: _ROOM - 1] + "…"
    wide = 8 + _LETTER * len(shown)
    # Right of the line, else left of it, else upon it: never upon the number of the account.
    places = ((x2 + 8, "start"), (x - 8, "end")) if x2 + wide < _WIDTH else ((x - 8, "end"), (x + 8, "start"))
    text_x, anchor = places[0] if places[0][1] == "start" or x - wide > _FROM else places[1]
    number = gathered.number[claim.document]
    y = _TOP + _LANE * at
    return Lane(number, y, f"{x:.1f}", f"{x2:.1f}", low == high, coarse, shown, f"{text_x:.1f}", anchor)


def _stretched(x: float) -> float:
    """From the record's narrow strip to the room's wide one."""
    return _FROM + (x - LEFT) / (RIGHT - LEFT) * (_TO - _FROM)
