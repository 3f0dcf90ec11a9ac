"""Tellings as columns of numbers, so that what pairs of them share is worked out for a million pairs at once."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence, Sized
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from sayso.linking.scale import LONGEST, SHORTEST, Scale
from sayso.linking.tellings import Telling

Thing = TypeVar("Thing", bound=Hashable)
Integers = NDArray[np.int64]
Floats = NDArray[np.float64]

# So many things of rows are looked up at a time.
_AT_ONCE = 1 << 20


@dataclass(frozen=True, slots=True)
class Holdings:
    """What each row holds, as numbers: row by row, those of a row in order.

    Args:
        starts: where each row begins, and where the last one ends.
        things: what is held; kinds: how many kinds of things there are.
        worth: of what is held.
        weight: by which the worth is multiplied where another row holds it, too.
    """

    starts: Integers
    things: Integers
    kinds: int
    worth: Floats
    weight: Floats

    @property
    def sizes(self) -> Integers:
        """How much each row holds."""
        return np.diff(self.starts)

    def shared(self, one: Integers, other: Integers) -> Floats:
        """The worth of what both rows of each pair hold; pairs are given as two rows of numbers."""
        where = np.repeat(np.arange(len(self.starts) - 1), self.sizes) * self.kinds + self.things
        ends = np.cumsum(self.sizes[one])
        found = np.zeros(len(one), np.float64)
        at = 0
        while at < len(one):
            before = int(ends[at - 1]) if at else 0
            until = max(at + 1, int(np.searchsorted(ends, before + _AT_ONCE, "right")))
            found[at:until] = self._shared(where, one[at:until], other[at:until])
            at = until
        return found

    def _shared(self, where: Integers, one: Integers, other: Integers) -> Floats:
        if not len(where):
            return np.zeros(len(one), np.float64)
        sizes = self.sizes[one]
        pair = np.repeat(np.arange(len(one)), sizes)
        first = np.cumsum(sizes) - sizes
        own = np.arange(len(pair)) - np.repeat(first - self.starts[one], sizes)
        sought = other[pair] * self.kinds + self.things[own]
        at = np.minimum(np.searchsorted(where, sought), len(where) - 1)
        is_held = where[at] == sought
        worth = self.worth[own[is_held]] * self.weight[at[is_held]]
        found: Floats = np.bincount(pair[is_held], worth, len(one)).astype(np.float64)
        return found


def holdings(rows: Sequence[Iterable[Thing]], worth: Callable[[Thing], float]) -> Holdings:
    """Rows of things, each worth the same in every row; what is worth nothing is left out."""
    numbers: dict[Thing, int] = {}
    held = [sorted({numbers.setdefault(thing, len(numbers)) for thing in row if worth(thing) > 0}) for row in rows]
    things = np.array([number for row in held for number in row], np.int64)
    worths = np.array([worth(thing) for thing in numbers], np.float64)
    return Holdings(_starts(held), things, len(numbers), worths[things], np.ones(len(things)))


def _starts(rows: Sequence[Sized]) -> Integers:
    return np.cumsum([0, *map(len, rows)], dtype=np.int64)


def wordings(told: Sequence[Telling], scale: Scale) -> Holdings:
    """The most telling words of each telling's document, as `Scale.likeness` weighs them: rows of length one."""
    words = sorted({word for telling in told for word in telling.words})
    number = {word: at for at, word in enumerate(words)}
    telling_words = np.array([scale.word_weight(word) for word in words], np.float64)
    rows = [_row(telling.words, number, telling_words) for telling in told]
    things = np.concatenate([np.zeros(0, np.int64), *(things for things, _ in rows)])
    worth = np.concatenate([np.zeros(0, np.float64), *(worth for _, worth in rows)])
    return Holdings(_starts([things for things, _ in rows]), things, len(words), worth, worth)


_LOGARITHMS = np.array([0.0, *(1.0 + math.log(count) for count in range(1, 1024))])


def _row(words: Mapping[str, int], number: Mapping[str, int], worth: Floats) -> tuple[Integers, Floats]:
    things = np.fromiter(map(number.__getitem__, words), np.int64, len(words))
    counts = np.fromiter(words.values(), np.int64, len(words))
    damped = _LOGARITHMS[counts] if counts.max(initial=0) < len(_LOGARITHMS) else 1.0 + np.log(counts)
    weights = worth[things] * damped
    kept = weights > 0
    things, weights = things[kept], weights[kept]
    if len(things) > LONGEST:
        best = np.lexsort((things, weights))[-LONGEST:]
        things, weights = things[best], weights[best]
    order = np.argsort(things)
    return things[order], weights[order] / max(float(np.sqrt(weights @ weights)), 1e-300)


def likeness(held: Holdings, one: Integers, other: Integers) -> Floats:
    """How alike the two documents of each pair are in their words, 0 to 1."""
    smaller = np.minimum(held.sizes[one], held.sizes[other])
    return held.shared(one, other) * np.minimum(1.0, smaller / SHORTEST)
