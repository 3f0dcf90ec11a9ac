"""The lines of many pages as one text: running heads put by, paragraphs made whole over columns and pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from sayso.model import BlockKind
from sayso.reading import cues
from sayso.reading.layout import Line
from sayso.reading.normal_form import normalise
from sayso.reading.shape import Piece

# A head or foot stands among the first or last lines of a page, and on many pages, its numbers apart.
_EDGE = 3
_OFTEN = 0.25
_NUMBER = re.compile(
    r"(?i)[-–—\[( ]*(?:page|p\.|seite|página)? ?(?:\d{1,4}|[ivxl]{1,7})(?: ?(?:/|of|de|von) ?\d{1,4})?[-–—\]) ]*"
)
# In the height of a line: more space than that between two lines of a paragraph; the indent of a first line.
_APART, _INDENT = 0.45, 0.6
_LARGER, _SMALLER, _TITLE = 1.12, 0.9, 1.3
_SHORT_OF = 0.25
_HEADING_LINES = 3


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Lines of one paragraph, cell row or heading."""

    lines: tuple[Line, ...]
    kind: BlockKind | None
    page: int

    @property
    def text(self) -> str:
        """Its words, those cut at line ends made whole."""
        return normalise("\n".join(line.text for line in self.lines)).replace("\n", " ").strip()


def pieces(pages: Sequence[Sequence[Line]]) -> tuple[Piece, ...]:
    """The text of pages in its order, then their running heads, each once."""
    heads = _heads(pages)
    body = _body_size(pages)
    flow: list[Piece] = []
    put_by: dict[str, Piece] = {}
    tallest = max((line.height for line in pages[0]), default=0.0) if pages else 0.0
    for number, page in enumerate(pages, start=1):
        kept = [line for at, line in enumerate(page) if (at, line) not in heads[number - 1]]
        for _, line in sorted(heads[number - 1], key=lambda one: one[0]):
            put_by.setdefault(_key(line), Piece(line.text, BlockKind.BOILERPLATE, number))
        main, notes = _parted(kept, body)
        for stretch in _stretches(main, body, number):
            kind = BlockKind.TITLE if _is_title(stretch, tallest, body) else stretch.kind
            _add(flow, Piece(stretch.text, kind, number))
        flow.extend(Piece(stretch.text, stretch.kind, number) for stretch in _stretches(notes, body, number))
    return (*(piece for piece in flow if piece.text), *put_by.values())


def _add(flow: list[Piece], piece: Piece) -> None:
    """Put a stretch behind the others, or make it one with the last where a sentence runs on over a column or page."""
    last = next((at for at in range(len(flow) - 1, -1, -1) if flow[at].kind is None), None)
    if last is not None and last >= len(flow) - _BETWEEN and piece.kind is None and _runs_on(flow[last], piece):
        joined = normalise(f"{flow[last].text}\n{piece.text}").replace("\n", " ")
        flow[last] = replace(flow[last], text=joined)
    elif piece.text:
        flow.append(piece)


# A picture's caption, a table's rows, a few notes may stand between the halves of a sentence.
_BETWEEN = 6


def _runs_on(before: Piece, after: Piece) -> bool:
    is_open = cues.ENDED.search(before.text) is None and len(before.text) > 40
    return is_open and bool(after.text) and (after.text[0].islower() or before.text.endswith("-"))


def _key(line: Line) -> str:
    """A line without its numbers, which count the pages."""
    return re.sub(r"\d+|\b[ivxl]+\b", "#", line.text.lower()).strip()


def _edges(page: Sequence[Line]) -> list[tuple[int, Line]]:
    """The lines at the top and the foot of a page."""
    by_height = sorted(enumerate(page), key=lambda one: -one[1].top)
    edge = min(_EDGE, max(1, len(page) // 5))
    return by_height if len(by_height) <= 2 * edge else [*by_height[:edge], *by_height[-edge:]]


def _heads(pages: Sequence[Sequence[Line]]) -> list[set[tuple[int, Line]]]:
    """The running heads and page numbers of each page."""
    seen = Counter(place for page in pages for place in {_place(line) for _, line in _edges(page)})
    often = max(2 if len(pages) == 2 else 3, _OFTEN * len(pages))
    found: list[set[tuple[int, Line]]] = []
    for page in pages:
        edges = _edges(page)
        outer = {at for at, _ in (*edges[:1], *edges[-1:])}
        heads = {(at, line) for at, line in edges if _times(line, seen) >= often and not _is_account(line)}
        # A page that is all head has none: its words would be lost.
        heads = heads if len(heads) < len(page) else set()
        heads |= {(at, line) for at, line in edges if at in outer and _NUMBER.fullmatch(line.text) and len(page) > 2}
        found.append(heads)
    return found


def _place(line: Line, shift: int = 0) -> tuple[str, int]:
    """A line without its numbers, and how high it stands, in lines."""
    return _key(line), round(line.bottom / line.height) + shift


def _times(line: Line, seen: Counter[tuple[str, int]]) -> int:
    """On how many pages a line stands at this height, give or take one line."""
    return sum(seen[_place(line, shift)] for shift in (-1, 0, 1))


def _is_account(line: Line) -> bool:
    """A line that tells, however often: a sentence, the end of one, or a long line."""
    is_sentence = line.text.endswith((".", "!", "?")) and (len(line.text.split()) > 4 or line.text[0].islower())
    return is_sentence or len(line.text) > 160


def _body_size(pages: Sequence[Sequence[Line]]) -> float:
    """The height of the lines that make most of the text."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            sizes[round(line.height, 1)] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], -size), default=0.0)


def _parted(page: Sequence[Line], body: float) -> tuple[list[Line], list[Line]]:
    """The account, and the notes in smaller type at the foot of its columns."""
    notes: list[Line] = []
    main: list[Line] = []
    for column in sorted({line.column for line in page}):
        held = [line for line in page if line.column == column]
        cut = len(held)
        while cut and held[cut - 1].height < _SMALLER * body:
            cut -= 1
        # All in small type: a caption or a table, where it stands.
        cut = len(held) if cut == 0 else cut
        main.extend(held[:cut])
        notes.extend(held[cut:])
    return main, notes


def _stretches(page: Sequence[Line], body: float, number: int) -> Iterator[_Stretch]:
    """Lines gathered into paragraphs, headings and rows."""
    rows = _table(page)
    held: list[Line] = []
    for at, line in enumerate(page):
        if at in rows:
            if held:
                yield _stretch(held, body, number)
            held = []
            told = replace(line, cells=(" | ".join(line.cells),))
            yield _Stretch((told,), BlockKind.TABLE, number)
            continue
        if held and _begins(held, line, page):
            yield _stretch(held, body, number)
            held = []
        held.append(line)
    if held:
        yield _stretch(held, body, number)


def _table(page: Sequence[Line]) -> set[int]:
    """The lines that are rows of a table: of three cells, or of two beside another such line."""
    found = {at for at, line in enumerate(page) if len(line.cells) >= 3}
    for at, (line, after) in enumerate(pairwise(page)):
        if len(line.cells) == len(after.cells) == 2 and line.column == after.column:
            found |= {at, at + 1}
    return found


def _begins(held: Sequence[Line], line: Line, page: Sequence[Line]) -> bool:
    """Whether a line begins a new paragraph."""
    last = held[-1]
    if line.column != last.column:
        return True
    taller = max(line.height, last.height)
    if abs(line.height - last.height) > 0.12 * taller:
        return True
    if last.bottom - line.top > _gap(page, line.column) + _APART * taller or cues.BULLET.match(line.text):
        return True
    column = [one for one in page if one.column == line.column]
    left, right = min(one.left for one in column), max(one.right for one in column)
    is_indented = line.left > left + _INDENT * line.height and last.left < left + _INDENT * line.height
    is_short = last.right < right - _SHORT_OF * (right - left)
    return is_indented or (is_short and cues.ENDED.search(last.text) is not None)


def _gap(page: Sequence[Line], column: int) -> float:
    """The usual space between two lines of a column."""
    gaps = [one.bottom - other.top for one, other in pairwise(page) if one.column == other.column == column]
    return median(gaps) if len(gaps) > 2 else 0.0


def _stretch(held: Sequence[Line], body: float, number: int) -> _Stretch:
    size = median(line.height for line in held)
    text = held[-1].text
    is_heading = size > _LARGER * body and len(held) <= _HEADING_LINES and not text.endswith((".", ",", ";"))
    return _Stretch(tuple(held), BlockKind.HEADING if is_heading else None, number)


def _is_title(stretch: _Stretch, tallest: float, body: float) -> bool:
    """The largest words of the first page."""
    size = median(line.height for line in stretch.lines)
    return stretch.page == 1 and stretch.kind is BlockKind.HEADING and size > max(0.95 * tallest, _TITLE * body)
