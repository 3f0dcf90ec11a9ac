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
    event: Annotated[
        str | None, typer.Option("--event", help="The main event to tell of, by its id; by default the biggest.")
    ] = None,
    quotes_only: Annotated[
        bool, typer.Option("--quotes-only", help="Leave out the full texts; the sentences that claims rest on stay.")
    ] = False,
    redact: Annotated[
        list[str] | None,
        typer.Option("--redact", help="A name to strike out everywhere, in all its spellings; repeatable."),
    ] = None,
) -> None:
    """Write the dossier of a case: one HTML page, no network, readable without script.

    \b
      sayso report siege.sayso                    writes siege.html
      sayso report siege.sayso -o /tmp/page.html  writes elsewhere
      sayso report siege.sayso --quotes-only --redact "Ana Ruiz" --redact Norvik
    """
    page = output or Path(case.with_suffix(".html").name)
    dossier_of(case, page, event=event, quotes_only=quotes_only, redacted=tuple(redact or ()))
    typer.echo(f"The dossier: {page.resolve()}")


def dossier_of(
    case: Case, page: Path, *, event: str | None = None, quotes_only: bool = False, redacted: tuple[str, ...] = ()
) -> None:
    """Write the dossier of a case file to a page."""
    from sayso import dossier  # noqa: PLC0415 - the help must open fast
    from sayso.store import Store  # noqa: PLC0415 - as above

    with Store.open(case, read_only=True) as store, written_to(page) as out:
        dossier.write(store.view(), out, event=event, quotes_only=quotes_only, redacted=redacted)
