"""Which documents may share a passage: those that hold the same rare runs of three content words.

An inverted index, not MinHash: two texts that share one paragraph in ten, or with two words in five changed, are far too
unlike for a sketch of the whole, while a handful of common rare runs gives them away.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sayso.linking.passages import Copyable
from sayso.linking.words import standing_form
from sayso.model import Document

# Runs that so many documents hold pair each of them; beyond, each is paired with the earliest only (a wire story).
_FEW = 12
# Two runs that overlap by two words come from a phrase of four; a copied passage has more.
_LEAST_RUNS = 3
# A paragraph in so many documents of one source belongs to the source, not to the story.
_STANDING = 3


def candidates(held: Mapping[str, Sequence[int]]) -> tuple[tuple[int, int], ...]:
    """Pairs of indexes, the earlier first, of texts that share enough rare runs.

    Args:
        held: for each run that two or more hold, those texts, in order of publication.
    """
    counts: Counter[tuple[int, int]] = Counter()
    for holders in held.values():
        if len(holders) <= _FEW:
            counts.update((one, other) for at, one in enumerate(holders) for other in holders[at + 1 :])
        else:
            counts.update((holders[0], other) for other in holders[1:])
    return tuple(sorted(pair for pair, count in counts.items() if count >= _LEAST_RUNS))


def holders_of(texts: Sequence[Copyable]) -> Mapping[str, Sequence[int]]:
    """For each run that two texts or more hold, their indexes in order."""
    first: dict[str, int] = {}
    holders: dict[str, list[int]] = {}
    for index, text in enumerate(texts):
        for seed in text.seeds:
            known = first.setdefault(seed, index)
            if known != index:
                holders.setdefault(seed, [known]).append(index)
    return holders


def standing_blocks(documents: Iterable[Document]) -> frozenset[str]:
    """The folded paragraphs that a source prints under story after story: appeals, notices, who to call."""
    seen: Counter[tuple[str, str]] = Counter()
    for document in documents:
        if document.source is None:
            continue
        blocks = {standing_form(document.text[block.start : block.end]) for block in document.blocks}
        seen.update((document.source, text) for text in sorted(blocks))
    return frozenset(text for (_, text), count in seen.items() if count >= _STANDING)
