"""Do two values leave room for each other? `fits`, `apart`, or `beside` where nothing says that both cannot hold."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache

from sayso.fusion.stretch import Stretch, stretch
from sayso.model import Actor, Entity, Place, Value, When, Words
from sayso.normalisation.places_distance import kilometres, lies_in

# Two names of one building stand in one town; beyond this they cannot be the same place.
_FAR_KM = 50.0
# Places told as a town or more sharply; a country's centre lies far from its towns and says nothing.
_TOWN = 3
# A length of another order is of something else: a forty-minute raid within a siege of months.
_ORDER = 8.0
_MONTH = 31
_FULL = {"mt": "mount", "st": "saint", "ste": "sainte", "ft": "fort", "pt": "point"}
# Written small behind a name, they tell a spot that bears it.
_SPOTS = frozenset(
    """airfield airport airstrip aerodrome barracks bridge camp cantonment colliery compound dam district estate farm field hospital island jail
    junction market mine mission monastery parish pass penitentiary plant port prison province quarry quarter ranch refinery region school
    settlement siding square stadium station strip suburb tower town township tunnel university valley village works yard""".split()
)
_SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "by",
        "and",
        "or",
        "from",
        "with",
        "his",
        "her",
        "their",
        "its",
    ]
)


class Room(StrEnum):
    """How two values stand to each other."""

    FITS = "fits"
    BESIDE = "beside"
    APART = "apart"


def room(one: Value, other: Value, entities: Mapping[str, Entity], *, one_only: bool = False) -> Room:
    """Compare two values of one question.

    Args:
        one: a value.
        other: another.
        entities: by id, for actors.
        one_only: one answer alone can hold, so that two organisations contradict each other.
    """
    first, second = stretch(one), stretch(other)
    if first is not None and second is not None:
        return _measured(one, other, first, second)
    if isinstance(one, Place) and isinstance(other, Place):
        return _places(one, other)
    if isinstance(one, Actor) and isinstance(other, Actor):
        return _actors(one, other, entities, one_only=one_only)
    if isinstance(one, Words) and isinstance(other, Words):
        return Room.FITS if same_words(one.text, other.text) else Room.BESIDE
    return Room.BESIDE


def _measured(one: Value, other: Value, first: Stretch, second: Stretch) -> Room:
    """Compare two stretches; "by 1996" tells of a state that was reached, and contradicts no date."""
    if first.scale != second.scale:
        return Room.BESIDE
    if first.meets(second):
        return Room.FITS
    if first.scale == "dates" and float("inf") in (first.width, second.width):
        return Room.BESIDE
    return Room.BESIDE if _is_other_order(first, second) or _is_reckoned(one, other) else Room.APART


def folded(text: str) -> str:
    """A text without case, accents and marks.

    >>> folded("Néstor  Ríos's")
    'nestor rios s'
    """
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join(kept.split())


def same_words(one: str, other: str) -> bool:
    """Whether two texts share most of what they say, or one says it within the other.

    >>> same_words("the release of their comrades", "release of imprisoned comrades")
    True
    """
    first, second = _content(one), _content(other)
    if not first or not second:
        return folded(one) == folded(other)
    shared = len(first & second)
    return shared == min(len(first), len(second)) or 2 * shared > len(first | second)


def _is_other_order(one: Stretch, other: Stretch) -> bool:
    """Whether two lengths are so unlike that they must be of different things."""
    if one.scale != "days":
        return False
    short, long = sorted((one, other), key=lambda told: told.high or 0.0)
    return short.high is not None and long.low is not None and short.high * _ORDER < long.low


def _is_reckoned(one: Value, other: Value) -> bool:
    """Whether a date reckoned from another ("five months earlier") misses a date by no more than its own unit."""
    if not isinstance(one, When) or not isinstance(other, When):
        return False
    rough = [
        value for value in (one, other) if not any(c.isdigit() for c in value.text) and value.earliest != value.latest
    ]
    first, second = stretch(one), stretch(other)
    if not rough or first is None or second is None or first.scale != "dates":
        return False
    miss = max((first.low or 0) - (second.high or 0), (second.low or 0) - (first.high or 0))
    return all(end is not None for told in (first, second) for end in (told.low, told.high)) and miss <= _MONTH


@lru_cache(maxsize=1 << 12)
def _content(text: str) -> frozenset[str]:
    return frozenset(word[:6] for word in folded(text).split() if word not in _SMALL)


def _places(one: Place, other: Place) -> Room:
    if one.country and other.country and one.country != other.country:
        return Room.APART
    names, others = _chain(one), _chain(other)
    if (
        names[:1] == others[:1]
        or _is_spot_of(one, other)
        or _is_spot_of(other, one)
        or names[0] in others
        or others[0] in names
        or lies_in(one, other)
        or lies_in(other, one)
    ):
        return Room.FITS
    far = kilometres(one, other)
    if far is not None and far > _FAR_KM and max(one.precision or 6, other.precision or 6) <= _TOWN:
        return Room.APART
    return Room.BESIDE


def _is_spot_of(one: Place, other: Place) -> bool:
    """Whether a place is told as a spot of another by its kind: "Sel Quarry airfield" and "SEL QUARRY"."""
    name, _, spot = one.name.rpartition(" ")
    return bool(name) and spot in _SPOTS and _spelt_out(name) == _spelt_out(other.name)


def _chain(place: Place) -> list[str]:
    return [_spelt_out(name) for name in (place.name, *place.inside)]


@lru_cache(maxsize=1 << 12)
def _spelt_out(name: str) -> str:
    """A folded name with its first word in full: Mt. Pleasant is Mount Pleasant."""
    first, _, rest = folded(name).partition(" ")
    return f"{_FULL.get(first, first)} {rest}" if rest else first


def _actors(one: Actor, other: Actor, entities: Mapping[str, Entity], *, one_only: bool) -> Room:
    if one.entity is not None and one.entity == other.entity:
        return Room.FITS
    if folded(one.name) == folded(other.name):
        return Room.FITS
    known = [
        entities[actor.entity].kind for actor in (one, other) if actor.entity is not None and actor.entity in entities
    ]
    return Room.APART if one_only and known == ["organisation", "organisation"] else Room.BESIDE
