"""Floor 3: a document in, its account out. `fingerprint()` and `versions()` import no spaCy."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from sayso.extraction.model_version import NAME, model_version
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
        for entry in sorted((e for e in folder.iterdir() if e.is_file()), key=lambda e: e.name):
            digest.update(entry.name.encode())
            digest.update(entry.read_bytes())
    digest.update(resources.files("sayso").joinpath("resources", FILE).read_bytes())
    for name, version in sorted(versions().items()):
        digest.update(f"{name}={version}".encode())
    return digest.hexdigest()[:20]


def versions() -> Mapping[str, str]:
    """The parts that extraction is made of: name -> version."""
    return {"language model": model_version(), "rules": NAME}
