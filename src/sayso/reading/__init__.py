"""Bytes to documents: one module a format, and one way through for all of them.

    find_files(paths) -> read(path) for each -> gather(reads)

Nothing is misread in silence: what cannot be read is `Unread` with its reason and remedy, what was read by a guess carries
a remark.
"""

from __future__ import annotations

from sayso.reading.addresses import brought
from sayso.reading.files import find_files
from sayso.reading.formats import endings
from sayso.reading.naming import gather
from sayso.reading.reader import read
from sayso.reading.shape import Draft, Making, Parsed, Read, Reader, Remark

__all__ = [
    "Draft",
    "Making",
    "Parsed",
    "Read",
    "Reader",
    "Remark",
    "brought",
    "endings",
    "find_files",
    "gather",
    "read",
]
