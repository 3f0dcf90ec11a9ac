"""Claims that people or other programs coded, taken into a case: grounded as strictly as the extractor's own.

Its modules are opened when they are asked for: every build looks at what was imported, few read a coder's file.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sayso.importing.coded import Decided, Imported, Refused, import_claims
    from sayso.importing.csv_claims import read as read_csv
    from sayso.importing.layers import forget, keep, overlaid
    from sayso.importing.web_annotations import read as read_annotations

__all__ = [
    "Decided",
    "Imported",
    "Refused",
    "forget",
    "import_claims",
    "keep",
    "overlaid",
    "read_annotations",
    "read_csv",
]
_ROOMS = {
    **dict.fromkeys(("Decided", "Imported", "Refused", "import_claims"), "coded"),
    **dict.fromkeys(("forget", "keep", "overlaid"), "layers"),
    "read_annotations": "web_annotations",
    "read_csv": "csv_claims",
}


def __getattr__(name: str) -> Any:
    if name not in _ROOMS:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_ROOMS[name]}"), "read" if name.startswith("read_") else name)
