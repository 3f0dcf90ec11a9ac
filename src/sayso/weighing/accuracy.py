"""How often each source is right, learned from what the others say: each claim counts by how likely its value is.

A source is judged by its claims on all attributes and on each one alone: one that is right on everything else keeps some
credit where most others contradict it, for a majority that reads one attribute in another way is no proof against it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.weighing.rows import Codes
from sayso.weighing.table import ClaimTable

Floats = NDArray[np.float64]
# What a source is taken for before anything is learned; the usual start of the method (Dong et al., VLDB 2009).
START = 0.8
# So many claims of average accuracy every source is given, so that one of three claims is not all bad or all good.
# 4, 10 and 25 choose alike on the weather and flight tables.
_PRIOR_CLAIMS = 10.0
# The share of the accuracy over all attributes in that on one. 0 loses the flights' departures to a majority that reads
# the question in another way; 0.3 and 1 fall behind 0.5 on one table or the other.
_OVERALL = 0.5
# Nobody is always right or always wrong.
_LEAST, _MOST = 0.01, 0.99


@dataclass(frozen=True, slots=True)
class Standing:
    """One source on one attribute, by code of such a pair.

    Args:
        pair: the pair of each claim.
        source, attribute: the codes of each pair.
        claims: how many claims each pair has.
    """

    pair: Codes
    source: Codes
    attribute: Codes
    claims: Floats


def standing(table: ClaimTable) -> Standing:
    """Pair sources with the attributes they speak of."""
    width = len(table.attributes)
    pairs, pair = np.unique(table.source * width + table.attribute_of[table.question], return_inverse=True)
    return Standing(pair, pairs // width, pairs % width, np.bincount(pair, minlength=len(pairs)).astype(np.float64))


def accuracies(held: Standing, likely: Floats, *, is_split: bool) -> Floats:
    """Each pair's accuracy.

    Args:
        held: sources by attribute.
        likely: how likely each claim's value is.
        is_split: whether an attribute counts for itself; else each source has one accuracy for all.
    """
    right = np.bincount(held.pair, weights=likely, minlength=len(held.claims))
    whole = np.bincount(held.source, weights=right)
    count = np.bincount(held.source, weights=held.claims)
    mean = float(likely.mean())
    overall = ((whole + _PRIOR_CLAIMS * mean) / (count + _PRIOR_CLAIMS))[held.source]
    if not is_split:
        return np.clip(overall, _LEAST, _MOST)
    alone = (right + _PRIOR_CLAIMS * overall) / (held.claims + _PRIOR_CLAIMS)
    return np.clip(_OVERALL * overall + (1 - _OVERALL) * alone, _LEAST, _MOST)
