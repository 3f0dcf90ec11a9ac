"""Joins entities to actors and speakers when a case goes out: a claim itself never holds one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sayso.model import Entity


class Names:
    """Finds the entity that words name: by the very place they stand at, else by a name that only one entity has."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self._by_place: dict[str, list[tuple[int, int, str]]] = {}
        self._by_name: dict[str, str | None] = {}
        for entity in entities:
            for mention in entity.mentions:
                self._by_place.setdefault(mention.document, []).append((mention.start, mention.end, entity.id))
            for name in dict.fromkeys((entity.name, *entity.aliases)):
                known = self._by_name.setdefault(name.casefold(), entity.id)
                if known != entity.id:
                    self._by_name[name.casefold()] = None

    def at(self, document: str, start: int | None, end: int | None) -> str | None:
        """The entity with the longest mention that overlaps a place, or None."""
        if start is None or end is None:
            return None
        touching = [one for one in self._by_place.get(document, ()) if one[0] < end and one[1] > start]
        return min(touching, key=lambda one: (one[0] - one[1], one[0], one[2]))[2] if touching else None

    def called(self, name: str) -> str | None:
        """The one entity of a name, or None where none or several have it."""
        return self._by_name.get(name.casefold())

    def joined(self, row: Any) -> Any:
        """A row with the entity of every actor in it, at any depth, joined by name."""
        if isinstance(row, list):
            return [self.joined(part) for part in row]
        if not isinstance(row, dict):
            return row
        told = {key: self.joined(part) for key, part in row.items()}
        if told.get("kind") == "actor" and "name" in told and told.get("entity") is None:
            told["entity"] = self.called(told["name"])
        return told
