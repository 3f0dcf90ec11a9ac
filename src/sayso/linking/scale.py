"""How telling a shared word or name is in this case: rare ones tell much, common ones little."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sayso.linking.proper import proper
from sayso.linking.tellings import Telling
from sayso.linking.types import Types

# Up to so many documents a folder is taken to have been gathered about one thing; the prior fades out by ten times it.
FOLDER = 12
# Added to the number of documents, so that in a folder of five a word that all share still tells a little.
_SMOOTHING = 8
# In a folder of few a name in every document is no common name: it is what they are about.
_NAME = 1.5
# So many words of a document are compared: the rest weigh next to nothing.
LONGEST = 120
# Texts with fewer words than this are alike or unlike by chance.
SHORTEST = 25


# Words of so many documents are weighed and kept at a time: pairs of one document follow each other.
_KEPT = 1 << 14


def coarse(count: int, steps: int = 2) -> int:
    """A count as a large case knows it: exact up to three, then by so many steps to a doubling.

    Ten more documents among thousands must not change what every other pair of them comes to.

    >>> [coarse(count) for count in (1, 2, 3, 5, 9, 10, 1000, 1100, 1300)]
    [1, 2, 3, 6, 8, 11, 1024, 1024, 1448]
    """
    return count if count < 4 else round(2 ** (round(steps * math.log2(count)) / steps))


@dataclass(frozen=True, slots=True)
class Scale:
    """Counts over a whole case; those of a large one are coarse.

    Args:
        documents: how many tell something, duplicates once.
        names: in how many documents a folded name stands.
        words: the same of content words.
        types: how the event types stand to each other.
        texts: document -> its content words with their counts.
        proper: words that name things; none in a large case, where the weights of words tell more.
        smallness: 1 for a folder of few documents, 0 for a large case, in between by the logarithm.
    """

    documents: int
    names: Mapping[str, int]
    words: Mapping[str, int]
    types: Types
    texts: Mapping[str, Mapping[str, int]]
    proper: frozenset[str] = frozenset()
    smallness: float = 0.0
    _vectors: dict[str, Mapping[str, float]] = field(default_factory=dict, repr=False, compare=False)

    def name_weight(self, name: str) -> float:
        """How telling a shared name is, in nats."""
        rarity = math.log((self.documents + _SMOOTHING) / (self.names.get(name, 1) + 1))
        return max(rarity, _NAME * self.smallness)

    def word_weight(self, word: str) -> float:
        """How telling a shared word is, in nats."""
        return math.log((self.documents + _SMOOTHING) / (self.words.get(word, 1) + 1))

    def likeness(self, one: Telling, other: Telling) -> float:
        """Cosine of the two documents' most telling words, 0 to 1."""
        if not one.words or not other.words:
            return 0.0
        first, second = self._vector(one.key[0]), self._vector(other.key[0])
        small, large = (first, second) if len(first) <= len(second) else (second, first)
        shared = sum(weight * large[word] for word, weight in small.items() if word in large)
        return shared * min(1.0, len(small) / SHORTEST)

    def _vector(self, document: str) -> Mapping[str, float]:
        """A document's most telling words with their weights, of length one; counts are damped by their logarithm."""
        known = self._vectors.get(document)
        if known is None:
            if len(self._vectors) >= _KEPT:
                self._vectors.pop(next(iter(self._vectors)))
            known = self._vectors[document] = _vector(self.texts[document], self)
        return known


def scale_of(told: Iterable[Telling], types: Types) -> Scale:
    """Count names and words over all tellings, each document once."""
    names: dict[str, set[str]] = {}
    texts: dict[str, Mapping[str, int]] = {}
    capitals: dict[str, frozenset[str]] = {}
    for telling in told:
        names.setdefault(telling.key[0], set()).update(telling.names)
        if telling.words:
            texts[telling.key[0]] = telling.words
            capitals[telling.key[0]] = telling.capitals
    words = Counter(word for held in texts.values() for word in held)
    called = Counter(name for one in names.values() for name in one)
    smallness = _smallness(len(names))
    if smallness:
        return Scale(len(names), called, words, types, texts, proper(capitals.values(), words), smallness)
    # Each count is worked out once: there are few of them, and many words.
    rounded = {count: coarse(count) for count in {*words.values(), *called.values()}}
    return Scale(
        coarse(len(names), 4),
        {name: rounded[count] for name, count in called.items()},
        {word: rounded[count] for word, count in words.items()},
        types,
        texts,
    )


def _smallness(documents: int) -> float:
    if documents <= FOLDER:
        return 1.0
    return max(0.0, 1.0 - math.log(documents / FOLDER) / math.log(10))


def _vector(words: Mapping[str, int], scale: Scale) -> dict[str, float]:
    weighed = ((scale.word_weight(word) * (1.0 + math.log(count)), word) for word, count in words.items())
    kept = sorted(((weight, word) for weight, word in weighed if weight > 0), reverse=True)[:LONGEST]
    norm = math.sqrt(sum(weight * weight for weight, _ in kept))
    return {word: weight / norm for weight, word in kept}
