"""Rich text (rtf): its words, judged as plain text; fonts and sizes are not kept by the library."""

from __future__ import annotations

import re
from dataclasses import replace

from striprtf.striprtf import rtf_to_text

from sayso.errors import UnreadableError
from sayso.reading import plain
from sayso.reading.shape import Parsed

READER = "rtf/1"
_REMEDY = "Save it again as rtf, or as docx"
_PAGE = re.compile(rb"\\ansicpg(\d{1,5})")


def read(raw: bytes, name: str) -> Parsed:
    """Read a rich text.

    Raises:
        UnreadableError: it is none, or holds no text.
    """
    del name
    if not raw.lstrip().startswith(b"{\\rtf"):
        raise UnreadableError("the file is no rich text: it does not begin with {\\rtf", _REMEDY)
    page = _PAGE.search(raw[:2000])
    try:
        text = rtf_to_text(  # type: ignore[no-untyped-call]
            raw.decode("latin-1"), encoding=_known(page), errors="replace"
        )
    except Exception as error:
        raise UnreadableError(f"the rich text is damaged ({type(error).__name__}: {error})", _REMEDY) from error
    # Each line is a paragraph of the file; a blank line tells the judging of plain text so.
    lines = (line.strip() for line in text.replace("|\n", "\n").split("\n"))
    draft = plain.draft("\n\n".join(line for line in lines if line))
    return Parsed((replace(draft, kind="rtf", reader=READER),))


def _known(page: re.Match[bytes] | None) -> str:
    """The code page that the file names, where Python knows it."""
    name = f"cp{page[1].decode()}" if page else "cp1252"
    try:
        "".encode(name)
    except LookupError:
        return "cp1252"
    return name
