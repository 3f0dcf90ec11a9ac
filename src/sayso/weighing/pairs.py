"""Two claims on one question, side by side, in blocks: never all at once, never all of a crowded question.

A block holds at most some two million pairs, whatever the table's size. On a question with more claims than `_CROWD` only the
first, in the order of sources, are paired: beyond that, one vote more or less decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from sayso.weighing.rows import Codes
from sayso.weighing.table import ClaimTable

_BLOCK = 2_000_000
_CROWD = 200


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of claims, as places in the table's columns; the left one's place is the smaller.

    Args:
        left, right: the places.
    """

    left: Codes
    right: Codes


def pairs(table: ClaimTable, *, at_most: int | None = None) -> Iterator[Pairs]:
    """Give the pairs in blocks.

    Args:
        table: the claims.
        at_most: about so many pairs, spread evenly over the questions; None for all.
    """
    starts = np.flatnonzero(np.diff(table.question, prepend=-1))
    sizes = np.minimum(np.diff(starts, append=len(table.question)), _CROWD)
    total = int((sizes * (sizes - 1) // 2).sum())
    stride = 1 if at_most is None else max(1, -(-total // at_most))
    starts, sizes = starts[::stride], sizes[::stride]
    for size in np.unique(sizes[sizes > 1]).tolist():
        first, second = np.triu_indices(size, 1)
        alike = starts[sizes == size]
        step = max(1, _BLOCK // len(first))
        for begin in range(0, len(alike), step):
            block = alike[begin : begin + step, None]
            yield Pairs((block + first).ravel(), (block + second).ravel())
