"""Which sources take over from each other: shared errors tell, shared truths do not.

Two good sources agree because both are right. Two that agree where the value is likely wrong, and that part nowhere,
have it from each other or from a third. The likelihoods are those of Dong, Berti-Equille and Srivastava ("Integrating
conflicting data: the role of source dependence", VLDB 2009), but for the chance that two err alike by themselves: the share
of the others who hold that value, instead of one in a fixed number.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sayso.weighing.accuracy import Floats
from sayso.weighing.pairs import pairs
from sayso.weighing.rows import Codes
from sayso.weighing.table import ClaimTable

# How likely a copier copies a claim. 0.6, 0.8 and 0.95 choose 95.1, 97.0 and 97.5 of 100 flights right; the weather is
# indifferent.
_COPIED = 0.95
# How likely any two sources depend on each other before anything is seen.
_BEFORE = 0.1
# A pair that is less likely to depend on each other counts as free.
_FREE = 0.05
# Pairs of claims looked at to learn who copies; more do not change who does.
_EVIDENCE = 4_000_000
# An error that nobody else makes is made again by chance at most so seldom.
_RARE = 0.05
# Pairs of sources that are counted on a board: 16 MB, a tenth of the time of sorting.
_BOARD = 1_000_000
# Twins: before anybody's accuracy is known, two sources that give one answer to 19 contested questions of 20 count as one.
# 0.95 and 0.98 choose alike on all tables; at 0.9 sources merge that are good each for itself, and a day of flights falls
# from 94 to 73 of 100.
_TWINS = 0.95
# How far they must be beyond that: twenty answers if all are the same, with hundreds hardly more than 19 of 20.
_TO_SPARE = 0.999


@dataclass(frozen=True, slots=True)
class Ties:
    """Pairs of sources that are likely to depend on each other.

    Args:
        keys: smaller source code times the number of sources plus the larger, ascending.
        strength: how likely each pair is dependent.
        size: the number of sources.
    """

    keys: Codes
    strength: Floats
    size: int

    def between(self, one: Codes, other: Codes) -> Floats:
        """How likely each of the pairs of sources is dependent; 0 where nothing ties them."""
        if not len(self.keys):
            return np.zeros(len(one))
        wanted = np.minimum(one, other) * self.size + np.maximum(one, other)
        place = np.minimum(np.searchsorted(self.keys, wanted), len(self.keys) - 1)
        return np.where(self.keys[place] == wanted, self.strength[place], 0.0)


def twins(table: ClaimTable) -> Ties:
    """Find sources that agree nearly everywhere, on questions where others do not; what is true need not be known."""
    size = len(table.sources)
    is_contested = (np.bincount(table.question_of) > 1)[table.question]
    seen: list[tuple[Codes, Floats]] = []
    for block in pairs(table, at_most=_EVIDENCE):
        kept = is_contested[block.left]
        left, right = block.left[kept], block.right[kept]
        beyond = (table.value[left] == table.value[right]) - _TWINS
        seen.append(_summed(_keys(table, left, right), beyond, size))
    keys, beyond = _joined(seen, size)
    is_twin = beyond >= _TO_SPARE
    return Ties(keys[is_twin], np.ones(int(is_twin.sum())), size)


def ties(table: ClaimTable, likely: Floats, accuracy: Floats) -> Ties:
    """Learn which sources depend on each other.

    Args:
        table: the claims.
        likely: how likely each claim's value is.
        accuracy: the accuracy of each claim's source on its attribute.
    """
    holders = np.bincount(table.value)[table.value]
    askers = np.bincount(table.question)[table.question]
    seen: list[tuple[Codes, Floats]] = []
    size = len(table.sources)
    for block in pairs(table, at_most=_EVIDENCE):
        left, right = block.left, block.right
        one, other = accuracy[left], accuracy[right]
        chance = np.clip((holders[left] - 1) / askers[left], _RARE, 1.0)
        true = likely[left]
        alone = true * one * other + (1 - true) * (1 - one) * (1 - other) * chance
        better = np.maximum(one, other)
        taken = _COPIED * (true * better + (1 - true) * (1 - better)) + (1 - _COPIED) * alone
        is_same = table.value[left] == table.value[right]
        weight = np.where(is_same, np.log(taken / alone), np.log(1 - _COPIED))
        low, high = (
            np.minimum(table.source[left], table.source[right]),
            np.maximum(table.source[left], table.source[right]),
        )
        seen.append(_summed(low * size + high, weight, size))
    if not seen:
        return Ties(np.empty(0, np.int64), np.empty(0), size)
    keys, weight = _summed(np.concatenate([one for one, _ in seen]), np.concatenate([one for _, one in seen]), size)
    strength = 1 / (1 + np.exp(-np.clip(weight + np.log(_BEFORE / (1 - _BEFORE)), -50, 50)))
    return Ties(keys[strength >= _FREE], strength[strength >= _FREE], size)


def own_share(table: ClaimTable, tied: Ties, accuracy: Floats) -> Floats:
    """How much of each claim is its source's own word, and not taken from a better source that says the same.

    Args:
        table: the claims.
        tied: which sources depend on each other.
        accuracy: the accuracy of each source; of two that copy, the better keeps its vote.
    """
    share = np.zeros(len(table.source))
    if not len(tied.keys):
        return np.ones(len(share))
    for block in pairs(table):
        is_same = table.value[block.left] == table.value[block.right]
        left, right = block.left[is_same], block.right[is_same]
        strength = tied.between(table.source[left], table.source[right])
        left, right, strength = left[strength > 0], right[strength > 0], strength[strength > 0]
        worse = np.where(accuracy[table.source[left]] >= accuracy[table.source[right]], right, left)
        share += np.bincount(worse, weights=np.log1p(-0.999 * _COPIED * strength), minlength=len(share))
    return np.exp(share)


def _keys(table: ClaimTable, left: Codes, right: Codes) -> Codes:
    """The pair of sources of each pair of claims."""
    one, other = table.source[left], table.source[right]
    return np.minimum(one, other) * len(table.sources) + np.maximum(one, other)


def _joined(seen: list[tuple[Codes, Floats]], size: int) -> tuple[Codes, Floats]:
    """What several blocks say of each pair of sources."""
    if not seen:
        return np.empty(0, np.int64), np.empty(0)
    return _summed(np.concatenate([one for one, _ in seen]), np.concatenate([one for _, one in seen]), size)


def _summed(keys: Codes, weight: Floats, size: int) -> tuple[Codes, Floats]:
    """One row a key; counted on a board of all keys where it is small, sorted where it is not."""
    if size * size <= _BOARD:
        sums, times = np.bincount(keys, weights=weight, minlength=size * size), np.bincount(keys, minlength=size * size)
        places = np.flatnonzero(times)
        return places.astype(np.int64), sums[places].astype(np.float64)
    found, place = np.unique(keys, return_inverse=True)
    return found, np.bincount(place, weights=weight, minlength=len(found)).astype(np.float64)
