"""Names of places joined to chains from small to large by the words between them ("the Danish embassy in Riga, Latvia").

Pure text and candidate spans; buildings told in common words ("the home of the consul") are found here, beside a name.
Every candidate place stands in one chain, alone where nothing ties it; chains come in the order of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.model.document import Extent
from sayso.normalisation.places_entries import country, entries_of, holds
from sayso.normalisation.places_gazetteer import Feature
from sayso.normalisation.places_links import (
    BUILDINGS,
    Tie,
    buildings,
    is_building,
    is_kind_before,
    is_mission,
    is_near_before,
    is_place_before,
    tie_between,
)
from sayso.normalisation.places_risk import is_risky

# Labels of a name finder that can stand in a chain; an organisation only where its name says that it is a building.
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_TRIM_BEFORE = re.compile(r"(?:(?:the|an?|in|at)\s+|[\s\"'\u201c\u2018(])+", re.IGNORECASE)
_TRIM_AFTER = re.compile(r"(?:['\u2019]s?|[\s\"\u201d,;:)])+$")
_GAP = re.compile(r"(?:['\u2019]s?)?\s*")
_DANGLING = re.compile(r"\s+(?:of|of the|of an?)?\s*$")
_BUILDING_IN = re.compile(rf"\b(?:{BUILDINGS}) (?:in|at) [A-Z]", re.IGNORECASE)
_PART = re.compile(r"(?:(?!\s(?:in|at)\s)[^,])+")
_LISTING = re.compile(r"\s*,?\s+(?:and|or)\s+[A-Z]")


@dataclass(frozen=True, slots=True)
class Chain:
    """Names from small to large with their places in the text; `is_near`: it happened near the smallest, not in it."""

    names: tuple[str, ...]
    extents: tuple[Extent, ...]
    start: int
    end: int
    is_near: bool = False


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch that can stand in a chain; one that is no name of its own (a building) needs a name beside it.

    `is_bare`: a building without any word of its own ("prison"), which takes the name before it ("Riga prison").
    """

    start: int
    end: int
    is_name: bool
    is_bare: bool = False

    def words(self, text: str) -> str:
        return text[self.start : self.end]


def find_chains(text: str, spans: Iterable[tuple[int, int, str]]) -> tuple[Chain, ...]:
    """Join candidate names to chains.

    Args:
        text: of a sentence, a block or a whole document; offsets are code points of it.
        spans: `(start, end, label)` of candidate names with the labels GPE, LOC, FAC, ORG; others are passed over.

    >>> text = "He hid in the Danish embassy in Riga, Latvia."
    >>> find_chains(text, [(32, 36, "GPE"), (38, 44, "GPE")])[0].names
    ('Danish embassy', 'Riga', 'Latvia')
    """
    pieces = _pieces(text, tuple(spans))
    return tuple(chain for run in _runs(text, pieces) if (chain := _chain(text, run)) is not None)


def _pieces(text: str, spans: Sequence[tuple[int, int, str]]) -> list[_Piece]:
    """Names without overlaps, longer ones first, and the buildings that stand free between them."""
    taken: list[_Piece] = []
    people = [(start, end) for start, end, label in spans if label == "PERSON"]
    names = [piece for span in spans if _is_candidate(text, *span, people) for piece in _named(text, *span)]
    for piece in sorted(names, key=lambda one: (one.start - one.end, one.start)):
        if all(piece.end <= other.start or other.end <= piece.start for other in taken):
            taken.append(piece)
    placed = [piece for piece in taken if not is_mission(text, piece.end)]
    return sorted((*placed, *_free_buildings(text, placed)), key=lambda one: one.start)


def _is_candidate(text: str, start: int, end: int, label: str, people: Sequence[tuple[int, int]]) -> bool:
    """Whether a span can name a place: by its label, or by the words before it where the label says otherwise."""
    before, name = text[max(0, start - 60) : start], text[start:end]
    if label in _PLACES:
        return is_place_before(before) or not _is_surname(text, start, name, people)
    if label == "ORG" and (is_building(name) or _BUILDING_IN.search(name)):
        return True
    article = _TRIM_BEFORE.match(name)
    is_known = bool(entries_of(name[article.end() :] if article else name)) and not is_risky(name)
    return is_known and (is_kind_before(before) or (label == "ORG" and is_place_before(before)))


def _is_surname(text: str, start: int, name: str, people: Sequence[tuple[int, int]]) -> bool:
    """Whether a person named in full nearby, or right before the span, has this surname."""
    return any(
        (end - first > len(name) and text[first:end].endswith(f" {name}")) or (end + 1 == start and text[end] == " ")
        for first, end in people
    )


def _named(text: str, start: int, end: int, label: str) -> Iterator[_Piece]:
    """The trimmed span; one that holds a comma or "in" ("Aurora, Colo.") is two names."""
    for part in _PART.finditer(text, start, end):
        begin, finish = part.span()
        before = _TRIM_BEFORE.match(text, begin, finish)
        begin = before.end() if before else begin
        after = _TRIM_AFTER.search(text[begin:finish])
        finish = begin + after.start() if after else finish
        if begin < finish:
            yield _Piece(begin, finish, label != "ORG" or not is_building(text[begin:finish]))


def _free_buildings(text: str, names: Sequence[_Piece]) -> Iterator[_Piece]:
    """Buildings, cut where a name stands in them; one whose head word is part of a name adds nothing."""
    for start, head, end in buildings(text):
        within = [name for name in names if name.start < end and start < name.end]
        if any(name.start < head <= name.end for name in within):
            continue
        begin = max((name.end for name in within if name.end < head), default=start)
        finish = min((name.start for name in within if name.start >= head), default=end)
        begin += _GAP.match(text, begin).end() - begin if begin > start else 0  # type: ignore[union-attr]
        finish = begin + len(_DANGLING.sub("", text[begin:finish]))
        yield _Piece(begin, finish, is_name=False, is_bare=begin == _head_start(text, head) and finish == head)


def _head_start(text: str, head: int) -> int:
    return text.rfind(" ", 0, head) + 1


def _runs(text: str, pieces: Sequence[_Piece]) -> Iterator[list[tuple[_Piece, Tie | None]]]:
    """Stretches of pieces that ties hold together; with each piece the tie to the one before it."""
    run: list[tuple[_Piece, Tie | None]] = []
    for piece in pieces:
        tie = _tie(text, run[-1][0], piece) if run else None
        # "Arica prison near Tacna": what is near lies in the town already named.
        is_placed = tie is Tie.NEAR and any(one.is_name and entries_of(one.words(text)) for one, _ in run)
        if run and (tie is None or is_placed):
            yield run
            run = []
        run.append((piece, tie))
    if run:
        yield run


def _tie(text: str, one: _Piece, other: _Piece) -> Tie | None:
    """The tie between two neighbours, where what they name allows it."""
    words = text[one.end : other.start]
    if not other.is_name:
        is_beside = words.isspace() or tie_between(words) is Tie.HOLDS
        return Tie.HOLDS if is_beside and one.is_name else None
    tie = tie_between(words)
    if tie is Tie.LISTED:
        return Tie.INSIDE if _is_container(text, one, other, words) else None
    return tie


def _is_container(text: str, one: _Piece, other: _Piece, words: str) -> bool:
    """Whether a comma or bracket puts `one` inside `other`; in a list of towns it does not."""
    inner, outer = entries_of(one.words(text)), entries_of(other.words(text))
    if "(" in words and not text.startswith(")", other.end):
        return False
    if inner and one.is_name:
        # A country of that name is meant, not a town: "Chile, the U.S." is a list, "Georgia, U.S." is a state.
        smaller = [small for small in inner if country(one.words(text)) is None or small.feature is Feature.REGION]
        return any(holds(large, small) for large in outer for small in smaller)
    return bool(outer) and not words.rstrip().endswith("the") and _LISTING.match(text, other.end) is None


def _chain(text: str, run: Sequence[tuple[_Piece, Tie | None]]) -> Chain | None:
    """The run from small to large; a run of buildings alone names no place."""
    if not any(piece.is_name for piece, _ in run):
        return None
    ordered: list[_Piece] = []
    last = run[0][0]
    for piece, tie in run:
        if tie is Tie.HOLDS and piece.is_bare and text[piece.start - 1] == " " and ordered[0].end == piece.start - 1:
            piece = _Piece(ordered[0].start, piece.end, is_name=False)  # noqa: PLW2901
        at = len(ordered)
        if tie is Tie.HOLDS:  # "a bar in Ashby's West Hill": before the town that holds it
            at = next((i for i, one in enumerate(ordered) if one.end <= piece.start and one is last), 0)
        ordered.insert(at, piece)
        last = piece
    pieces = [piece for piece, _ in run]
    near = (
        run[1][1] is Tie.NEAR if len(run) > 1 else is_near_before(text[max(0, pieces[0].start - 80) : pieces[0].start])
    )
    return Chain(
        tuple(" ".join(piece.words(text).split()) for piece in ordered),
        tuple(Extent(piece.start, piece.end) for piece in ordered),
        pieces[0].start,
        pieces[-1].end,
        near,
    )
