"""Keys of what is cached: hashes of all that it depends on, so that a stale copy is never found."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import replace
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from typing import Any

from sayso.model import Account, Document, to_row


def digest(*parts: object) -> str:
    """The SHA-256 of plain parts in canonical JSON; a file's name may hold bytes that are no UTF-8.

    >>> digest("a", 1) == digest("a", 1)
    True
    """
    told = json.dumps(parts, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def as_json(row: object) -> str:
    """A row as it is kept, without spaces.

    >>> as_json({"a": [1, "é"]})
    '{"a":[1,"é"]}'
    """
    return _ENCODER.encode(row)


def account_key(document: Document, fingerprint: str, extraction_sha256: str, content: str = "") -> str:
    """The key of a document's account: its text, blocks, publication, language and outlet, the extractor and its codebook part.

    The bytes count, too, since claims carry their hash in their ids; so does the title, which may stand outside the text.
    The document's own id does not: a renamed file is not extracted again (see `renamed`). `content` stands for the text and
    its blocks where these are kept elsewhere.
    """
    blocks = [to_row(block) for block in document.blocks]
    published = to_row(document.published), to_row(document.published_span)
    return digest(
        document.title,
        document.sha256,
        document.text_sha256,
        blocks,
        published,
        document.language,
        document.source,
        fingerprint,
        extraction_sha256,
        content,
    )


def code_sha256(packages: Iterable[str], distributions: Iterable[str] = ()) -> str:
    """The hash of all code and data of some packages, and of the versions of what they stand on; imports none of it."""
    told = hashlib.sha256()
    for package in packages:
        for name, raw in _files(resources.files(package.partition(".")[0]), package.split(".")[1:]):
            told.update(name.encode() + b"\0" + hashlib.sha256(raw).digest())
    for distribution in distributions:
        told.update(f"{distribution}={_version(distribution)}".encode())
    return told.hexdigest()


def _files(root: Traversable, inside: list[str]) -> Iterable[tuple[str, bytes]]:
    """Every file of a package with its name, by name; none where the package is not there."""
    folder = root.joinpath(*inside)
    if not folder.is_dir():
        return
    for part in sorted(folder.iterdir(), key=lambda one: one.name):
        if part.is_dir() and part.name != "__pycache__":
            yield from _files(root, [*inside, part.name])
        elif part.is_file() and not part.name.endswith(".pyc"):
            yield "/".join([*inside, part.name]), part.read_bytes()


def _version(distribution: str) -> str:
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return "none"


def renamed(account: Account, document: str) -> Account:
    """An account under its document's present id."""
    if account.document == document:
        return account
    parts: dict[str, Any] = {
        name: tuple(replace(part, document=document) for part in getattr(account, name))
        for name in ("claims", "mentions", "labels", "refusals")
    }
    return replace(account, document=document, **parts)
