"""`sayso export`: the case in another form."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.cli.places import Case, bytes_to, written_to

if TYPE_CHECKING:
    from sayso.export.left import Left
    from sayso.store import View

_NO_EVENT = (
    "sayso: the case tells of no event, so that what was written holds no rows of one; "
    "`sayso show CASE` names its documents, and `sayso build` said which were kept without claims"
)


def export(
    case: Case,
    to: Annotated[
        str,
        typer.Option(
            "--to",
            help="The form: json, csv, parquet, ucdp, acled, gtd, ftm, ftm-statements, annotations, timelinejs, geojson, md, docx.",
            metavar="FORMAT",
        ),
    ],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="The file to write; by default the standard output.")
    ] = None,
    table: Annotated[
        str | None,
        typer.Option(
            "--table",
            help="csv and parquet: claims (by default), estimates, events, documents or persons; "
            "all of them into the folder that -o names.",
        ),
    ] = None,
) -> None:
    """Write a case in another form.

    \b
      sayso export siege.sayso --to json > siege.json
      sayso export siege.sayso --to csv --table estimates -o estimates.csv
      sayso export siege.sayso --to csv --table all -o siege
      sayso export siege.sayso --to ucdp -o rows.csv
    """
    from sayso import registry  # noqa: PLC0415 - the help must open fast
    from sayso.export import left  # noqa: PLC0415 - as above
    from sayso.store import Store  # noqa: PLC0415 - as above

    writer = registry.find("sayso.exporters", to)
    with Store.open(case, read_only=True) as store:
        if table == "all":
            _all_tables(writer, store.view(), to, output)
            return
        not_held = _one(writer, store.view(), output, table)
        if not store.view().count("events"):
            typer.echo(_NO_EVENT, err=True)
    for line in left.told(not_held):
        typer.echo(f"sayso: {line}", err=True)


def _one(writer: Any, view: View, output: Path | None, table: str | None) -> tuple[Left, ...]:
    """Write one file, or the standard output; what was left out of it."""
    from sayso.export import writing  # noqa: PLC0415 - the help must open fast

    with bytes_to(output) if writing.is_binary(writer) else written_to(output) as out:
        return writing.written(writer, view, out, table)


def _all_tables(writer: Any, view: View, to: str, folder: Path | None) -> None:
    """Write every table into a folder, a file each."""
    from sayso.errors import InputError  # noqa: PLC0415 - the help must open fast
    from sayso.export import tables, writing  # noqa: PLC0415 - as above

    if folder is None or folder.suffix or folder.is_file():
        raise InputError("--table all writes five files; name the folder for them with -o, as in: -o tables")
    if not writing.has_tables(writer):
        raise InputError(f"the form {to} has no tables, so that --table means nothing; leave it out, or use csv")
    folder.mkdir(exist_ok=True)
    for name in tables.TABLES:
        _one(writer, view, folder / f"{name}.{to}", name)
        typer.echo(str(folder / f"{name}.{to}"))
