"""The dossiers of all main events of a case: a page each, and an index that lists them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from sayso.dossier.apart import Whole, apart
from sayso.dossier.listing import listed
from sayso.dossier.page import asset, environment, policy
from sayso.dossier.redaction import strike

if TYPE_CHECKING:
    from sayso.store import View

# The name of an event's page: its id.
_PAGE = re.compile(r"e[0-9a-f]{19}\.html")


def pages(view: View) -> Iterator[tuple[str, View]]:
    """Each main event by its id, and the case as it sees it, one after the other."""
    whole = Whole.of(view)
    for brief in view.briefs():
        yield brief.id, apart(whole, brief.id)


def index(view: View, struck: Sequence[str] = ()) -> str:
    """The list of all main events, each leading to its page; filtered by words where scripts run.

    Args:
        view: the case.
        struck: spellings to strike out.
    """
    rows = tuple(replace(one, title=strike(one.title, struck), where=strike(one.where, struck)) for one in listed(view))
    style, script = asset("style.css"), asset("index.js")
    template = environment().get_template("index.html")
    return template.render(
        rows=rows,
        documents=view.count("documents"),
        style=Markup(style),  # noqa: S704 - a file of ours
        script=Markup(script),  # noqa: S704 - a file of ours
        policy=policy(style, script),
    )


def stray(folder: Path, names: Collection[str]) -> tuple[Path, ...]:
    """Pages in a folder of events that the case no longer has."""
    return tuple(
        path for path in sorted(folder.glob("*.html")) if _PAGE.fullmatch(path.name) and path.name not in names
    )
