"""`sayso codebook`: show the codebook in use, check one's own, write a copy to start from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso.errors import InputError

app = typer.Typer(help="Show, check and start codebooks.", no_args_is_help=True, rich_markup_mode=None)
Name = Annotated[str, typer.Argument(help="A packaged codebook by name, or a .yaml file.", metavar="[NAME]")]


@app.command()
def show(name: Name = "incident") -> None:
    """Show what a codebook asks for: its event types, slots, groups, checks and house rules.

    \b
      sayso codebook show               the packaged one
      sayso codebook show mine.yaml     one's own
    """
    from sayso.cli.codebook_words import codebook_words  # noqa: PLC0415 - the help must open fast
    from sayso.codebook import load  # noqa: PLC0415 - as above

    typer.echo(codebook_words(load(name)))


@app.command()
def check(name: Name = "incident") -> None:
    """Check that a codebook holds together; each fault comes with its line and key.

    \b
      sayso codebook check mine.yaml
    """
    from sayso.codebook.checking import weak_points  # noqa: PLC0415 - as above
    from sayso.codebook.loading import source  # noqa: PLC0415 - as above

    raw, where = source(name)
    weak = weak_points(raw, where)
    typer.echo(f"{where} holds together" + (f"; what it still lacks:{weak}" if weak else "."))


@app.command()
def new(
    path: Annotated[Path, typer.Argument(help="The file to write.", metavar="FILE.yaml")],
    name: Annotated[str, typer.Option("--from", help="The codebook to start from.")] = "incident",
    more: Annotated[
        Path | None,
        typer.Option("--with", help="A file that holds only what is added or another.", metavar="MORE.yaml"),
    ] = None,
) -> None:
    """Write a copy of a codebook to start one's own from; an existing file is never overwritten.

    \b
      sayso codebook new mine.yaml
      sayso codebook new floods.yaml --with floods-more.yaml
      sayso build FOLDER --codebook mine.yaml
    """
    from sayso.codebook.loading import added, load, source  # noqa: PLC0415 - as above

    if path.suffix not in (".yaml", ".yml"):
        raise InputError(f"{path}: expected a name that ends in .yaml")
    if path.exists():
        raise InputError(f"{path} is there already and was left as it is; name another file")
    raw = source(name)[0] if more is None else load(name).extended(added(more)).yaml.encode()
    path.write_bytes(raw)
    typer.echo(
        f"{path}: a copy of {name}{f' with {more}' if more is not None else ''}. Change it, then: sayso codebook check {path}"
    )
