"""Where commands read and write: the case they are given, and files that are whole or not there."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, BinaryIO, TextIO

import typer

from sayso.errors import InputError
from sayso.export.files import byte_file, text_file

Case = Annotated[Path, typer.Argument(help="A case file, made by `sayso build`.", metavar="CASE")]


@contextmanager
def written_to(path: Path | None) -> Iterator[TextIO]:
    """A text to write to: the standard output for None or `-`, else a file that appears only once it is whole.

    Raises:
        InputError: the file would overwrite a case, or its folder is not there.
    """
    if path is None or str(path) == "-":
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
        yield sys.stdout
        sys.stdout.flush()
        return
    with text_file(path) as out:
        yield out


@contextmanager
def bytes_to(path: Path | None) -> Iterator[BinaryIO]:
    """As `written_to`, for a form that is no text.

    Raises:
        InputError: the file would overwrite a case, its folder is not there, or bytes would go to a terminal.
    """
    if path is None or str(path) == "-":
        if sys.stdout.isatty():
            raise InputError("this form is no text for a terminal; name a file for it with -o")
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    with byte_file(path) as out:
        yield out
