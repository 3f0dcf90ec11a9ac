"""`sayso show`: the case in the terminal: the record, a slot, an event, a document."""

from __future__ import annotations

from typing import Annotated

import typer

from sayso.cli.places import Case


def show(
    case: Case,
    what: Annotated[
        str | None, typer.Argument(help="A slot (killed), an event's or a claim's id, a document; nothing: the record.")
    ] = None,
    find: Annotated[str | None, typer.Option("--find", help="Passages that hold all of these words.")] = None,
) -> None:
    """Show a case in the terminal.

    \b
      sayso show siege.sayso                    the record: what can be stated, slot by slot
      sayso show siege.sayso killed             one slot: its readings, with each account's words
      sayso show siege.sayso gazette            one document and its claims
      sayso show siege.sayso --find "40 minutes"
    """
    from sayso.cli import telling  # noqa: PLC0415 - the help must open fast
    from sayso.store import Store  # noqa: PLC0415 - as above

    with Store.open(case, read_only=True) as store:
        view = store.view()
        lines = telling.passages(view, find) if find else telling.told(view, what)
        for line in lines:
            typer.echo(line)
