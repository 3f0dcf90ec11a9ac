"""How telling a shared word or name is in this case: rare ones tell much, common ones little."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

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
_LONGEST = 120
# Texts with fewer words than this are alike or unlike by chance.
_SHORTEST = 25


@dataclass(frozen=True, slots=True)
class Scale:
    """Counts over a whole case.

    Args:
        documents: how many tell something, duplicates once.
        names: in how many documents a folded name stands.
        words: the same of content words.
        types: how the event types stand to each other.
        vectors: document -> its most telling words with their weights, of length one.
        proper: words that name things; none in a large case, where the weights of words tell more.
        smallness: 1 for a folder of few documents, 0 for a large case, in between by the logarithm.
    """

    documents: int
    names: Mapping[str, int]
    words: Mapping[str, int]
    types: Types
    vectors: Mapping[str, Mapping[str, float]]
    proper: frozenset[str] = frozenset()
    smallness: float = 0.0

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
        first, second = self.vectors[one.key[0]], self.vectors[other.key[0]]
        small, large = (first, second) if len(first) <= len(second) else (second, first)
        shared = sum(weight * large[word] for word, weight in small.items() if word in large)
        return shared * min(1.0, len(small) / _SHORTEST)


def scale_of(told: Iterable[Telling], types: Types) -> Scale:
    """Count names and words over all tellings, each document once."""
    names: dict[str, set[str]] = {}
    texts: dict[str, Mapping[str, int]] = {}
    capitals: dict[str, frozenset[str]] = {}
    documents: set[str] = set()
    for telling in told:
        documents.add(telling.key[0])
        names.setdefault(telling.key[0], set()).update(telling.names)
        if telling.words:
            texts[telling.key[0]] = telling.words
            capitals[telling.key[0]] = telling.capitals
    counts = Counter(word for words in texts.values() for word in words)
    bare = Scale(
        documents=len(documents),
        names=Counter(name for one in names.values() for name in one),
        words=counts,
        types=types,
        vectors={},
        smallness=_smallness(len(documents)),
    )
    vectors = {document: _vector(words, bare) for document, words in texts.items()}
    named = proper(capitals.values(), counts) if bare.smallness else frozenset()
    return replace(bare, vectors=vectors, proper=named)


def _smallness(documents: int) -> float:
    if documents <= FOLDER:
        return 1.0
    return max(0.0, 1.0 - math.log(documents / FOLDER) / math.log(10))


def _vector(words: Mapping[str, int], scale: Scale) -> dict[str, float]:
    """The most telling words with their weights, of length one; counts are damped by their logarithm."""
    weighed = ((scale.word_weight(word) * (1.0 + math.log(count)), word) for word, count in words.items())
    kept = sorted(((weight, word) for weight, word in weighed if weight > 0), reverse=True)[:_LONGEST]
    norm = math.sqrt(sum(weight * weight for weight, _ in kept))
    return {word: weight / norm for weight, word in kept}
