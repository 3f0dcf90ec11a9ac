"""The documents of a case one at a time: a case of any size goes out without all of its texts in memory."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Mapping

from sayso.model import Document
from sayso.store import View

# Texts kept at hand: claims come document by document, and an event is seldom told of by more.
_KEPT = 32


class Documents(Mapping[str, Document]):
    """Documents by id, in the order of ids, each read when it is asked for."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._ids = dict.fromkeys(view.document_ids())
        self._kept: OrderedDict[str, Document] = OrderedDict()

    def __getitem__(self, name: str) -> Document:
        if name not in self._ids:
            raise KeyError(name)
        if name not in self._kept:
            self._kept[name] = self._view.document(name)
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(name)
        return self._kept[name]

    def __contains__(self, name: object) -> bool:
        return name in self._ids

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)
