"""Reads a codebook: from bytes to a checked `Codebook`; a packaged one by name, one's own by path."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from importlib import resources
from pathlib import Path
from typing import Any

import yaml

from sayso.codebook.checking import checked, plain
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
        yaml=raw.decode("utf-8"),
    )


def extended(codebook: Codebook, more: Mapping[str, Any]) -> Codebook:
    """A codebook with further keys, or other values for keys it has.

    Raises:
        CodebookError: the outcome does not hold together.
    """
    _, tree = checked(codebook.yaml.encode(), codebook.name)
    raw = yaml.safe_dump(_merged(tree, more), sort_keys=False, allow_unicode=True, width=120).encode()
    return parse(raw, f"{codebook.name} as extended")


def added(path: Path) -> Mapping[str, Any]:
    """The tree of a file that holds only what is to be added to a codebook.

    Raises:
        CodebookError: it cannot be read, or holds no keys.
    """
    raw, where = source(path if path.suffix in (".yaml", ".yml") else f"{path}.yaml")
    tree = plain(raw, where)
    if not isinstance(tree, Mapping):
        raise CodebookError(f"{where}: expected keys such as extraction and fusion, found {type(tree).__name__}")
    return tree


def _merged(old: Any, new: Any) -> Any:
    """Two trees as one; where both hold something else than keys, the new one."""
    if not isinstance(old, Mapping) or not isinstance(new, Mapping):
        return _plain(new)
    return {**old, **{key: _merged(old.get(key), part) for key, part in new.items()}}


def _plain(part: Any) -> Any:
    """A part as YAML holds it: tuples are lists."""
    if isinstance(part, Mapping):
        return {key: _plain(one) for key, one in part.items()}
    return [_plain(one) for one in part] if isinstance(part, list | tuple) else part


def _folder() -> resources.abc.Traversable:
    return resources.files("sayso.resources") / "codebooks"
