"""Floor 3: a case told to a reader, as one HTML page that needs neither network nor script.

Its modules are opened when they are asked for: the terminal takes its phrases from here, and needs no page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from sayso.dossier.gathered import gather, mains_of
    from sayso.dossier.many import index, pages, stray
    from sayso.dossier.page import build, environment, render
    from sayso.dossier.redaction import spellings
    from sayso.store import View

__all__ = [
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
_ROOMS = {
    **dict.fromkeys(("gather", "mains_of"), "gathered"),
    **dict.fromkeys(("index", "pages", "stray"), "many"),
    **dict.fromkeys(("build", "environment", "render"), "page"),
    "spellings": "redaction",
}


def __getattr__(name: str) -> Any:
    if name not in _ROOMS:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{_ROOMS[name]}"), name)


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
    from sayso.dossier.gathered import gather  # noqa: PLC0415 - opened when a page is made
    from sayso.dossier.page import build, render  # noqa: PLC0415 - as above
    from sayso.dossier.redaction import redact, unfound  # noqa: PLC0415 - as above

    gathered = replace(gather(view, event), quotes_only=quotes_only)
    out.write(render(build(redact(gathered, redacted))))
    return unfound(gathered, redacted)
