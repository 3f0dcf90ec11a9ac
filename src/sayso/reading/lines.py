"""A text cut into units: runs of lines that belong together, before anyone asks what they are.

A blank line ends a unit, unless the sentence plainly goes on after it (a page or layout break); a single line end does
only where the line before is whole. Text is never changed, only cut.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from sayso.reading import cues, kinds

_LINE = re.compile(r"[^\n]*[^\s][^\n]*")
# Typewriters, mail and terminals wrap at up to about a hundred characters; longer lines are paragraphs.
_WIDEST_WRAP = 110
_NARROWEST_WRAP = 40
# Shorter than this, a line without a full stop is a heading or a list entry, not a sentence torn apart.
_TORN = 50
# Words that end no sentence and no heading.
_LEADS = frozenset("the a an and or of to in for with by on at from its their his her this that".split())


@dataclass(frozen=True, slots=True)
class Unit:
    """A stretch of text without its outer blanks; `follows` is true where no blank line stands before it."""

    start: int
    end: int
    text: str
    follows: bool


def units(text: str) -> list[Unit]:
    """The units of `text`, in order."""
    lines = [_trimmed(match) for match in _LINE.finditer(text)]
    width = _wrap_width(text, lines)
    runs: list[list[Unit]] = []
    for line in lines:
        if runs and _goes_on(runs[-1][-1], line, width, text.count("\n", runs[-1][-1].end, line.start)):
            runs[-1].append(line)
        else:
            runs.append([line])
    return [_unit(text, run, before) for run, before in zip(runs, [None, *runs], strict=False)]


def _unit(text: str, run: list[Unit], before: list[Unit] | None) -> Unit:
    """A run of lines as one unit."""
    start, end = run[0].start, run[-1].end
    follows = before is not None and text.count("\n", before[-1].end, start) == 1
    return Unit(start, end, text[start:end], follows)


def _trimmed(match: re.Match[str]) -> Unit:
    line = match[0]
    start = match.start() + len(line) - len(line.lstrip())
    return Unit(start, match.start() + len(line.rstrip()), line.strip(), follows=False)


def _wrap_width(text: str, lines: list[Unit]) -> int:
    """The width at which the text is wrapped by hand; 0 where it is not."""
    inner = [len(one.text) for one, after in pairwise(lines) if text.count("\n", one.end, after.start) == 1]
    # Not the longest line: a word rejoined over its line end leaves one of double length.
    widest = sorted(inner)[int(0.9 * len(inner))] if inner else 0
    if len(inner) < 3 or not _NARROWEST_WRAP <= widest <= _WIDEST_WRAP:
        return 0
    return widest if sum(1 for length in inner if length > 0.75 * widest) >= 0.5 * len(inner) else 0


def _goes_on(above: Unit, line: Unit, width: int, gap: int) -> bool:
    """Whether `line`, `gap` line ends below, continues the sentence or the wrapped paragraph of the line above."""
    last = above.text
    if _begins(line.text):
        return False
    is_open = cues.ENDED.search(last) is None
    is_full = bool(width) and len(last) + 1 + len(line.text.split(" ", 1)[0]) > 0.85 * width
    if gap == 1 and is_full and is_open:
        return True
    if gap > 2 or _is_whole(last) or _is_whole(line.text):
        return False
    goes_on = is_open and line.text[0].islower()
    if gap == 2:
        return goes_on and len(last) >= _TORN
    return is_full or goes_on or (is_open and (last.endswith(",") or last.rsplit(" ", 1)[-1] in _LEADS))


def _begins(line: str) -> bool:
    """Lines that begin something by their form: bullets, quoted lines, rows of a table."""
    return kinds.is_row(line) or any(shape.match(line) for shape in (cues.QUOTED, cues.BULLET))


def _is_whole(line: str) -> bool:
    """Lines that are whole by their form: quoted lines, rows, rules, credits, bylines."""
    if cues.QUOTED.match(line) or kinds.is_row(line):
        return True
    return any(shape.fullmatch(line) for shape in (cues.CREDIT, cues.PICTURE_NUMBER, cues.RULE, cues.BYLINE))
