"""Which files a person means by a list of files and folders."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from sayso.errors import InputError
from sayso.reading import sidecars


def find_files(paths: Sequence[Path]) -> tuple[Path, ...]:
    """The files that `paths` name, folders walked, each once, sorted; hidden files and cases are left out.

    Raises:
        InputError: a path that does not exist; all of them come in one message.
    """
    missing = [str(path) for path in paths if not path.exists()]
    if missing:
        raise InputError(f"no such file or folder: {', '.join(missing)}; check the spelling, or give another path")
    found: dict[str, Path] = {}
    for path in paths:
        for file in _walk(path) if path.is_dir() else (path,):
            # Unlike `Path.resolve`, this takes links that lead to each other; reading then says what is wrong with them.
            found.setdefault(os.path.realpath(file), file)
    return tuple(sorted(found.values(), key=lambda file: (file.name, str(file))))


def _walk(folder: Path) -> tuple[Path, ...]:
    """The files below a folder; links to folders are not followed, so that no loop can catch the walk."""
    files: list[Path] = []
    for here, folders, names in os.walk(folder):
        pages = {name.rpartition(".")[0] for name in names if name.lower().endswith((".html", ".htm", ".xhtml"))}
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not _is_of_page(name, pages))
        held = set(names)
        files.extend(Path(here) / name for name in sorted(names) if not sidecars.is_left_out(name, held.__contains__))
    return tuple(files)


def _is_of_page(folder: str, pages: set[str]) -> bool:
    """Whether a folder holds the pictures and frames that a browser saves beside a page."""
    return any(folder.endswith(tail) and folder.removesuffix(tail) in pages for tail in ("_files", "_data", ".files"))
