"""What passes between files, readers and the rest: a reader turns bytes into drafts, reading turns drafts into documents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from sayso.model import Block, BlockKind, Document, Extent, Source, Unread, When


@dataclass(frozen=True, slots=True)
class Remark:
    """What a user should know of a file that was read all the same (a guessed encoding, a dropped byte)."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Read:
    """What came of one file or of many; documents by id, sources by id, the rest by name."""

    documents: tuple[Document, ...] = ()
    sources: tuple[Source, ...] = ()
    unread: tuple[Unread, ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Making:
    """What is known of a text's making; every part may be missing.

    Args:
        title: the headline.
        outlet: the name of who publishes.
        published_span: the words of the stored text that give the date.
        retrieved: when a copy was taken, as the copy itself says (ISO 8601).
    """

    title: str = ""
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    url: str | None = None
    published: When | None = None
    published_span: Extent | None = None
    retrieved: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A text as a reader of one format leaves it; `id`, `sha256`, `number` and `place` are set where a file holds several.

    Args:
        number: counts the texts of a file from 1.
        place: where in the file this one stands ("line 3").
    """

    text: str
    blocks: tuple[Block, ...]
    making: Making
    kind: str
    reader: str
    id: str | None = None
    sha256: str | None = None
    number: int | None = None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Parsed:
    """All that a reader made of one file."""

    drafts: tuple[Draft, ...]
    unread: tuple[Unread, ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text before it has a place in the whole; `kind` None asks for it to be judged by its words."""

    text: str
    kind: BlockKind | None
    page: int | None = None


class Reader(Protocol):
    """Turns the bytes of one format into drafts.

    Raises:
        UnreadableError: no text can be had from the bytes.
    """

    def __call__(self, raw: bytes, name: str) -> Parsed:
        """Read `raw`, which came from the file called `name`."""
        ...


def joined(pieces: Iterable[Piece]) -> tuple[str, tuple[tuple[int, int, BlockKind | None], ...]]:
    r"""The pieces as one text, a blank line between them, and where each stands.

    >>> joined([Piece("One", None), Piece("Two", None)])
    ('One\n\nTwo', ((0, 3, None), (5, 8, None)))
    """
    texts: list[str] = []
    places: list[tuple[int, int, BlockKind | None]] = []
    at = 0
    for piece in pieces:
        places.append((at, at + len(piece.text), piece.kind))
        texts.append(piece.text)
        at += len(piece.text) + 2
    return "\n\n".join(texts), tuple(places)
