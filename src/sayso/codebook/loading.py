"""Reads a codebook and checks that it holds together; all faults of one file come in one message, with line and key."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from importlib import resources
from pathlib import Path

import yaml
from pydantic import ConfigDict, TypeAdapter, ValidationError

from sayso.codebook.shape import Codebook
from sayso.errors import CodebookError

_SHAPE: TypeAdapter[Codebook] = TypeAdapter(Codebook, config=None)
_CONFIG = ConfigDict(extra="forbid")


def load(name: str | Path = "incident") -> Codebook:
    """Read a codebook by the name of a packaged one or by its path.

    Raises:
        CodebookError: there is none, or it does not hold together.
    """
    packaged = resources.files("sayso.resources") / "codebooks" / f"{name}.yaml"
    path = Path(name)
    if path.suffix in (".yaml", ".yml"):
        if not path.is_file():
            raise CodebookError(f"{path}: no such codebook file; `sayso codebook new FILE.yaml` writes one to start from")
        return parse(path.read_bytes(), str(path))
    if not packaged.is_file():
        raise CodebookError(f"no codebook is called {str(name)!r}; give the path of a .yaml file, or the packaged one: incident")
    return parse(packaged.read_bytes(), f"{name}.yaml")


def parse(raw: bytes, where: str) -> Codebook:
    """Build a codebook from the bytes of its YAML file; `where` names it in messages."""
    try:
        tree = yaml.safe_load(raw)
    except yaml.YAMLError as error:
        raise CodebookError(f"{where}: not YAML: {error}") from error
    try:
        codebook = _SHAPE.validate_python(tree)
    except ValidationError as error:
        faults = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()[:8])
        raise CodebookError(f"{where}: {faults}") from error
    part = json.dumps(tree["extraction"], sort_keys=True, ensure_ascii=False)
    return replace(
        codebook,
        sha256=hashlib.sha256(raw).hexdigest(),
        extraction_sha256=hashlib.sha256(part.encode()).hexdigest(),
    )
