"""Floor 3: a case told to a reader, as one HTML page that needs neither network nor script."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TextIO

from sayso.dossier.apart import Whole, apart
from sayso.dossier.gathered import gather, mains_of
from sayso.dossier.many import index, pages, stray
from sayso.dossier.page import build, environment, render
from sayso.dossier.redaction import redact, spellings, unfound

if TYPE_CHECKING:
    from sayso.store import View

__all__ = [
    "Whole",
    "apart",
    "build",
    "environment",
    "gather",
    "index",
    "mains_of",
    "pages",
    "render",
    "spellings",
    "stray",
    "write",
]


def write(
    view: View, out: TextIO, *, event: str | None = None, quotes_only: bool = False, redacted: Sequence[str] = ()
) -> tuple[str, ...]:
    """Write the dossier of a case; the same case gives the same bytes.

    Args:
        view: the case to read.
        out: a text stream that takes UTF-8.
        event: id of the main event to tell of; the biggest where None.
        quotes_only: leave out the full texts; the sentences that claims rest on stay.
        redacted: names to strike out, in all their spellings, from everything the page shows.

    Returns:
        Names of `redacted` that stand nowhere in it, so that nothing was struck for them.

    Raises:
        InputError: the case has no such main event.
    """
    gathered = replace(gather(view, event), quotes_only=quotes_only)
    out.write(render(build(redact(gathered, redacted))))
    return unfound(gathered, redacted)
