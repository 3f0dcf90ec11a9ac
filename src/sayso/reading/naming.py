"""Ids of documents and sources, settled over all files at once, so that the order of the files changes nothing.

Files of the very same bytes are one document under several names. An id that two documents want goes to neither: all that
want it get `-` and six digits of the hash of their bytes.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.model import Document, Source
from sayso.reading.shape import Read

# Signs that turn the direction of what follows: they make "exe.txt" of a name, and a mess of a line of a report.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")


def shown(name: str) -> str:
    r"""A file's name as it can be stored and printed.

    >>> shown("two\nlines.txt")
    'two lines.txt'
    """
    plain = _TURNING.sub("", name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))
    return " ".join(unicodedata.normalize("NFC", "".join(" " if c < " " or c == "\x7f" else c for c in plain)).split())


def slug(name: str) -> str:
    """An id for a source's name.

    >>> slug("The Weekly Torch & Sons")
    'the-weekly-torch-sons'
    """
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))
    return re.sub(r"[\W_]+", "-", plain.lower()).strip("-") or "source"


def gather(reads: Iterable[Read]) -> Read:
    """What many files gave, as one: documents merged, ids settled, everything in its order."""
    read = tuple(reads)
    documents = _settled(_merged([document for one in read for document in one.documents]))
    # Spellings that share an id: the first in alphabetical order stands, whatever file came first.
    spelled = sorted((source for one in read for source in one.sources), key=lambda source: source.name, reverse=True)
    named: dict[str, Source] = {source.id: source for source in spelled}
    published: defaultdict[str | None, list[str]] = defaultdict(list)
    for document in documents:
        published[document.source].append(document.id)
    sources = [replace(source, documents=tuple(published[source.id])) for source in named.values()]
    return Read(
        documents,
        tuple(sorted((source for source in sources if source.documents), key=lambda source: source.id)),
        tuple(sorted({unread for one in read for unread in one.unread}, key=lambda one: (one.name, one.reason))),
        tuple(sorted({remark for one in read for remark in one.remarks}, key=lambda one: (one.name, one.reason))),
    )


def _merged(documents: Sequence[Document]) -> list[Document]:
    """One document for each run of bytes; the first of its names in alphabetical order gives the id."""
    by_bytes: dict[str, list[Document]] = {}
    for document in documents:
        by_bytes.setdefault(document.sha256, []).append(document)
    merged = []
    for same in by_bytes.values():
        if len(same) == 1 and len(same[0].names) < 2:
            merged.append(same[0])
            continue
        first = min(same, key=lambda document: (document.names, document.id, document.kind))
        merged.append(replace(first, names=tuple(sorted({name for document in same for name in document.names}))))
    return merged


def _settled(documents: Sequence[Document]) -> tuple[Document, ...]:
    """Ids made unique, documents ordered by them."""
    wanted = Counter(document.id for document in documents)
    settled = [
        replace(document, id=f"{document.id}-{document.sha256[:6]}") if wanted[document.id] > 1 else document
        for document in documents
    ]
    taken = Counter(document.id for document in settled)
    # Two hashes that share six digits, or a file that is really called so: the whole hash tells them apart.
    unique = [
        replace(document, id=f"{document.id}-{document.sha256}") if taken[document.id] > 1 else document
        for document in settled
    ]
    return tuple(sorted(unique, key=lambda document: document.id))
