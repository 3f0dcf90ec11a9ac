"""Paths as a person gives them: globs are told out, what lies elsewhere is brought here. The one place that names fsspec.

An address is anything with `://` that fsspec knows (`s3://`, `gs://`, `sftp://`, `https://`, `memory://` ...). Its files lie in
a temporary folder as long as they are read, and under their own names, so that no word of the case shows it.
"""

from __future__ import annotations

import glob
import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any

from sayso.errors import InputError, MissingPartError

_MAGIC = re.compile(r"[*?\[]")


@contextmanager
def brought(paths: Sequence[str | Path]) -> Iterator[tuple[Path, ...]]:
    """Paths on this machine for paths, globs and addresses; copies of what lies elsewhere go with the block.

    Raises:
        InputError: a glob that nothing matches, or an address that cannot be read.
        MissingPartError: an address, and fsspec is not installed.
    """
    with tempfile.TemporaryDirectory(prefix="sayso-", ignore_cleanup_errors=True) as folder:
        found: list[Path] = []
        for number, path in enumerate(map(str, paths)):
            found.extend(_fetched(path, Path(folder) / str(number)) if "://" in path else _matching(path))
        yield tuple(found)


def _matching(path: str) -> list[Path]:
    """The path itself, or what its glob matches; a file may be called like a glob."""
    if not _MAGIC.search(path) or Path(path).exists():
        return [Path(path)]
    matching = [Path(one) for one in sorted(glob.glob(path, recursive=True))]  # noqa: PTH207 - a Path has no glob from the root
    if not matching:
        raise InputError(f"no file matches {path}; check the pattern and the folder it starts from")
    return matching


def _fetched(address: str, folder: Path) -> list[Path]:
    """The files of an address, brought into a folder."""
    try:
        from fsspec.core import url_to_fs  # noqa: PLC0415 - an extra
    except ModuleNotFoundError as error:
        raise MissingPartError("cluster", f"the address {address}") from error
    try:
        files, root = url_to_fs(address)
        if "file" in _protocols(files):
            return _matching(root)
        return _copied(files, root, folder, address)
    except InputError:
        raise
    except (ImportError, ValueError) as error:
        raise InputError(
            f"{address}: {error}; install what fsspec needs for it, or give a path of this machine"
        ) from error
    except FileNotFoundError as error:
        raise InputError(f"{address}: nothing is there; check the address") from error
    except Exception as error:  # each store has errors of its own
        raise InputError(
            f"{address}: cannot be read ({type(error).__name__}: {' '.join(str(error).split())[:200]}); check the address, "
            "the network, and the credentials that its store asks for; nothing was lost, and the same command goes on from there"
        ) from error


def _copied(files: Any, root: str, folder: Path, address: str) -> list[Path]:
    """Copies of a file, of all below a folder, or of what a glob matches, under their own names."""
    tops = sorted(files.glob(root)) if _MAGIC.search(root) else [root]
    folder.mkdir()
    copies: list[Path] = []
    for top in tops:
        base = PurePosixPath(top) if files.isdir(top) else PurePosixPath(top).parent
        for name in sorted(files.find(top)):
            copy = folder / _below(PurePosixPath(name), base)
            copy.parent.mkdir(parents=True, exist_ok=True)
            files.get_file(name, str(copy))
            copies.append(copy)
    if not copies:
        # A folder that may not be listed looks like an empty one, until it is asked for by itself.
        files.ls(_MAGIC.split(root)[0].rpartition("/")[0] if _MAGIC.search(root) else root)
        raise InputError(f"{address}: nothing is there; check the address")
    return copies if _MAGIC.search(root) else [folder]


def _below(name: PurePosixPath, base: PurePosixPath) -> PurePosixPath:
    """A name below a folder; never one that leads out of it."""
    inside = name.relative_to(base) if name.is_relative_to(base) else PurePosixPath(name.name)
    return PurePosixPath(*(part for part in inside.parts if part not in ("..", "/")))


def _protocols(files: Any) -> tuple[str, ...]:
    return (files.protocol,) if isinstance(files.protocol, str) else tuple(files.protocol)
