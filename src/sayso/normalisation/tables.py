"""The word tables of the package, read from YAML by the quick reader where it is installed: pages of words at every start."""

from __future__ import annotations

from typing import Any

import yaml

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_table(raw: str | bytes) -> Any:
    """The plain tree of a table.

    >>> read_table("few: [3, 9]")
    {'few': [3, 9]}
    """
    return yaml.load(raw, _LOADER)  # noqa: S506 - a safe loader
