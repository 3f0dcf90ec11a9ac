"""PDF: the words of each page with their places, put in reading order; a scan without text is named as one."""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterator
from math import pi
from typing import Any

import pypdfium2
from pypdfium2 import raw as pdfium

from sayso.errors import UnreadableError
from sayso.reading import marked, pages, pulse
from sayso.reading.layout import Line, Word, lines
from sayso.reading.shape import Making, Parsed, Remark

READER = "pdf/1"
_OCR = "Make its text readable with OCR, for example `ocrmypdf IN.pdf OUT.pdf`, and give the new file"
_AGAIN = "Save or download it again, or print it to a new PDF"
# Letters on a page below which it shows pictures and at most a number or a stamp.
_LETTERS = 12
# Signs that stand for no letter: fonts without a table from their shapes to characters.
_UNKNOWN = 0.2
_MOST_PAGES = 20_000
_SAMPLE = 200


def read(raw: bytes, name: str) -> Parsed:
    """Read a PDF.

    Raises:
        UnreadableError: it is none, is locked or damaged, or holds pictures instead of text.
    """
    if b"%PDF-" not in raw[:4096]:
        raise UnreadableError("the file is no PDF: it does not begin with %PDF-", _AGAIN)
    document = _opened(raw)
    try:
        count = len(document)
        if count > _MOST_PAGES:
            raise UnreadableError(f"it has {count:,} pages; up to {_MOST_PAGES:,} are read", "Cut it into parts")
        told = [_page(document, number) for number in range(count)]
    finally:
        document.close()
    _see(told)
    draft = marked.draft(pages.pieces([found or [] for found in told]), Making(), "pdf", READER)
    return Parsed((draft,), remarks=tuple(Remark(name, note) for note in _notes(told)))


def _opened(raw: bytes) -> Any:
    """The document that bytes stand for."""
    try:
        return pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise UnreadableError(
                "the PDF is locked with a password", "Save a copy without one, and give that"
            ) from error
        raise UnreadableError("the PDF is damaged and cannot be opened", _AGAIN) from error


def _page(document: Any, number: int) -> list[Line] | None:
    """The lines of a page; None where it cannot be opened."""
    pulse.beat()
    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        return None
    try:
        text = page.get_textpage()
        try:
            return lines(list(_words(text.raw, _turn(text.raw))))
        finally:
            text.close()
    except pypdfium2.PdfiumError:
        return None
    finally:
        page.close()


def _words(text: Any, turn: int) -> Iterator[Word]:
    """The words of a page; a change of size within a word ends it, so that a note's mark is no digit of a figure."""
    box = pdfium.FS_RECTF()
    held: list[str] = []
    edges: list[float] = []
    for at in range(pdfium.FPDFText_CountChars(text)):
        code = pdfium.FPDFText_GetUnicode(text, at)
        sign = _sign(code)
        if sign.isspace() or not sign or not pdfium.FPDFText_GetLooseCharBox(text, at, ctypes.byref(box)):
            yield from _word(held, edges)
            held, edges = [], []
            continue
        left, bottom, right, top = _turned((box.left, box.bottom, box.right, box.top), turn)
        if held and not _goes_on(edges, left, bottom, top):
            yield from _word(held, edges)
            held, edges = [], []
        held.append(sign)
        edges = [left, bottom, right, top] if not edges else [
            min(edges[0], left), min(edges[1], bottom), max(edges[2], right), max(edges[3], top)
        ]  # fmt: skip
    yield from _word(held, edges)


def _goes_on(edges: list[float], left: float, bottom: float, top: float) -> bool:
    """Whether a sign belongs to the word before it: of about its size and height, and near its end."""
    tall, height = edges[3] - edges[1], top - bottom
    is_like = 0.8 * tall <= height <= 1.25 * tall
    is_level = abs(bottom - edges[1]) < 0.4 * max(tall, height)
    return is_like and is_level and -0.6 * tall < left - edges[2] < 0.6 * tall


def _word(held: list[str], edges: list[float]) -> Iterator[Word]:
    text = "".join(held)
    # A box without height, or of no number at all, comes from a damaged font.
    if text.strip() and edges[3] > edges[1] and edges[2] >= edges[0]:
        # Signs beyond the first plane come in two halves from some builds of the library.
        whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        yield Word(whole, edges[0], edges[1], edges[2], edges[3])


def _sign(code: int) -> str:
    """The character of a code; the library has codes of its own for a hyphen at a line's end."""
    if code in (0x02, 0xFFFE, 0xAD):
        return "-"
    return chr(code) if 0 < code < 0x110000 else ""


def _turn(text: Any) -> int:
    """How far most of a page's text is turned from the upright, in quarters: scans and wide tables often are."""
    count = pdfium.FPDFText_CountChars(text)
    step = max(1, count // _SAMPLE)
    angles = Counter(round(-pdfium.FPDFText_GetCharAngle(text, at) / (pi / 2)) % 4 for at in range(0, count, step))
    return max(angles, key=lambda turn: (angles[turn], -turn), default=0)


def _turned(box: tuple[float, float, float, float], turn: int) -> tuple[float, float, float, float]:
    """A box as it stands once the text is upright."""
    left, bottom, right, top = box
    if turn == 1:
        return bottom, -right, top, -left
    if turn == 2:
        return -right, -top, -left, -bottom
    return (-top, left, -bottom, right) if turn == 3 else box


def _see(told: list[list[Line] | None]) -> None:
    """See that there is text.

    Raises:
        UnreadableError: no page has any, or its letters cannot be made out.
    """
    text = "".join(line.text for page in told for line in page or ())
    letters = sum(1 for sign in text if sign.isalnum())
    count = len(told)
    if not count or all(page is None for page in told):
        raise UnreadableError("the PDF is damaged: no page of it can be opened", _AGAIN)
    if letters < _LETTERS * count / 4 and not any(_is_read(page) for page in told):
        shown = "its page holds" if count == 1 else f"its {count} pages hold"
        raise UnreadableError(f"the PDF is a scan without a text layer: {shown} pictures, no text", _OCR)
    strange = sum(1 for sign in text if sign == "\ufffd" or "\ue000" <= sign <= "\uf8ff" or sign < " ")
    if strange > _UNKNOWN * len(text):
        raise UnreadableError("the letters of the PDF cannot be made out: its fonts do not say what they show", _OCR)


def _is_read(page: list[Line] | None) -> bool:
    return sum(1 for line in page or () for sign in line.text if sign.isalnum()) >= _LETTERS


def _notes(told: list[list[Line] | None]) -> Iterator[str]:
    """What a user should know: pages without text, and pages that are damaged."""
    broken = [number for number, page in enumerate(told, start=1) if page is None]
    blank = [number for number, page in enumerate(told, start=1) if page is not None and not _is_read(page)]
    if broken:
        yield f"{_counted(broken, len(told))} cannot be opened and is not read"
    if blank:
        yield f"{_counted(blank, len(told))} without text, perhaps scanned: {_OCR[0].lower()}{_OCR[1:]}"


def _counted(numbers: list[int], whole: int) -> str:
    shown = ", ".join(map(str, numbers[:8])) + (" ..." if len(numbers) > 8 else "")
    return f"{len(numbers)} of {whole} pages ({shown})"
