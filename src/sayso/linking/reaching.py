"""Whether two tellings score high enough, asked of the features that settle it soonest: most pairs need three to five of them.

The answer is that of the whole table: a feature is left out only where nothing it could add would change it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from sayso.linking.features import FEATURES
from sayso.linking.scale import Scale
from sayso.linking.tellings import Telling

# What parts most pairs of a large case soonest: of 8,000 that were near, nine in ten are settled by the first five or fewer.
_FIRST = ("time", "names", "wording", "news", "figures")
# More than rounding each feature can take from a sum.
_ROUNDING = 0.001


def reached(one: Telling, other: Telling, scale: Scale, least: float) -> Sequence[float] | None:
    """What each feature adds, in the order of the table, where the score of two tellings is `least` or more."""
    first, second = (one, other) if one.order <= other.order else (other, one)
    adds, known = [0.0] * len(FEATURES), 0.0
    for at, rest in _asked(scale.smallness):
        adds[at] = FEATURES[at].adds(first, second, scale)[0]
        known += adds[at]
        if known + rest < least - _ROUNDING:
            return None
    return adds if round(sum(adds), 4) >= least else None


@lru_cache(maxsize=8)
def _asked(smallness: float) -> tuple[tuple[int, float], ...]:
    """The places of the features in the order they are asked in, each with the most that those after it can add."""
    names = [one.name for one in FEATURES]
    ranked = [*map(names.index, _FIRST), *(at for at, name in enumerate(names) if name not in _FIRST)]
    most = [one.most_added(smallness) for one in FEATURES]
    return tuple((at, sum(most[other] for other in ranked[number + 1 :])) for number, at in enumerate(ranked))
