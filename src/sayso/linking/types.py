"""How two event types stand to each other under a codebook: the same, two names for one happening, whole and part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from sayso.codebook import Codebook


@dataclass(frozen=True, slots=True)
class Types:
    """What a codebook says of its types.

    Args:
        alike: pairs that may name one event; a broad word ("arrest", "killing") may be told of any.
        parts: type -> the names of its parts, some of which are types of their own (a raid that ends a siege).
        groups: type -> a name for all that it is tied to, however far.
    """

    alike: frozenset[frozenset[str]]
    parts: Mapping[str, frozenset[str]]
    groups: Mapping[str, str]

    def group(self, event_type: str) -> str:
        """A name for all types that this one is tied to."""
        return self.groups.get(event_type, event_type)

    def are_alike(self, one: str, other: str) -> bool:
        """Whether one event may be called by both."""
        return one == other or frozenset((one, other)) in self.alike

    def is_part(self, one: str, other: str) -> bool:
        """Whether the first is also the name of a part of the second."""
        return one in self.parts.get(other, frozenset())


def types_of(codebook: Codebook) -> Types:
    """Read the types of a codebook."""
    shapes = codebook.extraction.event_types.items()
    return _types(
        tuple((name, tuple(shape.parts), shape.broad) for name, shape in shapes),
        tuple(tuple(group) for group in codebook.fusion.same_types),
    )


@lru_cache(maxsize=8)
def _types(shapes: tuple[tuple[str, tuple[str, ...], bool], ...], same: tuple[tuple[str, ...], ...]) -> Types:
    """The types by name, parts and breadth, and those that are the same; asked for by every neighbourhood."""
    parts = {name: frozenset(held) for name, held, _ in shapes}
    alike = {frozenset((one, other)) for group in same for one in group for other in group if one != other}
    ties = [sorted(pair) for pair in alike]
    ties += [[whole, part] for whole, named in parts.items() for part in sorted(named) if part in parts]
    groups: dict[str, str] = {}
    for one, other in sorted(ties):
        kept, left = sorted((groups.get(one, one), groups.get(other, other)))
        groups = {name: kept if group == left else group for name, group in groups.items()} | {one: kept, other: kept}
    alike |= {frozenset((one, other)) for one, _, is_broad in shapes if is_broad for other in parts if one != other}
    return Types(frozenset(alike), parts, groups)
