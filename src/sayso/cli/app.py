"""The commands put together, and the one place where an error becomes a sentence and an exit status.

0: well. 1: something could not be done, and what. 2: the call was wrong.
"""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from sayso.cli import (
    annotate,
    building,
    codebook,
    diff,
    doctor,
    export,
    fusing,
    importing,
    judging,
    report,
    serving,
    show,
    watch,
)
from sayso.errors import SaysoError
from sayso.extraction.parsing import threads

_HELP = """Many accounts of one event, one record you can trace.

sayso reads a folder of documents that tell of the same event, takes out every claim with its exact words, sets the
accounts side by side, and says where they agree, where they part and what does not add up.

\b
  sayso demo                      build the packaged example and its dossier
  sayso build FOLDER              read a folder into a case, FOLDER.sayso
  sayso show FOLDER.sayso         the case in the terminal
  sayso report FOLDER.sayso       the dossier: one page to read, print and pass on
"""

# What a shell says of a command that an interrupt ended.
_INTERRUPTED = 130

app = typer.Typer(
    help=_HELP,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version  # noqa: PLC0415 - only here

        typer.echo(f"sayso {version('sayso')}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show the whole traceback of an error.")] = False,
) -> None:
    """Options of every command; `main` takes --debug out of the call before it gets here."""
    del version, debug


app.command("demo")(building.demo)
app.command("build")(building.build)
app.command("watch")(watch.watch)
app.command("show")(show.show)
app.command("report")(report.report)
app.command("judge")(judging.judge)
app.command("serve")(serving.serve)
app.command("fuse")(fusing.fuse)
app.command("export")(export.export)
app.command("diff")(diff.diff)
app.command("import")(importing.import_)
app.add_typer(codebook.app, name="codebook")
app.command("annotate")(annotate.annotate)
app.command("doctor")(doctor.doctor)


def main() -> None:
    """Run the command line."""
    is_debug = "--debug" in sys.argv or bool(os.environ.get("SAYSO_DEBUG"))
    arguments = [argument for argument in sys.argv[1:] if argument != "--debug"]
    threads.ask_for_one()
    if is_debug:
        import logging  # noqa: PLC0415 - only here

        logging.basicConfig(level=logging.WARNING)
        logging.getLogger("sayso").setLevel(logging.DEBUG)
    try:
        _call(arguments)
    except KeyboardInterrupt:
        _stop("stopped", 1)
    except BrokenPipeError:
        # Whoever reads has enough. Python flushes the standard output once more when it ends: give it somewhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except SaysoError as error:
        if is_debug:
            raise
        _stop(str(error), 1)
    except OSError as error:
        if is_debug:
            raise
        where = f"{error.filename}: " if error.filename else ""
        _stop(f"{where}{error.strerror or error}; check the path, who may use it, and the space on the disk", 1)
    except Exception as error:
        if is_debug:
            raise
        told = f"something went wrong inside sayso ({type(error).__name__}: {error}); nothing was lost"
        _stop(f"{told}. Run the same with --debug and report what it shows", 1)


def _call(arguments: list[str]) -> None:
    """Run a command; the library ends an interrupted one without a word."""
    try:
        app(arguments, prog_name="sayso")
    except SystemExit as end:
        if end.code == _INTERRUPTED:
            raise KeyboardInterrupt from None
        raise


def _stop(message: str, status: int) -> None:
    """End with one message."""
    print(f"sayso: {message}", file=sys.stderr)
    sys.exit(status)
