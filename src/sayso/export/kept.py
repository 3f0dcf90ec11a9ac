"""A table of a case as a mapping, each row read when it is asked for: a case of any size goes out in little memory."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Mapping, ValuesView
from typing import Any, TypeVar, cast

from sayso.model import Estimate
from sayso.store import View

T = TypeVar("T")

# Texts kept at hand: claims come document by document, and an event is seldom told of by more.
DOCUMENTS = 32
# Rows kept at hand of what is small: an event with its parts, the names around it.
ROWS = 512


class Kept(Mapping[str, T]):
    """Rows by id, in the order of the case; the last ones asked for are kept at hand.

    Args:
        view: the case.
        shelf: the table.
        most: how many rows are kept at hand.
    """

    def __init__(self, view: View, shelf: str, most: int = ROWS) -> None:
        self._view = view
        self._shelf = shelf
        self._most = most
        self._held: OrderedDict[str, T] = OrderedDict()

    def __getitem__(self, name: str) -> T:
        if name not in self._held:
            found = self._view.known(self._shelf, name)
            if found is None:
                raise KeyError(name)
            self._held[name] = cast("T", found)
            if len(self._held) > self._most:
                self._held.popitem(last=False)
        self._held.move_to_end(name)
        return self._held[name]

    def __contains__(self, name: object) -> bool:
        return name in self._held or (isinstance(name, str) and self._view.has(self._shelf, name))

    def __iter__(self) -> Iterator[str]:
        return self._view.ids(self._shelf)

    def __len__(self) -> int:
        return self._view.count(self._shelf)

    def values(self) -> ValuesView[T]:
        """All rows, one after the other."""
        return _Streamed(self, self._view, self._shelf)


class _Streamed(ValuesView[T]):
    """The values of a table, read in one pass."""

    def __init__(self, kept: Kept[T], view: View, shelf: str) -> None:
        super().__init__(kept)
        self._view = view
        self._shelf = shelf

    def __iter__(self) -> Iterator[T]:
        return self._view.each(self._shelf)


class Estimates(Mapping[str, tuple[Estimate, ...]]):
    """Estimates by the id of their event; those of the last events asked for are kept at hand."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._held: OrderedDict[str, tuple[Estimate, ...]] = OrderedDict()

    def __getitem__(self, event: str) -> tuple[Estimate, ...]:
        if event not in self._held:
            self._held[event] = self._view.estimates(event)
            if len(self._held) > DOCUMENTS:
                self._held.popitem(last=False)
        self._held.move_to_end(event)
        return self._held[event]

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(one.event for one in self._view.each("estimates")))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def index(view: View, shelf: str) -> Mapping[str, int]:
    """The ids of a table by their place in its order, from 1."""
    return {name: number for number, name in enumerate(view.ids(shelf), start=1)}


def documents(view: View) -> Kept[Any]:
    """The documents of a case."""
    return Kept(view, "documents", DOCUMENTS)
