"""Where a block quotes: stretches between quotation marks of any make, open ones to the end of the block."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

#: A quotation of fewer words is a phrase held at arm's length ("safe and sound"), not a statement of its own.
SHORTEST_STATEMENT = 4
#: Longer stretches between marks are the marks of two quotations, one of them lost.
LONGEST = 4000
_MARK = re.compile(r"“|”|„|«|»|\"|``|''")
_OPENERS = ("“", "„", "«", "``")
_CLOSERS = ("”", "»")
#: What may stand before a mark that opens, where the mark itself does not tell.
_BEFORE_OPENER = re.compile(r"(?:^|[\s(\[—–-])$")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted stretch with its marks; offsets are those of the block's own text.

    `is_open` says that its closing mark stands in a later block, or nowhere.
    """

    start: int
    end: int
    words: int
    is_open: bool = False

    @property
    def is_statement(self) -> bool:
        """Is it long enough to state something by itself?"""
        return self.words >= SHORTEST_STATEMENT

    def covers(self, at: int) -> bool:
        """Does the place lie between the marks?"""
        return self.start <= at < self.end


def quotations(text: str) -> tuple[Quotation, ...]:
    """Every quotation of a block, in order.

    >>> [(q.start, q.end, q.words) for q in quotations('"No one died," he said. "Not one')]
    [(0, 14, 3), (24, 32, 2)]
    >>> [q.words for q in quotations("''We left,'' he said. The 5'10'' man nodded.")]
    [2]
    """
    return tuple(_found(text))


def _found(text: str) -> Iterator[Quotation]:
    opened: int | None = None
    for match in _MARK.finditer(text):
        if opened is None:
            opened = match.start() if _opens(text, match) else None
        elif _closes(text, match):
            yield from _between(text, opened, match.end())
            opened = None
        elif match[0] in _OPENERS and match.start() - opened > LONGEST:
            opened = match.start()
    if opened is not None:
        end = len(text.rstrip())
        yield Quotation(opened, end, len(text[opened:end].split()), is_open=True)


def _opens(text: str, match: re.Match[str]) -> bool:
    if match[0] in _OPENERS:
        return True
    return match[0] not in _CLOSERS and _BEFORE_OPENER.search(text[: match.start()][-1:]) is not None


def _closes(text: str, match: re.Match[str]) -> bool:
    if match[0] in _CLOSERS:
        return True
    before = text[match.start() - 1 : match.start()]
    return match[0] not in _OPENERS and (not before.isspace() or not text[match.end() : match.end() + 1].strip())


def _between(text: str, start: int, end: int) -> Iterator[Quotation]:
    if end - start <= LONGEST:
        yield Quotation(start, end, len(text[start:end].split()))
