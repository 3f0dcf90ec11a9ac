"""Floor 3: a document in, its account out. `fingerprint()` and `versions()` import no spaCy."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any

from sayso.extraction.parsing.model_version import NAME, model_version
from sayso.extraction.patterns import FILE

if TYPE_CHECKING:
    from sayso.extraction.extractor import Extractor

__all__ = ["Extractor", "fingerprint", "versions"]


def __getattr__(name: str) -> Any:
    """Load the extractor, and with it spaCy, only when it is asked for."""
    if name == "Extractor":
        from sayso.extraction.extractor import Extractor  # noqa: PLC0415 - spaCy comes with it

        return Extractor
    raise AttributeError(name)


@cache
def fingerprint() -> str:
    """A hash of all that extraction depends on: code, grammars, lexicons, the measured shares, spaCy and the model."""
    digest = hashlib.sha256()
    for package in ("extraction", "normalisation", "resources/lexicons", "resources/gazetteer", "model"):
        folder = resources.files("sayso").joinpath(package)
        for name, entry in sorted(_files(folder)):
            digest.update(name.encode())
            digest.update(entry.read_bytes())
    digest.update(resources.files("sayso").joinpath("resources", FILE).read_bytes())
    for name, version in sorted(versions().items()):
        digest.update(f"{name}={version}".encode())
    return digest.hexdigest()[:20]


def _files(folder: Traversable, under: str = "") -> Iterator[tuple[str, Traversable]]:
    """The files of a package and of the packages in it, by their path: no compiled code, which an interpreter leaves behind."""
    for entry in folder.iterdir():
        if entry.is_file():
            yield under + entry.name, entry
        elif entry.name != "__pycache__":
            yield from _files(entry, f"{under}{entry.name}/")


def versions() -> Mapping[str, str]:
    """The parts that extraction is made of: name -> version."""
    return {"language model": model_version(), "rules": NAME}
