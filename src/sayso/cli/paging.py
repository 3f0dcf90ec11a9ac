"""What is long goes to the terminal a page at a time."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.dossier.phrases import counted
from sayso.errors import InputError

#: Things a page; as many as a person looks through.
PAGE = 50


@dataclass(frozen=True, slots=True)
class Page:
    """Which things of many are shown: those from `first` to before `last`, and the lines around them."""

    first: int
    last: int
    opening: tuple[str, ...]
    closing: tuple[str, ...]

    @property
    def is_last(self) -> bool:
        """Whether nothing follows."""
        return not self.closing

    @property
    def is_all(self) -> bool:
        """Whether all things are on it."""
        return not self.opening


def page(count: int, at: int, noun: str) -> Page:
    """One page of so many things.

    Raises:
        InputError: there is no such page.

    >>> page(120, 2, "event").opening
    ('120 events, page 2 of 3',)
    """
    pages = max(1, -(-count // PAGE))
    if at > pages:
        raise InputError(f"there is no page {at}; {counted(count, noun)} fill {counted(pages, 'page')}")
    opening = (f"{counted(count, noun)}, page {at} of {pages}",) if pages > 1 else ()
    closing = (f"more: --page {at + 1}",) if at < pages else ()
    return Page((at - 1) * PAGE, at * PAGE, opening, closing)
