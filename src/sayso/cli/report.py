"""`sayso report`: the dossier, one page to read, print and pass on."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.places import Case, written_to


def report(
    case: Case,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="The page to write; by default the case's name with .html.")
    ] = None,
) -> None:
    """Write the dossier of a case: one HTML page, no network, readable without script.

    \b
      sayso report siege.sayso                    writes siege.html
      sayso report siege.sayso -o /tmp/page.html  writes elsewhere
    """
    page = output or Path(case.with_suffix(".html").name)
    dossier_of(case, page)
    typer.echo(f"The dossier: {page.resolve()}")


def dossier_of(case: Path, page: Path) -> None:
    """Write the dossier of a case file to a page."""
    from sayso import dossier  # noqa: PLC0415 - the help must open fast
    from sayso.store import Store  # noqa: PLC0415 - as above

    with Store.open(case, read_only=True) as store, written_to(page) as out:
        dossier.write(store.view(), out)
