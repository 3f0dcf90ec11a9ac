"""`sayso fuse`: a ready table of claims to one value a question."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.places import written_to


def fuse(
    table: Annotated[
        Path,
        typer.Argument(
            help="A CSV file (or .csv.gz) with the columns object, attribute, source, value.",
            metavar="TABLE.csv",
            exists=True,
            dir_okay=False,
        ),
    ],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="The file to write; by default the standard output.")
    ] = None,
    sources: Annotated[
        Path | None,
        typer.Option("--sources", help="Also write what was learned of each source: accuracy, and whom it copies."),
    ] = None,
) -> None:
    """Choose a value for each question of a ready claim table.

    How often each source is right, and which copy from each other, is learned from the table itself.

    \b
      sayso fuse flights.csv -o chosen.csv
      sayso fuse flights.csv.gz --sources sources.csv > chosen.csv
    """
    from sayso import weighing  # noqa: PLC0415 - the help must open fast

    claims = weighing.read(table)
    weighed = weighing.weigh(claims)
    with written_to(output) as out:
        weighing.write(weighed, out)
    if sources is not None:
        with written_to(sources) as out:
            weighing.write_sources(weighed, out)
    for line in (*claims.unread, weighed.why_not_learned):
        if line:
            typer.echo(f"sayso: {line}", err=True)
