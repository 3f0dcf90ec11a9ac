"""One text, who publishes it, and the places in it.

Offsets are Unicode code points, half-open, over the stored text: `document.text[span.start:span.end] == span.quote`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.errors import GroundingError
from sayso.model.values import When


@dataclass(frozen=True, slots=True, order=True)
class Extent:
    """A half-open stretch of a text, without its words."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a text with its exact words; born only from `Document.span`."""

    start: int
    end: int
    quote: str


class BlockKind(StrEnum):
    """What a stretch of a document is; the codebook says which kinds may yield claims."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    CAPTION = "caption"
    TABLE = "table"
    LIST = "list"
    DATELINE = "dateline"
    BYLINE = "byline"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of one kind, and where to find it in the file.

    Args:
        paragraph: counted from 1.
        page: counted from 1, None where the format has none.
        language: ISO 639-1, where it is another than the document's.
        place: where it begins in the file, in the file's own terms: a line, a path of tags, a chapter; None where page and
            paragraph are all there is.
    """

    start: int
    end: int
    kind: BlockKind
    paragraph: int
    page: int | None
    language: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """Who publishes; `kind` is `outlet`, `person`, `organisation` or `dataset`."""

    id: str
    name: str
    kind: str
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """One text as its reader stored it, with what is known of its making.

    Args:
        id: the file's stem (see `reading/naming.py` for collisions), or the line's own id.
        names: every file that holds these very bytes.
        sha256: of the bytes; text_sha256: of the stored text in UTF-8.
        source: id of who publishes, or None.
        published: a bound on when it was public, from metadata or its own words, never from the file's time stamp.
        published_span: the words that say so, where they stand in the text.
        language: ISO 639-1, or `und`.
        kind: the format it was read from (`txt`, `md`, `html`, `jsonl` ...).
        reader: name and version of the reader.
        blocks: cover the text, in order.
    """

    id: str
    names: tuple[str, ...]
    sha256: str
    text_sha256: str
    text: str
    title: str
    source: str | None
    authors: tuple[str, ...]
    url: str | None
    retrieved: str | None
    published: When | None
    published_span: Extent | None
    language: str
    kind: str
    reader: str
    blocks: tuple[Block, ...]

    def span(self, start: int, end: int) -> Span:
        """The words from `start` to `end`.

        Raises:
            GroundingError: the stretch is empty or leaves the text.
        """
        if not 0 <= start < end <= len(self.text):
            raise GroundingError(
                f"{self.id}: no words stand at {start} to {end}; the text has {len(self.text)} characters"
            )
        return Span(start, end, self.text[start:end])


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that was left out, and why; `remedy` is what the user can do."""

    name: str
    reason: str
    remedy: str
