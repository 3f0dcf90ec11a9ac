"""Which files a person means by a list of files and folders."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from sayso.errors import InputError


def find_files(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The files that `paths` name, folders walked, each once, sorted; hidden files and cases are left out.

    Raises:
        InputError: a path that does not exist; all of them come in one message.
    """
    missing = [str(path) for path in paths if not path.exists()]
    if missing:
        raise InputError(f"no such file or folder: {', '.join(missing)}; check the spelling, or give another path")
    found: dict[Path, Path] = {}
    for path in paths:
        for file in _walk(path) if path.is_dir() else (path,):
            found.setdefault(file.resolve(), file)
    return tuple(sorted(found.values(), key=lambda file: (file.name, str(file))))


def _walk(folder: Path) -> tuple[Path, ...]:
    """The files below a folder; links to folders are not followed, so that no loop can catch the walk."""
    files: list[Path] = []
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        files.extend(Path(here) / name for name in sorted(names) if _is_meant(Path(here) / name))
    return tuple(files)


def _is_meant(file: Path) -> bool:
    """Whether a file of a walked folder is there to be read; a folder's README tells of the folder."""
    left_out = (".sayso", ".sayso-wal", ".sayso-shm")
    return not file.name.startswith(".") and file.suffix.lower() not in left_out and file.stem.upper() != "README"
