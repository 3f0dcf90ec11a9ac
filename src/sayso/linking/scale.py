"""How telling a shared word or name is in this case: rare ones tell much, common ones little."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.linking.tellings import Telling

# Up to so many documents a folder is taken to have been gathered about one thing; the prior fades out by ten times it.
FOLDER = 12
# Added to the number of documents, so that in a folder of five a word that all share still tells a little.
_SMOOTHING = 8
# So many words of a document are compared: the rest weigh next to nothing.
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Scale:
    """Counts over a whole case.

    Args:
        documents: how many tell something, duplicates once.
        names: in how many documents a folded name stands.
        words: the same of content words.
        groups: event type -> the group of types that may name one event.
        vectors: document -> its most telling words with their weights, of length one.
    """

    documents: int
    names: Mapping[str, int]
    words: Mapping[str, int]
    groups: Mapping[str, str]
    vectors: Mapping[str, Mapping[str, float]]

    def name_weight(self, name: str) -> float:
        """How telling a shared name is, in nats."""
        return math.log((self.documents + _SMOOTHING) / (self.names.get(name, 1) + 1))

    def word_weight(self, word: str) -> float:
        """How telling a shared word is, in nats."""
        return math.log((self.documents + _SMOOTHING) / (self.words.get(word, 1) + 1))

    def group(self, event_type: str) -> str:
        """The group of event types that one happening may be called by."""
        return self.groups.get(event_type, event_type)

    @property
    def smallness(self) -> float:
        """1 for a folder of few documents, 0 for a large case, in between by the logarithm."""
        if self.documents <= FOLDER:
            return 1.0
        return max(0.0, 1.0 - math.log(self.documents / FOLDER) / math.log(10))

    def likeness(self, one: Telling, other: Telling) -> float:
        """Cosine of the two documents' most telling words, 0 to 1."""
        if not one.words or not other.words:
            return 0.0
        first, second = self.vectors[one.key[0]], self.vectors[other.key[0]]
        small, large = (first, second) if len(first) <= len(second) else (second, first)
        return sum(weight * large[word] for word, weight in small.items() if word in large)


def scale_of(told: Iterable[Telling], same_types: Iterable[tuple[str, ...]]) -> Scale:
    """Count names and words over all tellings, each document once."""
    names: dict[str, set[str]] = {}
    texts: dict[str, Mapping[str, int]] = {}
    documents: set[str] = set()
    for telling in told:
        documents.add(telling.key[0])
        names.setdefault(telling.key[0], set()).update(telling.names)
        if telling.words:
            texts[telling.key[0]] = telling.words
    groups = {event_type: min(types) for types in same_types for event_type in types}
    counts = Counter(word for words in texts.values() for word in words)
    bare = Scale(
        documents=len(documents),
        names=Counter(name for one in names.values() for name in one),
        words=counts,
        groups=groups,
        vectors={},
    )
    vectors = {document: _vector(words, bare) for document, words in texts.items()}
    return Scale(bare.documents, bare.names, counts, groups, vectors)


def _vector(words: Mapping[str, int], scale: Scale) -> dict[str, float]:
    """The most telling words with their weights, of length one; counts are damped by their logarithm."""
    weighed = ((scale.word_weight(word) * (1.0 + math.log(count)), word) for word, count in words.items())
    kept = sorted(((weight, word) for weight, word in weighed if weight > 0), reverse=True)[:_LONGEST]
    norm = math.sqrt(sum(weight * weight for weight, _ in kept))
    return {word: weight / norm for weight, word in kept}
