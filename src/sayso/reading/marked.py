"""Drafts of formats whose marks say what each stretch is; a stretch without a mark is judged by its words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from sayso.model import Block, BlockKind
from sayso.reading import cues, making, segmentation
from sayso.reading.encoding import bounded
from sayso.reading.segmentation import Part
from sayso.reading.shape import Draft, Making, Piece, joined

# What only the words can show, and marks never say.
_BY_WORDS = (BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.CAPTION, BlockKind.BOILERPLATE)


def draft(pieces: Sequence[Piece], known: Making, kind: str, reader: str) -> Draft:
    """The draft of a text that comes in marked pieces; what is `known` of its making goes before what its words say."""
    text, places = joined(pieces)
    bounded(text)
    marks = {start: (end, mark) for start, end, mark in places if end > start}
    judged = _marked(segmentation.parts(text, [(start, end) for start, (end, _) in marks.items()]), marks)
    made = _both(known, making.making(text, judged))
    judged = segmentation.without_authors(judged, made.authors)
    blocks = _paged(segmentation.blocks(text, judged), [start for start, _, _ in places], pieces)
    return Draft(text, blocks, made, kind, reader)


def _paged(blocks: tuple[Block, ...], starts: Sequence[int], pieces: Sequence[Piece]) -> tuple[Block, ...]:
    """The blocks with the pages on which they begin."""
    if all(piece.page is None for piece in pieces):
        return blocks
    return tuple(replace(block, page=pieces[bisect_right(starts, block.start) - 1].page) for block in blocks)


def _marked(judged: Sequence[Part], marks: dict[int, tuple[int, BlockKind | None]]) -> list[Part]:
    """The parts with the kinds that their marks give them."""
    shown: list[Part] = []
    for part in judged:
        mark = marks.get(part.start, (0, None))[1]
        if mark is None:
            by_marks = part.kind in (BlockKind.HEADING, BlockKind.LIST, BlockKind.QUOTE, BlockKind.TABLE)
            shown.append(replace(part, kind=BlockKind.PARAGRAPH) if by_marks else part)
        elif (mark in (BlockKind.HEADING, BlockKind.LIST) and part.kind in (*_BY_WORDS, BlockKind.TITLE)) or (
            mark is BlockKind.PARAGRAPH and part.kind in (BlockKind.DATELINE, BlockKind.BYLINE)
        ):
            shown.append(part)
        elif mark is BlockKind.PARAGRAPH and cues.PAGE.fullmatch(part.text):
            shown.append(replace(part, kind=BlockKind.BOILERPLATE))
        else:
            shown.append(replace(part, kind=mark))
    return shown


def _both(known: Making, own: Making) -> Making:
    """Two sayings of a text's making, the first before the second."""
    agrees = known.published is None or (own.published is not None and own.published.edtf == known.published.edtf)
    return Making(
        title=known.title or own.title,
        outlet=known.outlet or own.outlet,
        authors=known.authors or own.authors,
        url=known.url or own.url,
        published=known.published or own.published,
        published_span=own.published_span if agrees else None,
        retrieved=known.retrieved,
    )
