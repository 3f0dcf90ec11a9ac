"""A file to documents: its ending names the reader, and every fault becomes a word to the user."""

from __future__ import annotations

import hashlib
import importlib
import logging
from dataclasses import replace
from pathlib import Path

from sayso import registry
from sayso.errors import UnknownNameError, UnreadableError
from sayso.model import Document, Source, Unread
from sayso.reading.language import language
from sayso.reading.naming import shown, slug
from sayso.reading.shape import Draft, Parsed, Read, Reader

_GROUP = "sayso.readers"
# The readers that come with sayso; other packages add theirs as entry points named after an ending.
_READERS = {
    ".txt": "plain",
    ".text": "plain",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
_NO_WORD = ("the file holds no word", "Leave it out, or check that it was saved whole")


def endings() -> tuple[str, ...]:
    """The endings of the files that can be read, sorted."""
    return tuple(sorted({*_READERS, *(f".{name}" for name in registry.names(_GROUP))}))


def read(path: Path) -> Read:
    """What one file holds; a file that cannot be read gives no document but its reason."""
    name = shown(path.name)
    try:
        raw = _bytes(path)
        parsed = _reader(path)(raw, name)
        whole = hashlib.sha256(raw).hexdigest()
        documents = tuple(_document(draft, path, whole) for draft in parsed.drafts)
    except UnreadableError as error:
        return Read(unread=(Unread(name, error.reason, error.remedy),))
    except Exception as error:
        logging.getLogger(__name__).debug("%s: reading failed", name, exc_info=True)
        reason = f"its reader failed ({type(error).__name__}: {str(error)[:120]})"
        return Read(unread=(Unread(name, reason, "Save it in another format, or leave it out"),))
    return Read(documents, _sources(parsed, documents), parsed.unread, parsed.remarks)


def _bytes(path: Path) -> bytes:
    """The bytes of a file that has some.

    Raises:
        UnreadableError: it cannot be opened, or is empty.
    """
    try:
        if not path.is_file():
            raise UnreadableError("it is no ordinary file", "Give a file or a folder")
        raw = path.read_bytes()
    except OSError as error:
        raise UnreadableError(
            f"the file cannot be opened ({error.strerror})", "Check that it is there and may be read"
        ) from error
    if not raw:
        raise UnreadableError("the file is empty (0 bytes)", "Leave it out, or save it again")
    return raw


def _reader(path: Path) -> Reader:
    """The reader for a file's ending; a file without one is read as plain text.

    Raises:
        UnreadableError: no reader knows the ending.
    """
    ending = path.suffix.lower() or ".txt"
    reader: Reader
    if ending in _READERS:
        reader = importlib.import_module(f"sayso.reading.{_READERS[ending]}").read
        return reader
    try:
        reader = registry.find(_GROUP, ending.removeprefix("."))
    except UnknownNameError as error:
        known = ", ".join(one.removeprefix(".") for one in endings())
        raise UnreadableError(f"no reader knows files that end in {ending}", f"Save it as one of: {known}") from error
    return reader


def _document(draft: Draft, path: Path, whole: str) -> Document:
    """The document of a draft.

    Raises:
        UnreadableError: there is not one word in it.
    """
    if not any(sign.isalnum() for sign in draft.text):
        raise UnreadableError(*_NO_WORD)
    making, stem, name = draft.making, shown(path.stem), shown(path.name)
    counted = "" if draft.number is None else f"-{draft.number}"
    return Document(
        id=shown(draft.id) if draft.id else stem + counted,
        names=(name if draft.number is None else f"{name}, line {draft.number}",),
        sha256=draft.sha256 or whole,
        text_sha256=hashlib.sha256(draft.text.encode()).hexdigest(),
        text=draft.text,
        title=making.title,
        source=slug(making.outlet) if making.outlet else None,
        authors=making.authors,
        url=making.url,
        retrieved=None,
        published=making.published,
        published_span=making.published_span,
        language=language(draft.text),
        kind=draft.kind,
        reader=draft.reader,
        blocks=draft.blocks,
    )


def _sources(parsed: Parsed, documents: tuple[Document, ...]) -> tuple[Source, ...]:
    """Who publishes the documents, each once."""
    named: dict[str, Source] = {}
    for draft, document in zip(parsed.drafts, documents, strict=True):
        if document.source and draft.making.outlet:
            source = named.setdefault(document.source, Source(document.source, draft.making.outlet, "outlet", ()))
            named[document.source] = replace(source, documents=(*source.documents, document.id))
    return tuple(named.values())
