"""`sayso serve`: the reading room, in the browser."""

from __future__ import annotations

import getpass
from typing import Annotated

import typer

from sayso.cli.places import Case


def serve(
    case: Case,
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="The port to listen on.")] = 8137,
    host: Annotated[
        str, typer.Option("--host", help="The address to listen on; any but the loopback needs --token.")
    ] = "127.0.0.1",
    token: Annotated[
        str, typer.Option("--token", envvar="SAYSO_TOKEN", help="What visitors must know; 16 characters or more.")
    ] = "",
    by: Annotated[
        str | None, typer.Option("--by", help="The name that decisions carry; each visitor can change it.")
    ] = None,
) -> None:
    """Open the reading room: the dossier live, and a queue of what needs a decision.

    \b
      sayso serve siege.sayso                     then open http://127.0.0.1:8137
      sayso serve siege.sayso --by "Coder A" --port 8200
    """
    from sayso.web import serve as serve_room  # noqa: PLC0415 - the help must open fast

    typer.echo(f"The reading room of {case}: http://{f'[{host}]' if ':' in host else host}:{port}/  (Ctrl+C ends it)")
    serve_room(case, host=host, port=port, token=token, by=by if by is not None else _user())


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a user without a name
        return ""
