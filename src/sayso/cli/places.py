"""Where commands read and write: the case they are given, and files that are whole or not there."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, BinaryIO, TextIO

import typer

from sayso.errors import InputError

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
    with _part_of(path) as part:
        with part.open("w", encoding="utf-8", newline="\n") as out:
            yield out
        os.replace(part, path)  # noqa: PTH105 - Path.replace is the same call


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
    with _part_of(path) as part:
        with part.open("wb") as out:
            yield out
        os.replace(part, path)  # noqa: PTH105 - Path.replace is the same call


@contextmanager
def _part_of(path: Path) -> Iterator[Path]:
    """The file beside a path that takes its place once it is whole; it never stays."""
    _check(path)
    part = path.with_name(path.name + ".part")
    try:
        yield part
    finally:
        part.unlink(missing_ok=True)


def _check(path: Path) -> None:
    if path.suffix == ".sayso":
        raise InputError(f"{path}: that is the name of a case file, which would be overwritten; name another file")
    if path.is_dir():
        raise InputError(f"{path} is a folder; expected the name of a file to write")
    if not path.parent.is_dir():
        raise InputError(f"{path}: its folder {path.parent} does not exist; make it first, or name another")
