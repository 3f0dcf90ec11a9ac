"""Zip archives, opened with care: office documents, books and folders alike come in them.

What an archive unpacks to is bounded before a byte of it is unpacked, and nothing is ever written to disk, so that a name
that climbs out of its folder has nowhere to go.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from sayso.errors import UnreadableError

# One member unpacked: beyond the longest book and the widest table, well below what a laptop holds.
LARGEST = 256 * 2**20
# All that one office document may unpack to.
WHOLE = 512 * 2**20
# Text and markup shrink to a tenth, blank tables to a hundredth; bombs to a thousandth and less. Small ones do no harm.
_RATIO = 500
_HARMLESS = 16 * 2**20
_MOST = 20_000


@contextmanager
def opened(file: BinaryIO, what: str) -> Iterator[zipfile.ZipFile]:
    """The zip archive that a file is.

    Raises:
        UnreadableError: it is none, or a broken one, or holds too many members.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            if len(archive.infolist()) > _MOST:
                raise UnreadableError(
                    f"the archive holds {len(archive.infolist()):,} files; up to {_MOST:,} are read",
                    "Unpack it, and give its folder in parts",
                )
            yield archive
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise UnreadableError(f"the file is no {what}, or is damaged ({error})", _SAVE_AGAIN) from error


def whole(archive: zipfile.ZipFile) -> None:
    """See that all of an archive may be unpacked.

    Raises:
        UnreadableError: it would unpack to more than a document can be.
    """
    total = sum(member.file_size for member in archive.infolist())
    if total > WHOLE:
        raise UnreadableError(f"it would unpack to {_mb(total)}; up to {_mb(WHOLE)} are read", _BOMB)


def member(archive: zipfile.ZipFile, name: str, largest: int = LARGEST) -> bytes:
    """The bytes of one member.

    Raises:
        UnreadableError: it is not there, is locked, damaged, or would unpack to too much.
    """
    try:
        found = archive.getinfo(name)
    except KeyError as error:
        raise UnreadableError(f"the archive has no {name!r}", _SAVE_AGAIN) from error
    if found.flag_bits & 1:
        raise UnreadableError("it is locked with a password", "Unlock it, and give the unlocked copy")
    ratio = found.file_size / max(1, found.compress_size)
    if found.file_size > largest or (ratio > _RATIO and found.file_size > _HARMLESS):
        raise UnreadableError(
            f"{_mb(found.compress_size)} would unpack to {_mb(found.file_size)}; nothing was unpacked", _BOMB
        )
    try:
        return archive.read(found)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, NotImplementedError) as error:
        raise UnreadableError(f"it cannot be unpacked ({error})", _SAVE_AGAIN) from error


_SAVE_AGAIN = "Save or download it again"
_BOMB = "Leave it out, or unpack it by hand and give the files"


def _mb(size: int) -> str:
    return f"{size / 2**20:,.1f} MB"
