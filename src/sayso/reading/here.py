"""A file to documents in this process, part by part; every fault becomes a word to the user."""

from __future__ import annotations

import hashlib
import importlib
import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice, pairwise
from pathlib import Path
from typing import cast

from sayso.errors import UnreadableError
from sayso.model import Block, Document, Source, Unread
from sayso.reading import formats, pulse, sidecars
from sayso.reading.language import TELLING, language, other_language
from sayso.reading.naming import shown, slug
from sayso.reading.parts import Part, parts
from sayso.reading.shape import Draft, Parsed, Read, Reader, Remark
from sayso.reading.sidecars import Description

TOO_LARGE = ("it takes more memory than reading is allowed", "Cut it into parts, or save its text alone")
# Stretches between two signs of life.
_OFTEN = 500
_NO_WORD = ("the file holds no word", "Leave it out, or check that it was saved whole")


def read(path: Path) -> Read:
    """What one file holds, read in this process and without limits."""
    return joined(told() for _, told in steps(path))


def steps(path: Path, skipped: int = 0) -> Iterator[tuple[str, Callable[[], Read]]]:
    """The parts of a file by name, each with what reads it; the first `skipped` are passed over."""
    found = fault(path)
    if found is not None:
        yield found.name, lambda: Read(unread=(found,))
        return
    for part in islice(parts(path), skipped, None):
        if isinstance(part, Part):
            yield part.name, lambda part=part: _read(part)  # type: ignore[misc]
        elif isinstance(part, Unread):
            yield part.name, lambda part=part: Read(unread=(part,))  # type: ignore[misc]
        else:
            yield part.name, lambda part=part: Read(remarks=(part,))  # type: ignore[misc]


def joined(reads: Iterable[Read]) -> Read:
    """What the parts of one file gave, as one."""
    listed = tuple(reads)
    return Read(
        tuple(document for one in listed for document in one.documents),
        tuple(source for one in listed for source in one.sources),
        tuple(unread for one in listed for unread in one.unread),
        tuple(remark for one in listed for remark in one.remarks),
    )


def fault(path: Path) -> Unread | None:
    """What keeps a file from being read at all, if anything does."""
    name = shown(path.name)
    try:
        if path.is_symlink() and not path.exists():
            return Unread(name, "it is a link that leads nowhere", "Give the file that it should lead to")
        if not path.is_file():
            return Unread(name, "it is no ordinary file", "Give a file or a folder")
        with path.open("rb") as file:
            if file.read(1):
                return None
    except OSError as error:
        return Unread(name, f"the file cannot be opened ({error.strerror})", "Check that it is there and may be read")
    return Unread(name, "the file is empty (0 bytes)", "Leave it out, or save it again")


def _read(part: Part) -> Read:
    """What one part holds."""
    try:
        with part.open() as file:
            raw = file.read()
        parsed = _reader(part.ending)(raw, part.name)
        described, remarks = sidecars.described(part.own_name, part.neighbours, part.folders)
        return _read_of(parsed, part, hashlib.sha256(raw).hexdigest(), described, remarks)
    except UnreadableError as error:
        return Read(unread=(Unread(part.name, error.reason, error.remedy),))
    except MemoryError:
        return Read(unread=(Unread(part.name, *TOO_LARGE),))
    except Exception as error:
        logging.getLogger(__name__).debug("%s: reading failed", part.name, exc_info=True)
        reason = f"its reader failed ({type(error).__name__}: {str(error)[:120]})"
        return Read(unread=(Unread(part.name, reason, "Save it in another format, or leave it out"),))


def _reader(ending: str) -> Reader:
    """The reader for an ending.

    Raises:
        UnreadableError: no reader knows the ending.
    """
    form = formats.found(ending)
    if form is None:
        return cast("Reader", formats.plug(ending))
    reader: Reader = importlib.import_module(f"sayso.reading.{form.module}").read
    return reader


def _read_of(
    parsed: Parsed, part: Part, whole: str, described: Description | None, remarks: tuple[Remark, ...]
) -> Read:
    """The documents and sources of a part's drafts; a draft that is no document is told."""
    documents: list[Document] = []
    sources: dict[str, Source] = {}
    unread = list(parsed.unread)
    mixed: list[Remark] = []
    for draft in parsed.drafts:
        made = draft if described is None else sidecars.overridden(draft, described)
        reason = _no_document(made.text)
        document = _document(made, part, whole, described)
        if reason is not None:
            unread.append(Unread(document.names[0], *reason))
            continue
        documents.append(document)
        mixed.extend(_mixed(document))
        if document.source and made.making.outlet:
            source = sources.setdefault(document.source, Source(document.source, made.making.outlet, "outlet", ()))
            sources[document.source] = replace(source, documents=(*source.documents, document.id))
    return Read(tuple(documents), tuple(sources.values()), tuple(unread), (*parsed.remarks, *remarks, *mixed))


def _mixed(document: Document) -> Iterator[Remark]:
    """Which paragraphs are in another language than the document."""
    found: dict[str, list[int]] = {}
    for block in document.blocks:
        if block.language is not None:
            found.setdefault(block.language, []).append(block.paragraph)
    for code, paragraphs in sorted(found.items()):
        shown_ones = ", ".join(map(str, paragraphs[:8])) + (" ..." if len(paragraphs) > 8 else "")
        told = f"it is in {document.language}, but {len(paragraphs)} of its paragraphs in {code} ({shown_ones})"
        yield Remark(document.names[0], told)


def _spoken(draft: Draft, whole: str) -> tuple[Block, ...]:
    """The blocks with their languages where these are not that of the whole; a short one goes with those around it."""
    codes: list[str | None] = []
    for number, block in enumerate(draft.blocks):
        if number % _OFTEN == 0:
            pulse.beat()
        codes.append(other_language(draft.text[block.start : block.end], whole))
    telling = [at for at, block in enumerate(draft.blocks) if block.end - block.start >= TELLING]
    for before, after in pairwise(telling):
        if codes[before] is not None and codes[before] == codes[after]:
            codes[before + 1 : after] = [codes[before]] * (after - before - 1)
    if not any(codes):
        return draft.blocks
    return tuple(replace(block, language=code) for block, code in zip(draft.blocks, codes, strict=True))


def _no_document(text: str) -> tuple[str, str] | None:
    """Why a text is no document, and the remedy; None where it is one."""
    return None if any(sign.isalnum() for sign in text) else _NO_WORD


def _document(draft: Draft, part: Part, whole: str, described: Description | None) -> Document:
    making = draft.making
    number = draft.number or part.number
    counted = "" if number is None else f"-{number}"
    said = (described.language if described is not None else None) or language(draft.text)
    return Document(
        id=shown(draft.id) if draft.id else part.stem + counted,
        names=(f"{part.name}, {draft.place}" if draft.place else part.name,),
        sha256=draft.sha256 or whole,
        text_sha256=hashlib.sha256(draft.text.encode()).hexdigest(),
        text=draft.text,
        title=making.title,
        source=slug(making.outlet) if making.outlet else None,
        authors=making.authors,
        url=making.url,
        retrieved=making.retrieved,
        published=making.published,
        published_span=making.published_span,
        language=said,
        kind=draft.kind,
        reader=draft.reader,
        blocks=_spoken(draft, said),
    )
