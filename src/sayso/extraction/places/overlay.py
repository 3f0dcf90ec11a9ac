"""The places that hang on deeds laid over those that were found before: the longer words win, and strays go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.extraction.drafts import STORY, Draft
from sayso.extraction.places.signs import is_town
from sayso.extraction.places.toponyms import Naming
from sayso.model import Place
from sayso.normalisation.places_links import is_inner


def with_sites(drafts: Sequence[Draft], found: Sequence[Draft], names: Naming) -> list[Draft]:
    """The drafts with those that hang on a deed in place of the shorter ones within them, or of the same words.

    Where the story's own place hangs on a deed, a town that only stands in a sentence of it is none of its places.
    """
    told = [d for d in drafts if d.slot == "place"]
    strays = _strays(told, found)
    is_placed = any(_is_known(d, names) for d in (*told, *found) if (d.start, d.end) not in strays)
    made = [d for d in found if _is_known(d, names) or d.part != "" or not is_placed or _is_street(d)]
    own = [
        d.value
        for d in made
        if d.part == "" and isinstance(d.value, Place) and is_town(d.value) and _is_known(d, names)
    ]
    tied = {(one.start, one.end) for one in made if one.part == "" and one.maker != "whereabouts"}
    kept = [d for d in drafts if d.slot != "place" or not _is_superseded(d, made, own)]
    kept = [d for d in kept if d.slot != "place" or (d.start, d.end) not in _strays(told, made)]
    kept = [replace(d, maker="sites") if d.slot == "place" and (d.start, d.end) in tied else d for d in kept]
    new = [one for one in made if not any(_overlaps(one, d) and not _covers(one, d) for d in told)]
    return [*kept, *new]


def _strays(told: Sequence[Draft], found: Sequence[Draft]) -> frozenset[tuple[int, int]]:
    """Where towns are only named beside the place that hangs on the deed of their sentence, and that lies in none of them."""
    at = {(one.start, one.end) for one in found}
    tied = [one for one in found if one.part == "" and one.maker != "whereabouts" and isinstance(one.value, Place)]
    placed_in: dict[int, list[Place]] = {}
    for one in tied:
        if isinstance(one.value, Place) and is_town(one.value):
            placed_in.setdefault(one.scene.number, []).append(one.value)
    return frozenset(
        (d.start, d.end)
        for d in told
        if d.maker == "whereabouts" and (d.start, d.end) not in at and isinstance(d.value, Place)
        if d.scene.number in placed_in
        and not is_inner(d.value.name)
        and not _is_among(d.value, placed_in[d.scene.number])
    )


def _is_superseded(draft: Draft, made: Sequence[Draft], own: Sequence[Place]) -> bool:
    """Is a draft told better by another, or a stray where the story's own places are known?"""
    if any(_covers(one, draft) for one in made):
        return True
    if not own or draft.maker != "whereabouts" or not isinstance(draft.value, Place) or is_inner(draft.value.name):
        return False
    if draft.value.latitude is not None and all(place.latitude is None for place in own):
        return False
    return not any((one.start, one.end) == (draft.start, draft.end) for one in made) and not _is_among(draft.value, own)


def _is_known(draft: Draft, names: Naming) -> bool:
    """Does a draft place the story in a town or a village that a table has, or more than one word of the text speaks of?"""
    place = draft.value
    if not isinstance(place, Place) or draft.part != "" or not is_town(place):
        return False
    return place.latitude is not None or place.name in names.own or draft.maker != "sites"


def _is_street(draft: Draft) -> bool:
    return isinstance(draft.value, Place) and is_inner(draft.value.name)


def _is_among(place: Place, own: Sequence[Place]) -> bool:
    """Is a place one of others, or does it hold one, or lie in one?"""
    names = {place.name, *place.inside[:1]}
    return any(place.name in (one.name, *one.inside) or one.name in names for one in own)


def _covers(one: Draft, other: Draft) -> bool:
    """Has a draft all of another's words, and says more, or that they tell of something else?"""
    if not (one.start <= other.start and other.end <= one.end):
        return False
    is_of_another = (one.part or None) != (None if other.part == STORY else other.part or None)
    return one.end - one.start > other.end - other.start or is_of_another


def _overlaps(one: Draft, other: Draft) -> bool:
    return one.start < other.end and other.start < one.end
