"""The stretches of markup in the order in which they stand, each once: of a chapter, a mail, a page without a main text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from lxml import etree  # type: ignore[import-untyped, unused-ignore]

from sayso.model import BlockKind
from sayso.reading.normal_form import normalise
from sayso.reading.shape import Piece

# What is plainly no text.
_SKIPPED = "script style nav header footer aside form noscript template iframe svg button".split()
_KINDS = {
    "li": BlockKind.LIST,
    "blockquote": BlockKind.QUOTE,
    "td": BlockKind.TABLE,
    "th": BlockKind.TABLE,
    "figcaption": BlockKind.CAPTION,
    **{f"h{level}": BlockKind.HEADING for level in range(1, 7)},
}
# Kinds that hold for all within them; what stands in a cell is often the account itself, laid out in a table.
_LASTING = (BlockKind.LIST, BlockKind.QUOTE, BlockKind.CAPTION)
# Tags that part what is before them from what is behind.
_PARTING = frozenset(
    "body p div section article main center address ul ol dl dt dd pre hr table caption thead tbody tfoot tr figure"
    " fieldset".split()
).union(_KINDS)
# The cells of a row of figures are short; longer ones lay out a page.
_CELL = 80


@dataclass(slots=True)
class _Flow:
    """Words on their way into stretches: what is held, and the kinds of what they stand in."""

    held: list[str] = field(default_factory=list)
    kinds: list[BlockKind | None] = field(default_factory=list)

    def add(self, text: str | None, *, is_kept: bool = False) -> None:
        """Take in words; a line end in markup is a blank."""
        self.held.append((text or "") if is_kept else re.sub(r"\s+", " ", text or ""))

    def parted(self) -> Iterator[Piece]:
        """What is held, as a stretch; an empty line parts it."""
        kind = self.kinds[-1] if self.kinds else None
        text = normalise("".join(self.held))
        self.held.clear()
        for stretch in re.split(r"\n\s*\n", text):
            words = lines(stretch)
            if words:
                yield Piece(words, kind)

    def within(self, tag: str) -> BlockKind | None:
        """The kind of what stands in a tag, here."""
        own = _KINDS.get(tag)
        around = self.kinds[-1] if self.kinds else None
        return around if own in (None, BlockKind.TABLE) and around in _LASTING else own


def pieces(tree: Any) -> Iterator[Piece]:
    """Every stretch of a tree, but what is plainly not text."""
    for skipped in list(tree.iter(*_SKIPPED)):
        if skipped.getparent() is not None:
            skipped.drop_tree()
    body = tree.find("body")
    flow = _Flow()
    walk = etree.iterwalk(tree if body is None else body, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if event == "start":
            yield from _opened(flow, element, walk)
        elif event == "end":
            yield from _closed(flow, element)
        else:
            flow.add(element.tail)
    yield from flow.parted()


def lines(text: str) -> str:
    """Words as a browser shows them: runs of blanks are one, lines stay where a break set them."""
    found = (" ".join(line.split()) for line in normalise(text).split("\n"))
    return "\n".join(line for line in found if line)


def _opened(flow: _Flow, element: Any, walk: Any) -> Iterator[Piece]:
    """Step into a tag."""
    if element.tag == "br":
        flow.held.append("\n")
    if element.tag not in _PARTING:
        flow.add(element.text, is_kept=_is_laid_out(element))
        return
    yield from flow.parted()
    flow.kinds.append(flow.within(element.tag))
    row = _row(element)
    if row:
        yield Piece(row, BlockKind.TABLE)
        walk.skip_subtree()
    else:
        flow.add(element.text, is_kept=_is_laid_out(element))


def _closed(flow: _Flow, element: Any) -> Iterator[Piece]:
    """Step out of a tag."""
    if element.tag in _PARTING:
        yield from flow.parted()
        flow.kinds.pop()
    parent = element.getparent()
    flow.add(element.tail, is_kept=parent is not None and _is_laid_out(parent))


def _is_laid_out(element: Any) -> bool:
    """Whether line ends count: the plain text of old mails and pages."""
    return element.tag == "pre" or next(element.iterancestors("pre"), None) is not None


def _row(element: Any) -> str:
    """The cells of a row of short words, with bars between them."""
    if element.tag != "tr":
        return ""
    cells: Sequence[Any] = [cell for cell in element if cell.tag in ("td", "th")]
    words = [lines(" ".join(cell.itertext())).replace("\n", " ") for cell in cells]
    is_row = len(cells) > 1 and all(len(one) <= _CELL for one in words) and any(words)
    return " | ".join(words) if is_row and next(element.iter("table", "br", "tr", "li"), element) is element else ""
