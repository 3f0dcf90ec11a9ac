"""Sentences of the first screen: short pieces of text with the accounts that carry them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words; `strong` is printed bold, `quoted` stands in quotation marks as an account's own words."""

    text: str
    refs: tuple[int, ...] = ()
    strong: bool = False
    quoted: bool = False
    href: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Pieces in order."""

    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Caution:
    """A question whose answer must not be stated as fact, and what each account says of it."""

    question: str
    href: str
    status: str
    told: tuple[Piece, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Block:
    """A short list under a heading; `more` entries stand in the record only."""

    title: str
    glyph: str
    sentences: tuple[Sentence, ...]
    more: int
    href: str
