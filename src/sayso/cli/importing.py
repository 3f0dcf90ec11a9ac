"""`sayso import`: claims coded by hand, or by another program, into a case."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.judging import user
from sayso.cli.places import Case

if TYPE_CHECKING:
    from sayso.importing import Imported
    from sayso.store import Store, View

# Refusals shown one by one; the others are counted.
_SHOWN = 20


def import_(
    case: Case,
    claims: Annotated[
        Path | None, typer.Argument(help="A CSV file, or Web Annotations as JSON.", metavar="CLAIMS")
    ] = None,
    add: Annotated[
        bool, typer.Option("--add", help="Keep what was extracted from these documents, too (CSV).")
    ] = False,
    partial: Annotated[
        bool, typer.Option("--partial", help="Import the good rows although others are refused.")
    ] = False,
    forget: Annotated[bool, typer.Option("--forget", help="Take all that was imported out again.")] = False,
    by: Annotated[
        str | None, typer.Option("--by", help="Who corrects, where an annotation does not say; by default the user.")
    ] = None,
) -> None:
    """Take coded claims into a case, and link and weigh anew.

    CSV needs the columns document, quote and slot; group, value, start, speaker and modality where they matter. Its rows
    stand in the place of what was extracted from the documents they name. A Web Annotation with another value is a decision
    that corrects its claim (see `sayso judge CASE list`); one with another place, slot or group, or of no claim, adds.

    \b
      sayso import siege.sayso coded.csv
      sayso export siege.sayso --to annotations -o page.json    then correct page.json
      sayso import siege.sayso page.json
      sayso import siege.sayso --forget
    """
    from sayso import importing, pipeline  # noqa: PLC0415 - the help must open fast
    from sayso.errors import InputError  # noqa: PLC0415 - as above
    from sayso.store import Store  # noqa: PLC0415 - as above

    if not case.is_file():
        raise InputError(f"{case}: no such case; make it first: sayso build FOLDER -o {case}")
    with Store.open(case) as store:
        if forget:
            amount = importing.forget(store)
            pipeline.refresh(store)
            typer.echo(f"{amount} imported claims taken out again.")
            return
        if claims is None:
            raise InputError("no claims are named; name a CSV file or Web Annotations, or take all out with --forget")
        found = _read(claims, store.view(), add=add)
        _tell(found)
        if found.refused and not partial:
            raise InputError(
                f"nothing was imported: {len(found.refused)} of the rows cannot be used; mend them, or leave them out with --partial"
            )
        if found.layers:
            importing.keep(store, found.layers)
            pipeline.refresh(store)
        decided = _decide(store, found, by)
    amounts = f"{found.same} claims as they were, {found.new} new or changed, {len(found.refused)} refused"
    typer.echo(f"{amounts}{f', {decided} corrected or assessed' if found.decided else ''}.")


def _decide(store: Store, found: Imported, by: str | None) -> int:
    """Keep what the coders decided on claims of the case; how many decisions are new."""
    from sayso import judging  # noqa: PLC0415 - the help must open fast

    made = [
        judging.Decision(one.kind, (one.claim,), one.by or by or user(), one.why or "imported", one.value)
        for one in found.decided
    ]
    return len(judging.decide_all(store, made))


def _read(path: Path, view: View, *, add: bool) -> Imported:
    """The claims of a file, by its kind."""
    from sayso import importing  # noqa: PLC0415 - the help must open fast

    is_page = path.suffix.lower() in (".json", ".jsonld")
    rows = importing.read_annotations(path, view) if is_page else importing.read_csv(path)
    return importing.import_claims(view, rows, is_whole=not (add or is_page), coder=path.stem, decides=is_page)


def _tell(found: Imported) -> None:
    """The refusals, each with its line."""
    for one in found.refused[:_SHOWN]:
        typer.echo(f"sayso: row {one.line}: {one.why}", err=True)
    if len(found.refused) > _SHOWN:
        typer.echo(f"sayso: and {len(found.refused) - _SHOWN} more", err=True)
