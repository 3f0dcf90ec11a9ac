"""Do two values leave room for each other? `fits`, `apart`, or `beside` where nothing says that both cannot hold."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Mapping
from enum import StrEnum

from sayso.fusion.stretch import stretch
from sayso.model import Actor, Entity, Place, Value, Words

# Two names of one building stand in one town; beyond this they cannot be the same place.
_FAR_KM = 50.0
# Places told as a town or more sharply; a country's centre lies far from its towns and says nothing.
_TOWN = 3
_EARTH_KM = 6371.0
_SMALL = frozenset("a an the of in on at to for by and or from with his her their its".split())


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
        if first.scale != second.scale:
            return Room.BESIDE
        return Room.FITS if first.meets(second) else Room.APART
    if isinstance(one, Place) and isinstance(other, Place):
        return _places(one, other)
    if isinstance(one, Actor) and isinstance(other, Actor):
        return _actors(one, other, entities, one_only=one_only)
    if isinstance(one, Words) and isinstance(other, Words):
        return Room.FITS if same_words(one.text, other.text) else Room.BESIDE
    return Room.BESIDE


def folded(text: str) -> str:
    """A text without case, accents and marks.

    >>> folded("Túpac  Amaru's")
    'tupac amaru s'
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


def _content(text: str) -> frozenset[str]:
    return frozenset(word[:6] for word in folded(text).split() if word not in _SMALL)


def _places(one: Place, other: Place) -> Room:
    if one.country and other.country and one.country != other.country:
        return Room.APART
    names, others = _chain(one), _chain(other)
    if names[:1] == others[:1] or names[0] in others or others[0] in names:
        return Room.FITS
    far = _distance(one, other)
    if far is not None and far > _FAR_KM and max(one.precision or 6, other.precision or 6) <= _TOWN:
        return Room.APART
    return Room.BESIDE


def _chain(place: Place) -> list[str]:
    return [folded(name) for name in (place.name, *place.inside)]


def _distance(one: Place, other: Place) -> float | None:
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    north, south = math.radians(one.latitude), math.radians(other.latitude)
    east = math.radians(other.longitude - one.longitude)
    arc = math.sin((south - north) / 2) ** 2 + math.cos(north) * math.cos(south) * math.sin(east / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(arc)))


def _actors(one: Actor, other: Actor, entities: Mapping[str, Entity], *, one_only: bool) -> Room:
    if one.entity is not None and one.entity == other.entity:
        return Room.FITS
    if folded(one.name) == folded(other.name):
        return Room.FITS
    kinds = {entities[actor.entity].kind for actor in (one, other) if actor.entity in entities}
    both = one.entity in entities and other.entity in entities
    return Room.APART if one_only and both and kinds == {"organisation"} else Room.BESIDE
