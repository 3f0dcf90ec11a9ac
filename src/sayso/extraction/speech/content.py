"""Statements, the ground they stand on, and stretches of words: what all that finds statements shares."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.extraction.speech.quotations import Quotation

if TYPE_CHECKING:
    from spacy.tokens import Span as SpacySpan
    from spacy.tokens import Token

#: Half-open stretch of characters of a block.
Stretch = tuple[int, int]
#: A clause stands so near behind its verb.
_FAR = 16
_CLOSERS = frozenset([",", ".", ";", ":", "-", "--", "?", "!", "—", "–"])


@dataclass(frozen=True, slots=True)
class Statement:
    """One cue with its source and content; offsets are those of the block's own text."""

    head: Token
    frame: str
    source: Token | None
    source_at: Stretch | None
    cue_at: Stretch
    content: tuple[Stretch, ...]
    sentence: Stretch
    is_quoted: bool = False
    #: The speaker's phrase, where its words and not the parse tell it.
    phrase: tuple[Token, Token] | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """A sentence in its block, with the quotations that touch it and the places of its verbs of telling, in order."""

    text: str
    sent: SpacySpan
    quotations: tuple[Quotation, ...]
    tellers: tuple[int, ...]

    @property
    def stretch(self) -> Stretch:
        """The place of the sentence."""
        return self.sent.start_char, self.sent.end_char

    def quotation_at(self, at: int) -> Quotation | None:
        """The quotation that covers a place."""
        return next((q for q in self.quotations if q.covers(at)), None)

    def without(self, own: Quotation | None) -> Ground:
        """The ground as a cue within a quotation sees it: that quotation bounds nothing."""
        return (
            self
            if own is None
            else Ground(self.text, self.sent, tuple(q for q in self.quotations if q is not own), self.tellers)
        )


def pieces(tokens: Iterable[Token], ground: Ground) -> tuple[Stretch, ...]:
    """Tokens as runs without punctuation round them; a run that touches a quotation takes the whole of it in."""
    found: list[Stretch] = []
    run: list[Token] = []
    ordered = sorted(tokens, key=lambda t: t.i)
    for token in ordered:
        if run and token.i > run[-1].i + 1:
            found += _trimmed(run)
            run = []
        run.append(token)
    found += _trimmed(run)
    return tuple(_joined(_widened(piece, ground) for piece in found))


def _trimmed(run: Sequence[Token]) -> list[Stretch]:
    first, last = 0, len(run) - 1
    while first <= last and (run[first].text in _CLOSERS or run[first].is_space):
        first += 1
    while last >= first and (run[last].text in _CLOSERS or run[last].is_space):
        last -= 1
    return [chars(run[first], run[last])] if first <= last else []


def _widened(piece: Stretch, ground: Ground) -> Stretch:
    start, end = piece
    for quotation in ground.quotations:
        if quotation.start < end and start < quotation.end:
            start, end = min(start, quotation.start), max(end, quotation.end)
    text = ground.text
    if (
        end < len(text)
        and text[end] in ".,?!"
        and text[end + 1 : end + 2] == '"'
        and ground.quotation_at(end) is not None
    ):
        end += 2
    return start, end


def _joined(pieces: Iterable[Stretch]) -> list[Stretch]:
    """Pieces that overlap, as one."""
    found: list[Stretch] = []
    for start, end in sorted(pieces):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def chars(first: Token, last: Token) -> Stretch:
    """The place of some tokens in their block."""
    return first.idx, last.idx + len(last)


def that_behind(verb: Token) -> Token | None:
    """ "Admitted for the first time that ...", "cabled to Rome at two in the morning that ...": the clause that the parser hangs elsewhere."""
    for token in verb.doc[verb.i + 1 : min(verb.i + _FAR, verb.sent.end)]:
        if token.lower_ == "that" and token.dep_ == "mark":
            clause = token.head
            return clause if clause.i > token.i and clause.head.i < token.i else None
        if token.tag_ in ("VBD", "VBZ", "VBP", "MD", "WDT", "WP") or token.text in (";", ":"):
            return None
    return None
