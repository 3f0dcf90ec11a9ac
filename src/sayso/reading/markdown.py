"""Markdown: its marks say what each stretch is; the stored text keeps the words and drops the marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from sayso.errors import UnreadableError
from sayso.model import BlockKind
from sayso.reading import dates, marked, places
from sayso.reading.encoding import bounded, decode
from sayso.reading.normal_form import normalise
from sayso.reading.shape import Making, Parsed, Piece, Remark

READER = "markdown/1"
_FRONT = re.compile(r"\A\s*---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TAGS = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)
_OPEN = {
    "heading_open": BlockKind.HEADING,
    "blockquote_open": BlockKind.QUOTE,
    "list_item_open": BlockKind.LIST,
    "tr_open": BlockKind.TABLE,
}
_CLOSE = {name.replace("_open", "_close") for name in _OPEN}


def read(raw: bytes, name: str) -> Parsed:
    """Read a Markdown file."""
    decoded = decode(raw)
    text = normalise(bounded(decoded.text))
    front = _FRONT.match(text)
    body = text[front.end() :] if front else text
    pieces = tuple(_pieces(MarkdownIt("commonmark").enable("table").parse(body)))
    if not pieces:
        raise UnreadableError("the file holds no text", "Leave it out, or check that it was saved whole")
    draft = marked.draft(pieces, _front_matter(front[1]) if front else Making(), "md", READER)
    return Parsed((places.lines(draft, decoded.text),), remarks=tuple(Remark(name, note) for note in decoded.notes))


def _pieces(tokens: Sequence[Token]) -> Iterator[Piece]:
    """The stretches of a document in order; a table's row is one."""
    kinds: list[BlockKind] = []
    level = 0
    cells: list[str] = []
    for token in tokens:
        if token.type in _OPEN:
            kinds.append(_OPEN[token.type])
            level = int(token.tag[1]) if token.type == "heading_open" else level
            cells = []
        elif token.type in _CLOSE:
            if kinds.pop() is BlockKind.TABLE and any(cells):
                yield Piece(" | ".join(cells), BlockKind.TABLE)
        elif token.type == "inline" and BlockKind.TABLE in kinds:
            cells.append(_words(token))
        else:
            yield from _leaf(token, kinds, level)


def _leaf(token: Token, kinds: Sequence[BlockKind], level: int) -> Iterator[Piece]:
    """What a token that holds words gives."""
    if token.type == "inline":
        images = [child for child in token.children or () if child.type == "image"]
        yield from (Piece(image.content.strip(), BlockKind.CAPTION) for image in images if " " in image.content.strip())
        words = _words(token)
        if words:
            kind = kinds[-1] if kinds else None
            yield Piece(words, BlockKind.TITLE if kind is BlockKind.HEADING and level == 1 else kind)
    elif token.type in ("code_block", "fence", "html_block"):
        words = _TAGS.sub("", token.content).strip()
        if words:
            yield Piece(words, kinds[-1] if kinds else None)


def _words(token: Token) -> str:
    """The words of a run of text, its marks, links and pictures dropped."""
    breaks = {"softbreak", "hardbreak"}
    said = [
        "\n" if child.type in breaks else child.content if child.type in ("text", "code_inline") else ""
        for child in token.children or ()
    ]
    return "".join(said).strip()


def _front_matter(text: str) -> Making:
    """What the lines above the text say of it; lines that are no YAML say nothing."""
    try:
        rows: Any = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - this loader makes nothing but texts, lists and dicts
    except yaml.YAMLError:
        return Making()
    if not isinstance(rows, dict):
        return Making()
    row = {str(key).lower(): value for key, value in rows.items()}
    authors = row.get("authors", row.get("author", row.get("by", ())))
    listed = re.split(r", | and ", authors) if isinstance(authors, str) else authors
    return Making(
        title=_first(row, "title"),
        outlet=_first(row, "source", "outlet", "publisher", "publication", "site", "sitename") or None,
        authors=tuple(one for one in listed if isinstance(one, str) and one) if isinstance(listed, list) else (),
        url=_first(row, "url", "link", "canonical") or None,
        published=dates.said(_first(row, "published", "date", "issued")),
    )


def _first(row: dict[str, Any], *keys: str) -> str:
    return next((str(row[key]).strip() for key in keys if isinstance(row.get(key), str) and row[key].strip()), "")
