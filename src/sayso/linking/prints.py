"""What gives a copy away: of each paragraph its standing form and its runs of content words, as numbers.

A number stands for words that are never looked at again; eight bytes of a hash tell them apart in any case that fits a disk.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.linking.passages import runs_of
from sayso.linking.words import standing_form
from sayso.model import Document

Numbers = NDArray[np.uint64]

# Runs that so many documents hold pair each of them; beyond, each is paired with the earliest only (a wire story).
_FEW = 12
# Two runs that overlap by two words come from a phrase of four; a copied passage has more.
_LEAST_RUNS = 3
# A paragraph in so many documents of one source belongs to the source, not to the story.
_STANDING = 3


@dataclass(frozen=True, slots=True)
class Prints:
    """The prints of one document.

    Args:
        document: its id; text_sha256: of its text; source: who publishes it.
        public: when it was public, the latest day first.
        length: of the text, in code points; is_blank: there is nothing in it.
        standing: a number for each block that could be copied, of its standing form.
        runs: a number for each run of content words: those that end in a block, then those within it, block by block.
        ends: where either end, for each block.
    """

    document: str
    text_sha256: str
    source: str | None
    public: tuple[date, date]
    length: int
    is_blank: bool
    standing: Numbers
    ends: tuple[tuple[int, int], ...]
    runs: Numbers

    @property
    def order(self) -> tuple[date, date, str]:
        """Sorts documents by when they were public, undated ones last, then by id."""
        return (*self.public, self.document)

    def kept(self, skipped: frozenset[int]) -> Numbers:
        """The runs without those of blocks that are skipped."""
        held = self.runs
        if skipped and not skipped.isdisjoint(self.standing.tolist()):
            held = held[self._is_kept(skipped)]
        return held

    def _is_kept(self, skipped: frozenset[int]) -> NDArray[np.bool_]:
        """Which runs neither stand in a block that is skipped nor touch one."""
        kept, start, was_skipped = np.ones(len(self.runs), np.bool_), 0, False
        for form, (across, end) in zip(self.standing.tolist(), self.ends, strict=True):
            is_skipped = form in skipped
            kept[start:across] = not (is_skipped or was_skipped)
            kept[across:end] = not is_skipped
            # What carries no words parts nothing.
            was_skipped = is_skipped or (was_skipped and across == end == start)
            start = end
        return kept


def prints_of(document: Document) -> Prints:
    """The prints of a document."""
    forms, ends, runs = [], [], list[int]()
    for block, across, within in runs_of(document):
        forms.append(number(standing_form(document.text[block.start : block.end])))
        runs.extend(map(number, across))
        start = len(runs)
        runs.extend(map(number, within))
        ends.append((start, len(runs)))
    return Prints(
        document.id,
        document.text_sha256,
        document.source,
        days(document),
        len(document.text),
        not document.text.strip(),
        np.array(forms, np.uint64),
        tuple(ends),
        np.array(runs, np.uint64),
    )


def number(words: str) -> int:
    """A number for some words: the same wherever it is asked for."""
    return int.from_bytes(hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def days(document: Document) -> tuple[date, date]:
    """The latest and the earliest day on which a document may have been made public."""
    published = document.published
    if published is None:
        return date.max, date.max
    earliest = published.earliest or published.latest or date.max
    return published.latest or earliest, earliest


def standing_blocks(told: Iterable[Prints]) -> frozenset[int]:
    """The paragraphs that a source prints under story after story: appeals, notices, who to call."""
    seen: Counter[tuple[str, int]] = Counter()
    for one in told:
        if one.source is not None:
            seen.update((one.source, form) for form in set(one.standing.tolist()))
    return frozenset(form for (_, form), count in seen.items() if count >= _STANDING)


class Holders:
    """Which texts hold which runs.

    Args:
        texts: the runs of each text, the texts in order of publication.
    """

    def __init__(self, texts: Sequence[Numbers]) -> None:
        every = np.concatenate([*texts, np.zeros(0, np.uint64)])
        whose = np.repeat(np.arange(len(texts), dtype=np.int64), [len(runs) for runs in texts])
        ordered = np.argsort(every, kind="stable")
        every, whose = every[ordered], whose[ordered]
        # A run that stands twice in one text is held once.
        is_first = np.ones(len(every), np.bool_)
        is_first[1:] = (every[1:] != every[:-1]) | (whose[1:] != whose[:-1])
        every, whose = every[is_first], whose[is_first]
        self._runs, first, counts = np.unique(every, return_index=True, return_counts=True)
        self._counts = counts
        shared = counts > 1
        self._pairs = _pairs(whose, first[shared], counts[shared], len(texts))

    def held(self, runs: Sequence[int]) -> NDArray[np.int64]:
        """How many texts hold each of some runs."""
        asked = np.array(runs, np.uint64)
        if not len(self._runs):
            return np.zeros(len(asked), np.int64)
        at = np.minimum(np.searchsorted(self._runs, asked), len(self._runs) - 1)
        return np.where(self._runs[at] == asked, self._counts[at], 0)

    def candidates(self) -> list[tuple[int, int]]:
        """Pairs of texts, the earlier first, that share enough runs."""
        return self._pairs


def _pairs(whose: NDArray[np.int64], first: Any, counts: Any, texts: int) -> list[tuple[int, int]]:
    """All pairs of the texts of a rare run; of a frequent one the first with each other."""
    few = counts <= _FEW
    found = []
    for ahead in range(1, _FEW):
        for at in range(_FEW - ahead):
            wide = first[few & (counts > at + ahead)] + at
            found.append(whose[wide] * texts + whose[wide + ahead])
    for start, count in zip(first[~few].tolist(), counts[~few].tolist(), strict=True):
        found.append(whose[start] * texts + whose[start + 1 : start + count])
    codes, held = np.unique(np.concatenate([*found, np.zeros(0, np.int64)]), return_counts=True)
    return [divmod(code, texts) for code in codes[held >= _LEAST_RUNS].tolist()]
