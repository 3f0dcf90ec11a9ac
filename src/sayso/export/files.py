"""Files that are whole or not there: what is written stands beside its place until it is done, and what stood there stays."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO

from sayso.errors import InputError


@contextmanager
def text_file(path: Path) -> Iterator[TextIO]:
    """A file of text, UTF-8 with plain line feeds, that appears once it is whole.

    Raises:
        InputError: it would overwrite a case, is a folder, or cannot be written.
    """
    with _part_of(path) as part, part.open("w", encoding="utf-8", newline="\n") as out:
        yield out


@contextmanager
def byte_file(path: Path) -> Iterator[BinaryIO]:
    """As `text_file`, for a form that is no text."""
    with _part_of(path) as part, part.open("wb") as out:
        yield out


@contextmanager
def _part_of(path: Path) -> Iterator[Path]:
    """The file beside a path that takes its place once the block ends well; it never stays."""
    _check(path)
    part = path.with_name(path.name + ".part")
    try:
        yield part
        part.replace(path)
    except OSError as error:
        if error.filename != str(part):
            raise
        raise InputError(
            f"{path}: cannot be written ({error.strerror}); check who may write there, or name another file"
        ) from error
    finally:
        _drop(part)


def _drop(part: Path) -> None:
    try:
        part.unlink(missing_ok=True)
    except OSError:  # a folder that takes no file holds none to drop
        return


def _check(path: Path) -> None:
    if path.suffix == ".sayso":
        raise InputError(f"{path}: that is the name of a case file, which would be overwritten; name another file")
    if path.is_dir():
        raise InputError(f"{path} is a folder; expected the name of a file to write")
    if not path.parent.is_dir():
        raise InputError(f"{path}: its folder {path.parent} does not exist; make it first, or name another")
