"""The case as a chronology in Markdown: sentences, each value with its account, page and paragraph, its words in a footnote."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TextIO

from sayso.export.chronology import Chapter, Note, accounts, chapters
from sayso.export.left import Left
from sayso.export.notes import Notes
from sayso.export.told import Told, passing, told
from sayso.store import View

# Signs that would mean something in Markdown.
_SIGNS = re.compile(r"([\\`*_\[\]<>#|])")


def write(view: View, out: TextIO) -> tuple[Left, ...]:
    """Write the chronology; events that are only mentioned have no chapter."""
    case = told(view)
    out.write(f"# {escaped(view.header.title)}\n\n{opening(case)}\n")
    with Notes() as notes:
        out.writelines("\n" + "\n".join(_chapter(chapter, notes)) for chapter in chapters(case))
        out.write("\n## Accounts\n\n")
        out.writelines(f"{number}. {escaped(line)}\n" for number, line in accounts(case))
        out.write("\n")
        out.writelines(f"[^{number}]: {escaped(told)}\n" for number, told in enumerate(notes, start=1))
    return passing(case)


def opening(case: Told) -> str:
    """How to read it, in one paragraph."""
    amount = len(case.documents)
    return (
        f"What {amount} account{'' if amount == 1 else 's'} tell{'s' if amount == 1 else ''}, in sentences. Numbers in square"
        " brackets are accounts, in the list at the end. Where accounts part, every value stands with those who tell it."
    )


def escaped(words: str) -> str:
    """Words as Markdown shows them, letter for letter."""
    return _SIGNS.sub(r"\\\1", " ".join(words.split()))


def _chapter(chapter: Chapter, notes: Notes) -> Iterator[str]:
    yield f"{'#' * chapter.level} {escaped(chapter.title)}"
    yield ""
    if not chapter.sentences:
        yield "The accounts say nothing of it that can be put in a sentence."
    for sentence in chapter.sentences:
        yield "- " + "".join(_piece(piece, notes) for piece in sentence)
    if chapter.findings:
        yield ""
        yield "To know:"
        yield ""
    for finding in chapter.findings:
        yield f"- {escaped(finding)}"
    yield ""


def _piece(piece: str | Note, notes: Notes) -> str:
    if isinstance(piece, str):
        return _SIGNS.sub(r"\\\1", piece)
    return f" \\[{piece.short}\\][^{notes.keep(piece)}]"
