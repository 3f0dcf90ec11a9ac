"""Which pairs of a large case could be one event: the most that the table of features can come to, for all pairs at once.

A pair is left out only where nothing that is not asked here would let it reach; of those that are left the table itself is
asked (see `events.compare`). Of the pairs that share a block nine in ten are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.linking import features
from sayso.linking.columns import Floats, Holdings, Integers, holdings, likeness, wordings
from sayso.linking.features import FEATURES, Feature, figure_worth, together
from sayso.linking.news import days_between, is_news
from sayso.linking.scale import Scale
from sayso.linking.shared_names import elsewhere, is_somebody, name_worth
from sayso.linking.tellings import Telling

Flags = NDArray[np.bool_]
Pairs = tuple[Integers, Integers]

# More than rounding can take from a sum of features.
_ROUNDING = 0.002
# Pairs that are looked at together.
_AT_ONCE = 1 << 19
_BY_NAME = {feature.name: feature for feature in FEATURES}
# They are asked in this order, those that are quick to ask first; place is left to the table.
_SHARED = ("names", "figures", "title", "wording")
_ASKED = (*_SHARED, "type", "stage", "time", "published", "news")
# The worth that says all there is to say, and that which says nothing yet.
_ALL = {"names": features.NAMES, "figures": features.FIGURES, "title": features.TITLES}
_LEAST = {"title": features.LEAST_TITLE - _ROUNDING}


def likely(told: Sequence[Telling], first: Integers, second: Integers, scale: Scale) -> Flags:
    """Which pairs of tellings may be one event, the pairs given as two rows of indexes; all of a case that is not large."""
    found = np.ones(len(first), np.bool_)
    if scale.smallness or not len(first):
        return found
    asked, at = np.unique(np.concatenate([first, second]), return_inverse=True)
    bounds = _Bounds([told[index] for index in asked.tolist()], scale)
    for start in range(0, len(first), _AT_ONCE):
        stop = min(start + _AT_ONCE, len(first))
        found[start:stop] = bounds.likely(at[start:stop], at[len(first) + start : len(first) + stop])
    return found


class _Bounds:
    """What is known of tellings as columns; pairs of them are told by their places there."""

    def __init__(self, told: Sequence[Telling], scale: Scale) -> None:
        self._told, self._scale = told, scale
        self._documents = _numbered([one.key[0] for one in told])
        self._is_passing = np.array([one.is_passing for one in told], np.bool_)
        self._has_figures = np.array([bool(one.figures) for one in told], np.bool_)
        self._is_dated = np.array([one.reach is not None for one in told], np.bool_)
        days = [(one.reach.start.toordinal(), one.reach.end.toordinal()) if one.reach else (0, 0) for one in told]
        self._start, self._end = np.array(days, np.int64).T
        self._lasted = np.array([one.lasted for one in told], np.int64)
        self._published = np.array([one.published.toordinal() if one.published else 0 for one in told], np.int64)
        self._is_news = np.array([is_news(one) for one in told], np.bool_)
        self._types, self._stages = _numbered([one.type for one in told]), _numbered([one.stage for one in told])
        self._held: dict[str, Holdings] = {}

    def likely(self, one: Integers, other: Integers) -> Flags:
        """Which pairs may be one event."""
        time = self._time(one, other)
        is_own = ~(self._is_passing[one] | self._is_passing[other])
        found = ~is_own & self._may_pass(one, other, time)
        at = np.flatnonzero(is_own)
        found[at[self._reaching((one[at], other[at]), time[at])]] = True
        is_apart: Flags = self._documents[one] != self._documents[other]
        return found & is_apart

    def _may_pass(self, one: Integers, other: Integers, time: Floats) -> Flags:
        """Two tellings of which one is in passing: what `events.is_one` asks of types, figures and time."""
        are_alike = self._table(self._types, lambda a, b: self._scale.types.are_alike(a.type, b.type))
        both = self._is_passing[one] & self._is_passing[other]
        is_same = self._types[one] == self._types[other]
        alike = are_alike[self._types[one], self._types[other]].astype(np.bool_)
        are_counted = self._has_figures[one] & self._has_figures[other]
        return np.where(both, alike & (time >= 0), (is_same | are_counted) & (time > 0))

    def _reaching(self, pairs: Pairs, time: Floats) -> Integers:
        """Places of the pairs of documents' own events that may score enough."""
        least = together(self._scale) - _ROUNDING
        rest = sum(feature.most_added(0.0) for feature in FEATURES if feature.name not in _ASKED)
        rest += sum(_BY_NAME[name].most_added(0.0) for name in _SHARED)
        known = time + self._known(*pairs)
        at = np.flatnonzero(known + rest >= least)
        known = known[at]
        for name in _SHARED:
            one, other = pairs[0][at], pairs[1][at]
            rest -= _BY_NAME[name].most_added(0.0)
            known = known + self._shared(name, one, other)
            kept = known + rest >= least
            at, known = at[kept], known[kept]
        return at

    def _known(self, one: Integers, other: Integers) -> Floats:
        """What type, stage, publication and news add to a pair of documents' own events."""
        types = self._adding(self._types, _BY_NAME["type"])[self._types[one], self._types[other]]
        stages = self._adding(self._stages, _BY_NAME["stage"])[self._stages[one], self._stages[other]]
        known: Floats = types + stages + self._publication(one, other) + self._news(one, other)
        return known

    def _time(self, one: Integers, other: Integers) -> Floats:
        """What `features.time_of` adds in a large case."""
        apart = self._apart(one, other)
        days = self._end - self._start + 1
        widest = np.maximum(days[one], days[other])
        beyond = apart - np.maximum(self._lasted[one], self._lasted[other])
        strength = np.where(
            apart == 0,
            _stepped(features.OVERLAP, widest, features.OVERLAP_WIDE),
            np.where(
                beyond <= features.BESIDE[0], features.BESIDE[1], _stepped(features.APART, apart, features.FAR_APART)
            ),
        )
        return np.where(self._is_dated[one] & self._is_dated[other], _added(_BY_NAME["time"], strength), 0.0)

    def _apart(self, one: Integers, other: Integers) -> Integers:
        apart: Integers = np.maximum(self._start[other] - self._end[one], self._start[one] - self._end[other])
        return apart.clip(0)

    def _publication(self, one: Integers, other: Integers) -> Floats:
        apart = np.abs(self._published[one] - self._published[other])
        is_known = (self._published[one] > 0) & (self._published[other] > 0)
        is_far = is_known & (apart > features.FAR) & ~(self._is_dated[one] & self._is_dated[other])
        is_far = self._are_strangers(is_far, one, other)
        strength = np.where(apart <= features.NEAR, 1.0 - apart / features.FADING, np.where(is_far, -1.0, 0.0))
        return np.where(is_known, _added(_BY_NAME["published"], strength), 0.0)

    def _news(self, one: Integers, other: Integers) -> Floats:
        allowed = self._table(self._types, lambda a, b: days_between(a, b, self._scale.types))
        parted = self._is_news[one] & self._is_news[other]
        parted &= self._apart(one, other) > allowed[self._types[one], self._types[other]]
        return np.where(self._are_strangers(parted, one, other), -_BY_NAME["news"].weight, 0.0)

    def _are_strangers(self, asked: Flags, one: Integers, other: Integers) -> Flags:
        """Which of the pairs that are asked for name nobody in common."""
        at = np.flatnonzero(asked)
        found = asked.copy()
        if len(at):
            found[at] = self._holdings("somebody").shared(one[at], other[at]) == 0
        return found

    def _shared(self, name: str, one: Integers, other: Integers) -> Floats:
        """The most that names, figures, titles or words of a pair add."""
        held = self._holdings(name)
        if name == "wording":
            strength = (likeness(held, one, other) - features.UNLIKE) / features.ALIKE
        else:
            worth = held.shared(one, other)
            strength = np.where(worth > _LEAST.get(name, 0.0), worth / _ALL[name], 0.0)
        return _added(_BY_NAME[name], np.clip(strength, 0.0, 1.0))

    def _holdings(self, name: str) -> Holdings:
        """What the tellings hold of a kind, worked out when it is asked for."""
        if name not in self._held:
            self._held[name] = self._made(name)
        return self._held[name]

    def _made(self, name: str) -> Holdings:
        scale, told = self._scale, self._told
        if name == "wording":
            return wordings(told, scale)
        if name == "figures":
            return holdings([one.figures for one in told], figure_worth)
        if name == "title":
            return holdings([one.title for one in told], scale.word_weight)
        if name == "names":
            return holdings([elsewhere(one) for one in told], lambda word: name_worth(word, scale))
        return holdings([elsewhere(one) for one in told], lambda word: float(is_somebody(word, scale)))

    def _adding(self, kinds: Integers, feature: Feature) -> NDArray[Any]:
        return self._table(kinds, lambda one, other: feature.adds(one, other, self._scale)[0])

    def _table(self, kinds: Integers, asked: Callable[[Telling, Telling], float]) -> NDArray[Any]:
        """What is answered for each pair of kinds, asked of the first telling of either that is no mention in passing."""
        # The last one put in stands: a telling that is no mention in passing, where there is one.
        ranked = sorted(range(len(kinds)), key=lambda at: (not self._is_passing[at], -at))
        first = {int(kinds[at]): at for at in ranked}
        told = [self._told[first[kind]] for kind in range(len(first))]
        return np.array([[asked(one, other) for other in told] for one in told], np.float64)


def _numbered(column: Sequence[Any]) -> Integers:
    numbers: dict[Any, int] = {}
    return np.array([numbers.setdefault(one, len(numbers)) for one in column], np.int64)


def _stepped(steps: Sequence[tuple[int, float]], days: Integers, beyond: float) -> Floats:
    return np.select([days <= most for most, _ in steps], [strength for _, strength in steps], beyond)


def _added(feature: Feature, strength: Floats) -> Floats:
    """What a strength adds in a large case."""
    return np.where(strength > 0, strength * feature.common, strength) * feature.weight
