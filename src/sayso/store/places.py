"""Where a row stands among the others of its table: bytes that sort as the case form asks, whatever else is in the table.

A place hangs on its row alone, so that rows come and go and no other one moves.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeAlias

Part: TypeAlias = "str | int | date | tuple[str, ...] | None"

_ABSENT, _HERE, _END = b"\x00", b"\x01", b"\x00"


def place(*parts: Part) -> bytes:
    """Bytes that sort as the parts do, one after the other; an absent part comes first.

    >>> sorted([place("b", 2), place("a", 10), place("a", 9), place(None, 1)]) == [
    ...     place(None, 1), place("a", 9), place("a", 10), place("b", 2)]
    True
    >>> place(("a",), "z") < place(("a", "b"), "a")
    True
    """
    return b"".join(_encoded(part) for part in parts)


def _encoded(part: Part) -> bytes:
    if part is None:
        return _ABSENT
    if isinstance(part, int):
        return _HERE + part.to_bytes(6, "big")
    if isinstance(part, date):
        return _HERE + part.isoformat().encode()
    if isinstance(part, str):
        return _HERE + _text(part)
    return _HERE + b"".join(_HERE + _text(one) for one in part) + _END


def _text(words: str) -> bytes:
    # A nought byte would end it early; nothing that sorts below a space stands in an id or a name.
    return words.encode("utf-8", "surrogatepass").replace(b"\x00", b"\x01") + _END


def parted(places: Iterable[bytes]) -> Iterable[bytes]:
    """Places in order, those that are the same told apart by their number among their like."""
    last, count = None, 0
    for one in places:
        count = count + 1 if one == last else 0
        last = one
        yield one + count.to_bytes(3, "big") if count else one
