"""Reads a codebook: from bytes to a checked `Codebook`; a packaged one by name, one's own by path."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from importlib import resources
from pathlib import Path

from sayso.codebook.checking import checked
from sayso.codebook.shape import Codebook
from sayso.errors import CodebookError


def load(name: str | Path = "incident") -> Codebook:
    """Read a codebook by the name of a packaged one or by its path.

    Raises:
        CodebookError: there is none, or it does not hold together.
    """
    return parse(*source(name))


def source(name: str | Path = "incident") -> tuple[bytes, str]:
    """The bytes of a codebook's file, and how messages call it.

    Raises:
        CodebookError: there is none of that name.
    """
    path = Path(name)
    if path.suffix in (".yaml", ".yml"):
        try:
            return path.read_bytes(), str(path)
        except OSError as error:
            raise CodebookError(
                f"{path}: the codebook cannot be read ({error.strerror}); `sayso codebook new FILE.yaml` writes one to start from"
            ) from error
    if str(name) not in names():
        raise CodebookError(
            f"no codebook is called {str(name)!r}; expected the path of a .yaml file, or one of: {', '.join(names())}"
        )
    return (_folder() / f"{name}.yaml").read_bytes(), f"{name}.yaml"


def names() -> tuple[str, ...]:
    """The names of the packaged codebooks.

    >>> names()
    ('incident',)
    """
    found = (Path(part.name) for part in _folder().iterdir())
    return tuple(sorted(path.stem for path in found if path.suffix == ".yaml"))


def parse(raw: bytes, where: str) -> Codebook:
    """Build a codebook from the bytes of its YAML file; `where` names it in messages.

    Raises:
        CodebookError: it does not hold together; all its faults, each with line and key.
    """
    codebook, tree = checked(raw, where)
    part = json.dumps(tree["extraction"], sort_keys=True, ensure_ascii=False)
    return replace(
        codebook,
        sha256=hashlib.sha256(raw).hexdigest(),
        extraction_sha256=hashlib.sha256(part.encode()).hexdigest(),
    )


def _folder() -> resources.abc.Traversable:
    return resources.files("sayso.resources") / "codebooks"
