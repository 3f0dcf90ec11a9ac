"""`sayso report`: the dossier, one page to read, print and pass on."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.places import Case, written_to
from sayso.errors import InputError


def report(
    case: Case,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="The page to write; by default the case's name with .html.")
    ] = None,
    event: Annotated[
        str | None, typer.Option("--event", help="The main event to tell of, by its id; by default the biggest.")
    ] = None,
    whole: Annotated[
        Path | None,
        typer.Option("--all", help="A folder for a page of each main event, and an index.", metavar="FOLDER"),
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
      sayso report year.sayso --event e0123456789abcdef012
      sayso report year.sayso --all pages/        an index, and a page for each event (`sayso show year.sayso events`)
    """
    if whole is not None:
        if event is not None or output is not None:
            raise InputError("--all writes a page for each event into its folder; leave --event and --output out")
        count = _all_of(case, whole, quotes_only=quotes_only, redacted=tuple(redact or ()))
        typer.echo(f"{count} dossiers: {(whole / 'index.html').resolve()}")
        return
    page = output or Path(case.with_suffix(".html").name)
    unfound = dossier_of(case, page, event=event, quotes_only=quotes_only, redacted=tuple(redact or ()))
    for name in unfound:
        typer.echo(
            f"sayso: {name!r} stands nowhere in this case; nothing was struck for it, check its spelling", err=True
        )
    typer.echo(f"The dossier: {page.resolve()}")


def dossier_of(
    case: Case, page: Path, *, event: str | None = None, quotes_only: bool = False, redacted: tuple[str, ...] = ()
) -> tuple[str, ...]:
    """Write the dossier of a case file to a page; the names that stand nowhere in it."""
    from sayso import dossier  # noqa: PLC0415 - the help must open fast
    from sayso.store import Store  # noqa: PLC0415 - as above

    with Store.open(case, read_only=True) as store, written_to(page) as out:
        whole = store.view()
        struck = dossier.spellings(whole.each("entities"), redacted) if redacted else ()
        unfound = dossier.write(whole, out, event=event, quotes_only=quotes_only, redacted=struck)
        return tuple(name for name in unfound if name in redacted)


def _all_of(case: Path, folder: Path, *, quotes_only: bool, redacted: tuple[str, ...]) -> int:
    """Write the dossiers of all main events and their index, the index last; how many dossiers there are."""
    from sayso import dossier  # noqa: PLC0415 - as above
    from sayso.cli.progress import shown  # noqa: PLC0415 - as above
    from sayso.model import Role  # noqa: PLC0415 - as above
    from sayso.store import Store  # noqa: PLC0415 - as above

    folder.mkdir(parents=True, exist_ok=True)
    with Store.open(case, read_only=True) as store, shown(quiet=False) as progress:
        names: set[str] = set()
        count = store.view().roles()[Role.MAIN]
        struck = dossier.spellings(store.view().each("entities"), redacted) if redacted else ()
        for event, view in dossier.pages(store.view()):
            with written_to(folder / f"{event}.html") as out:
                dossier.write(view, out, event=event, quotes_only=quotes_only, redacted=struck)
            names.add(f"{event}.html")
            if progress is not None:
                progress("pages", len(names), count)
        with written_to(folder / "index.html") as out:
            out.write(dossier.index(store.view(), struck))
        for path in dossier.stray(folder, names):
            path.unlink()
    return len(names)
