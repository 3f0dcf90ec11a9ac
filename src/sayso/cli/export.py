"""`sayso export`: the case in another form."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.places import Case, written_to


def export(
    case: Case,
    to: Annotated[str, typer.Option("--to", help="The form: json.", metavar="FORMAT")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="The file to write; by default the standard output.")
    ] = None,
) -> None:
    """Write a case in another form.

    \b
      sayso export siege.sayso --to json > siege.json
      sayso export siege.sayso --to json -o siege.json
    """
    from sayso import registry  # noqa: PLC0415 - the help must open fast
    from sayso.store import Store  # noqa: PLC0415 - as above

    write = registry.find("sayso.exporters", to)
    with Store.open(case, read_only=True) as store, written_to(output) as out:
        write(store.view(), out)
