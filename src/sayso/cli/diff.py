"""`sayso diff`: what a new document, or a new version, changed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def diff(
    old: Annotated[Path, typer.Argument(help="The case as it was.", metavar="OLD")],
    new: Annotated[Path, typer.Argument(help="The case as it is.", metavar="NEW")],
    json: Annotated[bool, typer.Option("--json", help="As one JSON object.")] = False,
) -> None:
    """Say what changed between two cases, slot by slot.

    \b
      cp siege.sayso before.sayso
      sayso build siege -o siege.sayso
      sayso diff before.sayso siege.sayso
    """
    from sayso.export.differences import differences, lines  # noqa: PLC0415 - the help must open fast
    from sayso.store import Store  # noqa: PLC0415 - as above

    with Store.open(old, read_only=True) as first, Store.open(new, read_only=True) as second:
        found = differences(first.view(), second.view())
    if json:
        import json as writer  # noqa: PLC0415 - only here

        from sayso.model import to_row  # noqa: PLC0415 - only here

        typer.echo(writer.dumps(to_row(found), sort_keys=True, ensure_ascii=False, indent=1))
    elif found.is_empty:
        typer.echo("Nothing changed: both cases tell the same.")
    else:
        for line in lines(found):
            typer.echo(line)
