"""Bytes to characters: what the file says of itself, then UTF-8, then the likeliest guess, which is said."""

from __future__ import annotations

import codecs
import unicodedata
from dataclasses import dataclass

from sayso.errors import UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# First bytes of files that are not text, whatever their name says.
_MAGIC = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x7fELF", "a program"),
    (b"RIFF", "a sound or video file"),
    (b"ID3", "a sound file"),
)
_REMEDY = "Save it as UTF-8 text, or give a file of another format that sayso reads"
# Text holds next to no control characters; every binary format tried here holds more than one in twenty.
_CONTROL_SHARE = 0.05
_CONTROLS = [chr(code) for code in range(0x20) if chr(code) not in "\n\r\t\f\v"]
# About ten thousand pages; longer texts are archives that were saved in one piece.
_LONGEST = 20_000_000
# Western text that is chiefly ASCII: detectors name neighbouring code pages at random on so few high bytes.
_WESTERN_SHARE = 0.05
_SIGNS_1252 = frozenset("‘’“”–—…•€£©®°§«»¿¡´·½¼¾ª º×„‚†™\u00a0")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The characters of a file, and what a user should know of how they were had."""

    text: str
    notes: tuple[str, ...] = ()


def bounded(text: str) -> str:
    """A text that is no longer than a document can be.

    Raises:
        UnreadableError: it is.
    """
    if len(text) > _LONGEST:
        told = f"the text has {len(text):,} characters; up to {_LONGEST:,} are read as one document"
        raise UnreadableError(told, "Cut it into parts, or save each of its texts in a file of its own")
    return text


def decode(raw: bytes) -> Decoded:
    """The characters that `raw` stands for.

    Raises:
        UnreadableError: the bytes are no text.
    """
    for magic, what in _MAGIC:
        if raw.startswith(magic) and not raw.startswith(b"RIFF "):
            raise UnreadableError(f"the bytes are {what}, not text", "Rename it to its true ending, or leave it out")
    text, note = _characters(raw)
    notes = [note] if note else []
    nuls = text.count("\0")
    controls = sum(text.count(sign) for sign in _CONTROLS)
    if controls > _CONTROL_SHARE * len(text):
        raise UnreadableError("the bytes are not text in any encoding known here", _REMEDY)
    if nuls:
        notes.append(f"{nuls} NUL {'byte' if nuls == 1 else 'bytes'} dropped")
    return Decoded(text, tuple(notes))


def _characters(raw: bytes) -> tuple[str, str]:
    """The characters, and a note where the encoding had to be guessed."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw.decode(encoding, "replace"), ""
    wide = _wide(raw)
    if wide:
        return raw.decode(wide, "replace"), f"no byte-order mark; read as {wide.upper()}"
    try:
        return raw.decode("utf-8"), ""
    except UnicodeDecodeError:
        return _guessed(raw)


def _wide(raw: bytes) -> str | None:
    """UTF-16 without a mark shows as a NUL in nearly every second place."""
    half = len(raw) // 2
    if half < 2 or raw.count(0) < 0.3 * len(raw):
        return None
    if raw[1::2].count(0) > 0.7 * half:
        return "utf-16-le"
    return "utf-16-be" if raw[0::2].count(0) > 0.7 * half else None


def _guessed(raw: bytes) -> tuple[str, str]:
    """Bytes that are not UTF-8: damaged UTF-8, Western text, or what a detector says."""
    mended = raw.decode("utf-8", "replace")
    broken = mended.count("\ufffd")
    whole = sum(1 for sign in mended if sign > "\x7f") - broken
    if whole > 4 * broken:
        return (
            mended,
            f"{broken} {'byte is' if broken == 1 else 'bytes are'} not UTF-8, replaced by a sign that says so",
        )
    western = _western(raw)
    if western is not None:
        return western, "not UTF-8; read as Windows-1252"
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to load, seldom needed

    best = from_bytes(raw).best()
    if best is None:
        raise UnreadableError("the bytes are not text in any encoding known here", _REMEDY)
    return str(best), f"not UTF-8; read as {best.encoding}, a guess"


def _western(raw: bytes) -> str | None:
    """Text of Windows-1252, where few bytes are high and all of them are letters or typographic signs."""
    high = sum(1 for byte in raw if byte > 0x7F)
    if high > _WESTERN_SHARE * len(raw):
        return None
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError:
        return None
    fits = all(unicodedata.category(sign).startswith("L") or sign in _SIGNS_1252 for sign in text if sign > "\x7f")
    return text if fits else None
