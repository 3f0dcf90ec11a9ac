"""From stored text back to the file: where in it each block begins, in the file's own terms.

The words of the file, part by part in its order, are laid beside the stored text, letters and digits alone; both tell the
same in nearly the same order, so that each block is looked for behind the last one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import replace

from sayso.model import Block
from sayso.reading.normal_form import normalise
from sayso.reading.shape import Draft

# As many letters as tell a stretch from others; fewer, where a link or a note's mark stands among them in the file.
_LONG, _SHORT, _LEAST = 60, 16, 3
# A text that strays so often from its file is not looked for further: each look goes through all that is left.
_MISSES = 200

_LINE = re.compile("\r\n|\r|\n")
_NO_SIGN = re.compile(r"[\W_]+")
Anchor = tuple[str, Callable[[], str]]


def placed(draft: Draft, anchors: Iterable[Anchor]) -> Draft:
    """A draft whose blocks say where they begin in the file.

    Args:
        draft: a text that was made from the file.
        anchors: the words of each part of the file in order, and what the part is called.
    """
    starts, parts, calls = [], [], []
    length = 0
    for words, call in anchors:
        squeezed = _squeezed(words)
        if squeezed:
            starts.append(length)
            parts.append(squeezed)
            calls.append(call)
            length += len(squeezed)
    whole = "".join(parts)
    blocks: list[Block] = []
    position = misses = 0
    for block in draft.blocks:
        found = _found(whole, _squeezed(draft.text[block.start : block.end][: 4 * _LONG]), position)
        misses += found < 0
        if misses > _MISSES:
            return draft
        position = max(position, found)
        blocks.append(block if found < 0 else replace(block, place=calls[bisect_right(starts, found) - 1]()))
    return replace(draft, blocks=tuple(blocks))


def lines(draft: Draft, text: str) -> Draft:
    """A draft whose blocks say on which line of its file they begin."""
    return placed(draft, ((line, f"line {number}".__str__) for number, line in enumerate(_LINE.split(text), start=1)))


def _found(whole: str, key: str, position: int) -> int:
    """Where a stretch begins, behind the last one or, as a title may, before it; -1 where it is not found."""
    tried = [key[:_LONG], key[:_SHORT]] if len(key) >= _LEAST else []
    found = (whole.find(part, start) for part in tried for start in (position, 0))
    return next((at for at in found if at >= 0), -1)


def _squeezed(words: str) -> str:
    return _NO_SIGN.sub("", words if words.isascii() else normalise(words)).lower()
