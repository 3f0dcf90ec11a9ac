"""`sayso watch`: builds as files arrive, until it is stopped."""

from __future__ import annotations

import signal
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.building import Book, EngineName, HouseRule, Jobs, Options, Output, Scheduler, case_name, plan
from sayso.errors import InputError, SaysoError

if TYPE_CHECKING:
    from sayso.pipeline import BuildReport


def watch(
    paths: Annotated[list[Path], typer.Argument(help="Folders and files of this machine.", metavar="PATH...")],
    output: Output = None,
    codebook: Book = "incident",
    rule: HouseRule = None,
    jobs: Jobs = None,
    engine: EngineName = None,
    scheduler: Scheduler = None,
    every: Annotated[float, typer.Option("--every", min=0.05, help="Seconds between two looks.")] = 2.0,
) -> None:
    """Build a case, and again whenever files come, change or go; Ctrl-C ends it.

    A file that is still being written is left alone until it has not changed for a while. Each build costs what has changed,
    and says so in a line.

    \b
      sayso watch incoming/                       keeps incoming.sayso up to date
      sayso watch incoming/ -o desk.sayso --every 30
    """
    from sayso.watching import Watch  # noqa: PLC0415 - the help must open fast

    _check(paths)
    case = output or Path(case_name(paths))
    options = Options(codebook, rule, jobs, engine, scheduler)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        _say(f"watching {', '.join(map(str, paths))} for {case}; Ctrl-C ends it")
        for files in Watch(paths, pause=every, rest=max(every, 1.0)).rounds():
            _say(_built(files, case, options))
    except KeyboardInterrupt:
        _say(f"stopped; {case} holds what was built" if case.exists() else "stopped; nothing was built")


def _check(paths: Sequence[Path]) -> None:
    away = [str(path) for path in paths if ":/" in str(path)]
    if away:
        raise InputError(f"{', '.join(away)}: only folders of this machine are watched; `sayso build` takes addresses")


def _built(files: Sequence[Path], case: Path, options: Options) -> str:
    """Build, and what came of it in a line; what cannot be done now is said, and tried again with the next change."""
    from sayso import pipeline  # noqa: PLC0415 - as above

    if not files:
        return "no file yet" if not case.exists() else "no file any more; the case stays as it was"
    try:
        return _line(pipeline.build(files, case, plan(options, None)))
    except SaysoError as error:
        return f"not built: {error}"


def _line(report: BuildReport) -> str:
    from sayso.dossier.phrases import counted  # noqa: PLC0415 - the help must open fast

    if report.is_unchanged:
        return f"unchanged: {counted(report.documents, 'document')}"
    lacking = sorted({one.name for one in (*report.unread, *report.failed)})
    told = [counted(report.documents, "document"), f"{len(report.came)} came", f"{len(report.left)} left"]
    told.append(f"{report.extracted} extracted")
    if lacking:
        told.append(f"left out: {', '.join(lacking[:5])}" + (" ..." if len(lacking) > 5 else ""))
    return ", ".join(told)


def _say(line: str) -> None:
    typer.echo(f"{datetime.now().astimezone():%H:%M:%S}  {line}")
