"""Which tellings are one event: keys put likely pairs into blocks, blocks give edges, edges give clusters.

Only tellings that share a block are compared, so the work grows with the documents, never with their square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain
from math import inf

import numpy as np
from numpy.typing import NDArray

from sayso.linking.decisions import Ties
from sayso.linking.features import FEATURES, TOGETHER_IN_PASSING, Contribution, Edge, clashes, together
from sayso.linking.memory import once
from sayso.linking.reaching import reached
from sayso.linking.scale import Scale
from sayso.linking.tellings import Key, Telling

Numbers = NDArray[np.int64]

# A case of so many documents is compared pair by pair; in a larger one so are blocks of so many tellings.
_FOLDER, _ALL = 40, 60
# In a larger block each telling is compared with so many that follow it by date.
_WINDOW = 24
# The words and names that tell a document best make its keys.
_TOP = 10
# A word in more documents than this tells no pair apart; it would only make blocks too large to compare.
_COMMON = 60
# What ties two tellings of a large case; the same country alone, or a tenth of their words, ties none.
_TIES = {"time": 0.0, "figures": 0.0, "place": 0.5, "wording": 1.4}
_NAMES = tuple(feature.name for feature in FEATURES)
_TIME, _PLACE, _FIGURES = map(_NAMES.index, ("time", "place", "figures"))
_TIED = tuple((_NAMES.index(name), least) for name, least in _TIES.items())
# What two figures of a few people each add: an account of two incidents tells one of them in passing, with its day and its toll.
_TWO_FIGURES = 1.2
# Of each cluster so many members vote on a merge: enough to outvote a slip, few enough to stay linear.
_VOTERS = 5


def keys(telling: Telling, scale: Scale) -> tuple[str, ...]:
    """The blocks a telling falls into: its type with month and country, with its sharpest place, and its rarest words.

    In a small case all of one type, and all that documents tell as their own, fall into one block: nothing is missed.
    """
    group = scale.types.group(telling.type)
    if scale.documents <= _FOLDER:
        return (f"type {group}",) if telling.is_passing else (f"type {group}", "own")
    country = telling.place.country if telling.place is not None else None
    found = {f"when {group} {month} {country or ''}" for month in _months(telling)}
    if telling.place is not None and (telling.place.precision or 6) <= 3:
        found.add(f"where {group} {telling.place.country or ''} {telling.place.name}")
    ranked = sorted((scale.words[word], word) for word in telling.words if 1 < scale.words[word] <= _COMMON)
    found.update(f"word {word}" for _, word in ranked[:_TOP])
    rare = sorted((scale.names[name], name) for name in telling.names if 1 < scale.names[name] <= _COMMON)
    found.update(f"name {name}" for _, name in rare[:_TOP])
    return tuple(sorted(found))


def near(told: Sequence[Telling], scale: Scale) -> tuple[Numbers, Numbers]:
    """Pairs of tellings that share a block, as two rows of indexes into `told`, which is in order of date.

    All pairs of a small block; in a large one each telling with those that follow it by date.
    """
    found: defaultdict[str, list[int]] = defaultdict(list)
    for index, telling in enumerate(told):
        for key in keys(telling, scale):
            found[key].append(index)
    held = [block for block in found.values() if len(block) > 1]
    sizes = np.array([len(block) for block in held], np.int64)
    reach = np.where(sizes <= _ALL, sizes - 1, _WINDOW) if scale.documents > _FOLDER else sizes - 1
    members = np.fromiter(chain.from_iterable(held), np.int64, int(sizes.sum()))
    left = np.concatenate([*(np.arange(size - 1, -1, -1) for size in sizes.tolist()), np.zeros(0, np.int64)])
    ahead = np.minimum(left, np.repeat(reach, sizes))
    codes = [np.zeros(0, np.int64)]
    for step in range(1, int(reach.max(initial=0)) + 1):
        at = np.flatnonzero(ahead >= step)
        codes.append(once(members[at] * len(told) + members[at + step]))
    every = once(np.concatenate(codes))
    return every // max(1, len(told)), every % max(1, len(told))


def compare(one: Telling, other: Telling, scale: Scale) -> bool:
    """Whether two tellings may be one event by the table of features; words are made for none of it."""
    if not may_join(one, other, scale):
        return False
    least = together(scale)
    adds = reached(one, other, scale, -inf if one.is_passing or other.is_passing else least)
    return adds is not None and is_one(one, other, adds, least, is_few=scale.documents <= _FOLDER)


def may_join(one: Telling, other: Telling, scale: Scale) -> bool:
    """Two tellings of different documents; where one is told in passing, of types that may name one event.

    A document's own event is told at length, so that other features can make up for a type that was misjudged.
    """
    if one.key[0] == other.key[0]:
        return False
    return not (one.is_passing or other.is_passing) or scale.types.are_alike(one.type, other.type)


def is_one(one: Telling, other: Telling, adds: Sequence[float], least: float, *, is_few: bool = True) -> bool:
    """Whether the score reaches; one in passing needs time or place to tie it, and both, or the day and its figures, to a document's own."""
    score = round(sum(adds), 4)
    if not one.is_passing and not other.is_passing:
        return score >= least and (is_few or _is_tied(adds))
    time, place = adds[_TIME], adds[_PLACE]
    if one.is_passing and other.is_passing:
        return score >= TOGETHER_IN_PASSING and min(time, place) >= 0 and max(time, place) > 0
    if time > 0 and place >= 0 and adds[_FIGURES] >= _TWO_FIGURES:
        return score >= least
    return score >= least and one.type == other.type and time > 0 and place > 0


def _is_tied(adds: Sequence[float]) -> bool:
    """Whether a day, a town, a figure or the wording ties two tellings of a large case.

    The same public figures in the same country are named in text after text, whatever each tells of.
    """
    return any(adds[at] > least for at, least in _TIED)


def cluster(
    told: Sequence[Telling], edges: Iterable[Edge], ties: Ties, scale: Scale
) -> tuple[tuple[tuple[Telling, ...], tuple[Contribution, ...]], ...]:
    """Gather tellings to events: judgements first, then edges from the strongest down.

    A merge is refused where, of the members' pairs, more contradict each other in time or place than agree: one undated
    account never glues two incidents together.
    """
    group: dict[Key, list[Telling]] = {telling.key: [telling] for telling in told}
    because: dict[Key, list[Contribution]] = defaultdict(list)
    order = {telling.key: telling.order for telling in told}
    for one, other in ties.same:
        if one in group and other in group and group[one] is not group[other]:
            _merge(group, one, other)
            because[one].append(Contribution("judgement", 0.0, "a person said so"))
    for edge in sorted(edges, key=lambda edge: (-edge.score, order[edge.one], order[edge.other])):
        members, others = group[edge.one], group[edge.other]
        if (
            members is not others
            and not ties.part(members, others)
            and not clashes(_voters(members), _voters(others), scale)
        ):
            _merge(group, edge.one, edge.other)
        if group[edge.one] is group[edge.other]:
            because[edge.one].extend(edge.contributions)
    return _gathered(group, because)


def _merge(group: dict[Key, list[Telling]], one: Key, other: Key) -> None:
    large, small = sorted((group[one], group[other]), key=len, reverse=True)
    large.extend(small)
    for telling in small:
        group[telling.key] = large


def _voters(members: Sequence[Telling]) -> Sequence[Telling]:
    if len(members) <= _VOTERS:
        return members
    dated = [telling for telling in members if telling.reach is not None] or members
    return sorted(dated, key=lambda telling: (-telling.weight, telling.order))[:_VOTERS]


def _gathered(
    group: Mapping[Key, list[Telling]], because: Mapping[Key, list[Contribution]]
) -> tuple[tuple[tuple[Telling, ...], tuple[Contribution, ...]], ...]:
    """Each cluster once, its members in order, with the contributions that hold it together."""
    found = {id(members): members for members in group.values()}
    gathered = [tuple(sorted(members, key=lambda telling: telling.order)) for members in found.values()]
    return tuple(
        (members, tuple(part for telling in members for part in because.get(telling.key, ())))
        for members in sorted(gathered, key=lambda members: (members[0].order, members[0].key))
    )


def _months(telling: Telling) -> list[str]:
    """The months a telling's days touch, two days wider; none where it covers more than a season."""
    if telling.reach is None or telling.reach.days > 100:
        return []
    start, end = telling.reach.start - timedelta(days=2), telling.reach.end + timedelta(days=2)
    return [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(_month(start), _month(end) + 1)]


def _month(day: date) -> int:
    """A month as a number, counted through the years."""
    return day.year * 12 + day.month - 1


def by_date(telling: Telling) -> tuple[str, tuple[object, ...]]:
    """Sorts tellings by when it happened, else by when it was told of."""
    day = telling.reach.start if telling.reach is not None else telling.published
    return (day.isoformat() if day is not None else "", telling.order)
