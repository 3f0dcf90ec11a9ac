"""Many accounts of one event, one record you can trace: what happened, when, where, to how many, and on whose say-so.

    >>> import sayso
    >>> with sayso.build(sayso.example_paths()) as case:
    ...     len(case.documents)
    6

Names are loaded when they are asked for: importing sayso imports no language library.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.case import Case, build
    from sayso.codebook import Codebook
    from sayso.errors import SaysoError
    from sayso.model import Claim, Document, Entity, Estimate, Event, Figure, Finding, Status, When
    from sayso.pipeline import example_paths

__version__: str

_HOMES = {
    "Case": "sayso.case",
    "Claim": "sayso.model",
    "Codebook": "sayso.codebook",
    "Document": "sayso.model",
    "Entity": "sayso.model",
    "Estimate": "sayso.model",
    "Event": "sayso.model",
    "Figure": "sayso.model",
    "Finding": "sayso.model",
    "SaysoError": "sayso.errors",
    "Status": "sayso.model",
    "When": "sayso.model",
    "build": "sayso.case",
    "example_paths": "sayso.pipeline",
}

__all__ = [
    "Case",
    "Claim",
    "Codebook",
    "Document",
    "Entity",
    "Estimate",
    "Event",
    "Figure",
    "Finding",
    "SaysoError",
    "Status",
    "When",
    "build",
    "example_paths",
]


def __getattr__(name: str) -> Any:
    """Load a name of the face from its home."""
    if name == "__version__":
        from importlib.metadata import version  # noqa: PLC0415 - only here

        return version("sayso")
    if name not in _HOMES:
        raise AttributeError(f"module 'sayso' has no attribute {name!r}; its names are: {', '.join(__all__)}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    """The names of the face."""
    return [*__all__, "__version__"]
