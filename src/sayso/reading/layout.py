"""Words with their places on a page, put in the order in which a person reads them: columns, lines, cells.

Sizes are those of the words themselves, so that nothing depends on the unit or the size of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

# A gutter is a band that next to no line crosses: titles, pictures' captions and wide tables may.
_CROSSED = 0.25
_BINS = 200
# In the height of a line: a gap between columns, and one between the cells of a table.
_GUTTER, _CELL = 0.6, 2.0
# Columns of prose are filled; what is not is a table, an address or a form.
_FILLED, _ROW_WORDS, _ROWS = 0.6, 2.5, 4
_MARK = re.compile(r"(?:\d{1,3}|[*†‡§¶]{1,3}|\[\d{1,3}\])[,.]?")


@dataclass(frozen=True, slots=True)
class Word:
    """Signs without a blank between them, and the box around them; y grows upwards."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        """How tall its font is."""
        return self.top - self.bottom

    @property
    def middle(self) -> float:
        """Halfway up."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Line:
    """Words side by side; `cells` are more than one where wide gaps part them. `column` counts those of its page."""

    cells: tuple[str, ...]
    left: float
    bottom: float
    right: float
    top: float
    column: int = 0

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(self.cells)

    @property
    def height(self) -> float:
        """How tall its font is."""
        return self.top - self.bottom


def lines(words: Sequence[Word]) -> list[Line]:
    """The lines of a page in reading order."""
    ordered: list[Line] = []
    for column, flow in enumerate(_flows(_unnumbered(list(words)), 0)):
        ordered.extend(_line(row, column) for row in _rows(flow) if row)
    return [line for line in ordered if line.cells]


def _flows(words: list[Word], depth: int) -> list[list[Word]]:
    """The words parted into stretches that are each read from left to right and top to bottom."""
    gutter = _gutter(words) if len(words) > 2 * _ROWS and depth < 6 else None
    if gutter is None:
        return [words] if words else []
    flows: list[list[Word]] = [[]]
    for is_across, band in groupby(_rows(words), key=lambda row: _crosses(row, gutter)):
        held = [word for row in band for word in row]
        left = [word for word in held if word.right <= gutter]
        right = [word for word in held if word.right > gutter]
        if is_across or not (_is_prose(left) and _is_prose(right)):
            # Rows that miss the gutter by chance belong with those above them.
            flows[-1].extend(held)
        else:
            flows.extend((*_flows(left, depth + 1), *_flows(right, depth + 1), []))
    return [flow for flow in flows if flow]


def _gutter(words: Sequence[Word]) -> float | None:
    """Where a blank band runs down between two columns; None where none does."""
    start, end = min(word.left for word in words), max(word.right for word in words)
    step = (end - start) / _BINS
    if step <= 0:
        return None
    covered = [0.0] * (_BINS + 1)
    for word in words:
        for at in range(max(0, int((word.left - start) / step)), min(_BINS, int((word.right - start) / step)) + 1):
            covered[at] += word.height
    bound = _CROSSED * median(covered)
    tall = median(word.height for word in words)
    best: tuple[float, float] | None = None
    for is_blank, run in groupby(range(_BINS // 6, _BINS - _BINS // 6), key=lambda at: covered[at] <= bound):
        listed = list(run)
        width = len(listed) * step
        if is_blank and width >= _GUTTER * tall and (best is None or width > best[0]):
            best = (width, start + (listed[0] + len(listed) / 2) * step)
    return best[1] if best else None


def _crosses(row: Iterable[Word], gutter: float) -> bool:
    """Whether a row runs over a gutter: a word stands in it, or two stand too close on its sides."""
    ordered = sorted(row, key=lambda word: word.left)
    if any(word.left < gutter < word.right for word in ordered):
        return True
    return any(
        one.right <= gutter <= other.left and other.left - one.right < _GUTTER * one.height
        for one, other in pairwise(ordered)
    )


def _is_prose(words: Sequence[Word]) -> bool:
    """Whether words fill their column as running text does."""
    rows = [row for row in _rows(words) if row]
    if len(rows) < _ROWS:
        return False
    width = max(word.right for word in words) - min(word.left for word in words)
    fills = [(max(word.right for word in row) - min(word.left for word in row)) / width for row in rows]
    return median(fills) >= _FILLED and sum(map(len, rows)) / len(rows) >= _ROW_WORDS


def _rows(words: Iterable[Word]) -> list[list[Word]]:
    """Words that stand at one height, from top to bottom."""
    rows: list[list[Word]] = []
    middle = tall = 0.0
    for word in sorted(words, key=lambda one: (-one.middle, one.left)):
        if rows and middle - word.middle < 0.5 * max(word.height, tall):
            rows[-1].append(word)
            if word.height > tall:
                middle, tall = word.middle, word.height
        else:
            rows.append([word])
            middle, tall = word.middle, word.height
    return rows


def _line(row: Sequence[Word], column: int) -> Line:
    """A row of words as a line; marks of footnotes are left out, since they would be read as figures."""
    tall = max(word.height for word in row)
    base = median(word.bottom for word in row if word.height > 0.8 * tall)
    kept = [word for word in row if not _is_mark(word, tall, base)]
    cells: list[list[str]] = []
    last: Word | None = None
    for word in sorted(kept, key=lambda one: one.left):
        if last is None or word.left - last.right > _CELL * tall:
            cells.append([])
        cells[-1].append(word.text)
        last = word
    box = kept or row
    left, right = min(word.left for word in box), max(word.right for word in box)
    bottom, top = min(word.bottom for word in box), max(word.top for word in box)
    return Line(tuple(" ".join(cell) for cell in cells), left, bottom, right, top, column)


def _is_mark(word: Word, tall: float, base: float) -> bool:
    """A small raised number or sign."""
    is_raised = word.height < 0.8 * tall and word.bottom > base + 0.15 * tall
    return is_raised and _MARK.fullmatch(word.text) is not None


def _unnumbered(words: list[Word]) -> list[Word]:
    """The words without numbers of lines, which court papers and drafts carry down one margin."""
    numbers = [word for word in words if word.text.isdecimal() and len(word.text) <= 3]
    others = [word for word in words if not (word.text.isdecimal() and len(word.text) <= 3)]
    if len(numbers) < 10 or not others:
        return words
    start = min(word.left for word in others)
    margin = [word for word in numbers if word.right <= start + 0.2 * word.height]
    counted = [int(word.text) for word in sorted(margin, key=lambda word: -word.middle)]
    in_turn = sum(1 for one, other in pairwise(counted) if other == one + 1)
    if len(margin) < 10 or in_turn < 0.8 * (len(counted) - 1):
        return words
    gone = set(map(id, margin))
    return [word for word in words if id(word) not in gone]
