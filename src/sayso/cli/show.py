"""`sayso show`: the case in the terminal: the record, a slot, an event, a document."""

from __future__ import annotations

from typing import Annotated

import typer

from sayso.cli.places import Case


def show(
    case: Case,
    what: Annotated[
        str | None,
        typer.Argument(help="A slot (killed), an event's or a claim's id, a document, `events`; nothing: the record."),
    ] = None,
    find: Annotated[str | None, typer.Option("--find", help="Passages that hold all of these words.")] = None,
    kind: Annotated[str | None, typer.Option("--type", help="Events of a type (shooting).")] = None,
    place: Annotated[
        str | None, typer.Option("--place", help="Events of a place, or of a country by its code.")
    ] = None,
    since: Annotated[str | None, typer.Option("--since", help="Events on or after a day (2019-03-01).")] = None,
    until: Annotated[str | None, typer.Option("--until", help="Events on or before a day.")] = None,
    accounts: Annotated[int, typer.Option("--accounts", min=0, help="Events that so many accounts tell of.")] = 0,
    killed: Annotated[int, typer.Option("--killed", min=0, help="Events that so many people were killed in.")] = 0,
    disputed: Annotated[bool, typer.Option("--disputed", help="Events on which accounts disagree.")] = False,
    words: Annotated[
        str, typer.Option("--search", help="Events whose title, type, place or day hold these words.")
    ] = "",
    at: Annotated[
        int, typer.Option("--page", min=1, help="Which page of the events, of a long record or slot, or of passages.")
    ] = 1,
) -> None:
    """Show a case in the terminal.

    \b
      sayso show siege.sayso                    the record: what can be stated, slot by slot
      sayso show siege.sayso killed             one slot: its readings, with each account's words
      sayso show siege.sayso gazette            one document and its claims
      sayso show siege.sayso words              who is called what, by whom, how often
      sayso show siege.sayso --find "40 minutes"
      sayso show year.sayso events --type shooting --place Ohio --since 2019-03-01 --killed 2 --disputed
    """
    from sayso.cli import telling  # noqa: PLC0415 - the help must open fast
    from sayso.cli.listing import Asked, event_list  # noqa: PLC0415 - as above
    from sayso.store import Store  # noqa: PLC0415 - as above

    with Store.open(case, read_only=True) as store:
        view = store.view()
        if what == "events":
            asked = Asked(kind, place, since, until, accounts, killed, disputed, words, at)
            lines = event_list(view, asked)
        else:
            lines = telling.passages(view, find, at) if find else telling.told(view, what, at)
        for line in lines:
            typer.echo(line)
