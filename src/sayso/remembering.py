"""What linking remembers of a case, between the case file and the survey: numbers as bytes, the rest as JSON.

It stands under the code and codebook it was found under; under any other it is forgotten.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from sayso.linking import Aligner, Alignment, Memory, Pair
from sayso.linking.alignment import Stretch
from sayso.linking.memory import Codes, among, once
from sayso.linking.prints import number
from sayso.model import Document, Passage
from sayso.store import View, Writer

_CODES = ("compared", "joined", "apart")


def recalled(view: View, under: str) -> Memory:
    """What is remembered under some code and codebook; nothing where that is another."""
    if view.remembered("under").decode() != under:
        return Memory()
    compared, joined, apart = (np.frombuffer(view.remembered(name), "<u8").astype(np.uint64) for name in _CODES)
    told = json.loads(view.remembered("partitions") or b"{}")
    partitions = {
        key: tuple((tuple(members), tuple(why)) for members, why in clusters) for key, clusters in told.items()
    }
    aligned = json.loads(view.remembered("alignments") or b"{}")
    alignments = {int(key): _alignment(*row) for key, row in aligned.items()}
    return Memory(compared, joined, partitions, apart, alignments)


def remember(writer: Writer, memory: Memory, under: str) -> None:
    """Keep what a survey found."""
    writer.remember("under", under.encode())
    for name in _CODES:
        writer.remember(name, getattr(memory, name).astype("<u8").tobytes())
    writer.remember("partitions", json.dumps(memory.partitions, ensure_ascii=False).encode())
    alignments = {str(key): _row(one) for key, one in memory.alignments.items()}
    writer.remember("alignments", json.dumps(alignments).encode())


def _row(one: Alignment) -> list[Any]:
    """Short and quick to read: there is one for every pair that shares a passage."""
    held = [
        [
            at.passage.start,
            at.passage.end,
            at.passage.from_start,
            at.passage.from_end,
            at.worth,
            at.runs,
            at.words,
            at.from_words,
        ]
        for at in one.stretches
    ]
    return [held, one.least, one.words, one.from_words]


def _alignment(held: list[list[Any]], least: int, words: int, from_words: int) -> Alignment:
    stretches = (Stretch(Passage(*places), worth, tuple(runs), own, outer) for *places, worth, runs, own, outer in held)
    return Alignment(tuple(stretches), least, words, from_words)


class Remembered:
    """Answers pairs of documents from what was found before; only others are laid side by side.

    Args:
        memory: what was found before.
        contents: for each document the hash of its text and blocks.
        document: gives a document by its id.
    """

    def __init__(self, memory: Memory, contents: Mapping[str, str], document: Callable[[str], Document]) -> None:
        self._memory = memory
        self._contents = contents
        self._aligner = Aligner(document)
        self._apart: Codes = memory.apart[:0]
        self._found: dict[int, Alignment] = {}

    def aligned(self, pairs: Sequence[Pair]) -> Iterator[Alignment]:
        """What each pair shares, in order."""
        codes = np.array([self._code(pair) for pair in pairs], np.uint64)
        is_apart = among(codes, self._memory.apart)
        nothing = Alignment()
        for at, (pair, code) in enumerate(zip(pairs, codes.tolist(), strict=True)):
            if is_apart[at]:
                yield nothing
                continue
            alignment = self._memory.alignments.get(code) or self._aligner.align(pair)
            if alignment.stretches:
                self._found[code] = alignment
            else:
                is_apart[at] = True
            yield alignment
        self._apart = once(codes[is_apart])

    def kept(self, memory: Memory) -> Memory:
        """What is to be remembered, with what was asked here and no more."""
        return replace(memory, apart=self._apart, alignments=self._found)

    def _code(self, pair: Pair) -> int:
        told = (
            self._contents[pair.earlier],
            self._contents[pair.later],
            pair.skipped,
            pair.later_skipped,
            pair.is_ordered,
        )
        return number(repr(told))
