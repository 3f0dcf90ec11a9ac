"""Floor 3: a case told to a reader, as one HTML page that needs neither network nor script."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from sayso.dossier.gathered import gather
from sayso.dossier.page import build, environment, render

if TYPE_CHECKING:
    from sayso.store import View

__all__ = ["build", "environment", "gather", "render", "write"]


def write(view: View, out: TextIO) -> None:
    """Write the dossier of a case; the same case gives the same bytes.

    Args:
        view: the case to read.
        out: a text stream that takes UTF-8.
    """
    out.write(render(build(gather(view))))
