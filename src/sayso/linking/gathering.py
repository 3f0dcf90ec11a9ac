"""Tellings gathered to events over a whole case: pairs that are near are compared, and components of them clustered.

A component hangs on nothing outside it but how telling words and names are, so that what is remembered of it holds as long
as its members' marks do.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from sayso.linking.bounds import likely
from sayso.linking.decisions import Ties
from sayso.linking.events import by_date, cluster, compare, near
from sayso.linking.features import FEATURES, Contribution, Edge, weigh
from sayso.linking.memory import Codes, Memory, Partition, among, codes_of, marks_of, once
from sayso.linking.scale import Scale
from sayso.linking.tellings import Telling


@dataclass(frozen=True, slots=True)
class Cluster:
    """Tellings that are one event, in order of publication, and the words that say why."""

    members: tuple[Telling, ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gathered:
    """The clusters in order, and what is to be remembered of how they were found."""

    clusters: tuple[Cluster, ...]
    compared: Codes
    joined: Codes
    partitions: Mapping[str, Partition]


def gathered(told: Iterable[Telling], scale: Scale, ties: Ties, signed: Mapping[str, str], memory: Memory) -> Gathered:
    """Gather tellings to events; `signed` are the hashes of the documents' signs, as far as they have any."""
    ordered = sorted(told, key=by_date)
    marks = marks_of(ordered, scale, signed)
    first, second = near(ordered, scale)
    codes = codes_of(marks[first], marks[second])
    is_known = among(codes, memory.compared)
    is_joined = among(codes, memory.joined)
    fresh = np.flatnonzero(~is_known)
    for at in fresh[likely(ordered, first[fresh], second[fresh], scale)].tolist():
        is_joined[at] = compare(ordered[first[at]], ordered[second[at]], scale)
    pairs = list(zip(first[is_joined].tolist(), second[is_joined].tolist(), codes[is_joined].tolist(), strict=True))
    work = _Work(ordered, scale, ties, marks.tolist(), memory)
    found = [one for component in _components(len(ordered), pairs, work.tied()) for one in work.parted(*component)]
    found.sort(key=lambda one: (one.members[0].order, one.members[0].key))
    return Gathered(tuple(found), once(codes), once(codes[is_joined]), work.kept)


@dataclass(slots=True)
class _Work:
    told: Sequence[Telling]
    scale: Scale
    ties: Ties
    marks: Sequence[int]
    memory: Memory
    kept: dict[str, Partition]

    def __init__(self, told: Sequence[Telling], scale: Scale, ties: Ties, marks: Sequence[int], memory: Memory) -> None:
        self.told, self.scale, self.ties, self.marks, self.memory = told, scale, ties, marks, memory
        self.kept = {}

    def tied(self) -> list[tuple[int, int]]:
        """Pairs that a person spoke of."""
        at = (
            {telling.key: index for index, telling in enumerate(self.told)} if self.ties.same or self.ties.apart else {}
        )
        named = (*self.ties.same, *(tuple(sorted(pair)) for pair in self.ties.apart))
        return [(at[pair[0]], at[pair[-1]]) for pair in named if pair[0] in at and pair[-1] in at]

    def parted(self, members: Sequence[int], pairs: Sequence[tuple[int, int, int]], is_tied: bool) -> list[Cluster]:
        """The clusters of a component."""
        if len(members) == 1:
            return [Cluster((self.told[members[0]],), ())]
        by_mark = sorted(members, key=self.marks.__getitem__)
        key = _key(pairs)
        partition = None if is_tied else self.memory.partitions.get(key)
        if partition is None:
            partition = self._partition(by_mark, pairs)
        if not is_tied:
            self.kept[key] = partition
        return [
            Cluster(tuple(sorted((self.told[by_mark[at]] for at in held), key=lambda one: one.order)), why)
            for held, why in partition
        ]

    def _partition(self, by_mark: Sequence[int], pairs: Sequence[tuple[int, int, int]]) -> Partition:
        at = {self.told[index].key: number for number, index in enumerate(by_mark)}
        edges: list[Edge] = [weigh(self.told[one], self.told[other], self.scale) for one, other, _ in pairs]
        clusters = cluster([self.told[index] for index in by_mark], edges, self.ties, self.scale)
        return tuple((tuple(at[telling.key] for telling in members), reasons(because)) for members, because in clusters)


def reasons(because: Iterable[Contribution]) -> tuple[str, ...]:
    """What made the members one event, a line a feature in the order of the table, its strongest words first."""
    strongest: dict[str, Contribution] = {}
    for contribution in because:
        held = strongest.get(contribution.feature)
        if contribution.weight >= 0 and (held is None or _rank(contribution) < _rank(held)):
            strongest[contribution.feature] = contribution
    names = ("judgement", *(feature.name for feature in FEATURES))
    return tuple(f"same because: {strongest[name].says}" for name in names if name in strongest)


def _rank(contribution: Contribution) -> tuple[float, str]:
    return -contribution.weight, contribution.says


def _key(pairs: Sequence[tuple[int, int, int]]) -> str:
    codes = np.array(sorted(code for _, _, code in pairs), np.uint64)
    return hashlib.blake2b(codes.tobytes(), digest_size=12).hexdigest()


def _components(
    count: int, pairs: Sequence[tuple[int, int, int]], tied: Sequence[tuple[int, int]]
) -> Iterable[tuple[Sequence[int], Sequence[tuple[int, int, int]], bool]]:
    """Tellings that hang together by pairs and decisions, each component with its pairs and whether it was decided on."""
    root = Roots(range(count))
    for one, other, *_ in (*pairs, *tied):
        root.join(one, other)
    within: defaultdict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for pair in pairs:
        within[root.of(pair[0])].append(pair)
    judged = {root.of(one) for pair in tied for one in pair}
    for top, members in root.groups().items():
        yield members, within.get(top, ()), top in judged


class Roots:
    """Things joined to groups; the smallest of a group stands for it."""

    def __init__(self, things: Iterable[Any]) -> None:
        self._above = {thing: thing for thing in things}

    def of(self, thing: Any) -> Any:
        """What stands for a thing's group."""
        above = self._above
        while above[thing] != thing:
            above[thing] = thing = above[above[thing]]
        return thing

    def join(self, one: Any, other: Any) -> None:
        """Put two things' groups together."""
        first, second = sorted((self.of(one), self.of(other)))
        self._above[second] = first

    def groups(self) -> dict[Any, list[Any]]:
        """Every group by what stands for it, in order."""
        found: defaultdict[Any, list[Any]] = defaultdict(list)
        for thing in sorted(self._above):
            found[self.of(thing)].append(thing)
        return dict(found)
