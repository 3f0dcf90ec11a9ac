"""The plugs: a name to a factory, found through entry points and loaded when it is asked for.

A package adds a reader, exporter or engine of its own under the groups `sayso.readers`, `sayso.exporters` and
`sayso.engines` of its `pyproject.toml`. A miss answers with what exists.
"""

from __future__ import annotations

from functools import cache
from importlib import metadata
from typing import Any

from sayso.errors import MissingPartError, UnknownNameError

# The groups of entry points, each with the word by which messages call one of its plugs.
KINDS = {"sayso.readers": "reader", "sayso.exporters": "format", "sayso.engines": "engine"}


def names(group: str) -> tuple[str, ...]:
    """The names of a group's plugs, sorted.

    >>> "json" in names("sayso.exporters")
    True
    """
    return tuple(sorted(_plugs(group)))


def find(group: str, name: str) -> Any:
    """The factory of a name.

    Raises:
        UnknownNameError: there is none of that name; the message says which exist.
        MissingPartError: it stands on a package that is not installed.
    """
    plug = _plugs(group).get(name)
    if plug is None:
        raise UnknownNameError(KINDS.get(group, group), name, names(group))
    try:
        return plug.load()
    except ModuleNotFoundError as error:
        if error.name is not None and error.name.startswith("sayso"):
            raise
        part = plug.extras[0] if plug.extras else name
        raise MissingPartError(part, f"the {KINDS.get(group, group)} {name!r}") from error


def versions(group: str) -> tuple[str, ...]:
    """Each plug of a group with the version of the package that gives it: what a cache of its work depends on."""
    plugs = _plugs(group)
    return tuple(
        f"{name}={plug.dist.name} {plug.dist.version}" for name, plug in plugs.items() if plug.dist is not None
    )


@cache
def _plugs(group: str) -> dict[str, metadata.EntryPoint]:
    """A name given twice is the first one's, by the name of its module: the order of installation decides nothing."""
    found: dict[str, metadata.EntryPoint] = {}
    for plug in sorted(metadata.entry_points(group=group), key=lambda one: (one.name, one.value)):
        found.setdefault(plug.name, plug)
    return found
