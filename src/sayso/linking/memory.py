"""What an earlier survey of a case found out and a later one need not: which pairs were compared, and what came of it.

Everything stands under numbers that hold all it depends on, so that what is remembered is never stale: it can be thrown
away at any time, and what comes out is the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from sayso.linking.alignment import Alignment
from sayso.linking.prints import number
from sayso.linking.scale import Scale
from sayso.linking.tellings import Telling

Codes = NDArray[np.uint64]
Partition: TypeAlias = tuple[tuple[tuple[int, ...], tuple[str, ...]], ...]
"""Clusters of one component: which of its members, counted in the order of their numbers, and why."""

Number = TypeVar("Number", bound=np.generic)

_MASK = (1 << 64) - 1
_ODD = 0x9E3779B97F4A7C15


def no_codes() -> Codes:
    """None at all."""
    return np.zeros(0, np.uint64)


@dataclass(frozen=True, slots=True)
class Memory:
    """What is remembered of pairs.

    Args:
        compared: numbers of pairs that were compared, in order; joined: of those that may be one event.
        partitions: how a component of such pairs came apart, by its number.
        apart: numbers of pairs of documents that share no passage; alignments: what others share, by their number.
    """

    compared: Codes = field(default_factory=no_codes)
    joined: Codes = field(default_factory=no_codes)
    partitions: Mapping[str, Partition] = field(default_factory=dict)
    apart: Codes = field(default_factory=no_codes)
    alignments: Mapping[int, Alignment] = field(default_factory=dict)


NOTHING = Memory()


def marks_of(told: Sequence[Telling], scale: Scale, signed: Mapping[str, str]) -> Codes:
    """A number for each telling that holds all that a comparison takes of it: its sign, and how telling its words are.

    Args:
        told: the tellings.
        scale: how telling words and names are.
        signed: for each document the hash of its sign; documents without one get a number of this survey alone.
    """
    words = {word: number(word) * count & _MASK for word, count in scale.words.items()}
    names = {name: number(f"name {name}") * count & _MASK for name, count in scale.names.items()}
    size = number(f"{scale.documents} {scale.smallness}")
    of_text: dict[str, int] = {}
    found = []
    for telling in told:
        document = telling.key[0]
        if document not in of_text:
            held = scale.texts.get(document, ())
            of_text[document] = number(signed.get(document, document)) + sum(map(words.__getitem__, held))
        mark = of_text[document] + size + number(str(telling.key[1])) + sum(map(names.__getitem__, telling.names))
        # The words of a title told in passing may stand in no text that is counted.
        found.append((mark + sum(words.get(word, 0) for word in telling.title)) & _MASK)
    return np.array(found, np.uint64)


def codes_of(first: Codes, second: Codes) -> Codes:
    """A number for each pair of marks, whichever comes first."""
    low, high = np.minimum(first, second), np.maximum(first, second)
    mixed: Codes = (low ^ (low >> np.uint64(29))) * np.uint64(_ODD) + high
    return mixed ^ (mixed >> np.uint64(32))


def once(codes: NDArray[Number]) -> NDArray[Number]:
    """Numbers in order, once each; sorting does it sixteen times as fast as numpy's own way by a table."""
    held = np.sort(codes)
    is_new = np.ones(len(held), np.bool_)
    is_new[1:] = held[1:] != held[:-1]
    return held[is_new]


def among(codes: Codes, known: Codes) -> NDArray[np.bool_]:
    """Which codes are known; `known` is in order."""
    if not len(known):
        return np.zeros(len(codes), np.bool_)
    at = np.minimum(np.searchsorted(known, codes), len(known) - 1)
    found: NDArray[np.bool_] = known[at] == codes
    return found
