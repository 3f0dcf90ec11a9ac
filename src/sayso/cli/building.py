"""`sayso build` and `sayso demo`: documents to a case, with a progress bar and a summary that a person can read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.errors import InputError

if TYPE_CHECKING:
    from sayso.pipeline import BuildReport
    from sayso.steps import Plan, Progress

Paths = Annotated[
    list[str], typer.Argument(help="Files, folders, globs and addresses of documents.", metavar="PATH...")
]
Output = Annotated[
    Path | None, typer.Option("-o", "--output", help="The case file; by default the folder's name with .sayso, here.")
]
Book = Annotated[str, typer.Option("--codebook", help="A packaged codebook by name, or your own .yaml file.")]
HouseRule = Annotated[str | None, typer.Option("--rule", help="The house rule; by default the codebook's.")]
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", "-j", min=1, help="Processes that extract side by side; by default one for each core."),
]
EngineName = Annotated[
    str | None, typer.Option("--engine", help="What spreads the work: serial, processes, dask, or another package's.")
]
Scheduler = Annotated[
    str | None, typer.Option("--scheduler", help="Address of a Dask scheduler; without one, dask starts its own.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar and no summary.")]

# Files named at the end, where the summary may have scrolled away or was not wanted.
_NAMED = 5


@dataclass(frozen=True, slots=True)
class Options:
    """How a case is to be built, as the call says."""

    codebook: str = "incident"
    rule: str | None = None
    jobs: int | None = None
    engine: str | None = None
    scheduler: str | None = None


def build(
    paths: Paths,
    output: Output = None,
    codebook: Book = "incident",
    rule: HouseRule = None,
    jobs: Jobs = None,
    engine: EngineName = None,
    scheduler: Scheduler = None,
    quiet: Quiet = False,
) -> None:
    """Read documents into a case, or bring a case up to date.

    What was read before and has not changed is not read again. The case holds the documents of the paths given, and no
    others. A file that cannot be read never stops a build: it is named with its reason, the rest goes on, and the exit
    status is 1.

    \b
      sayso build accounts/                       makes accounts.sayso
      sayso build a.txt b.html -o siege.sayso     makes siege.sayso
      sayso build accounts/ --rule ucdp           weighs under another house rule
      sayso build accounts/ --jobs 4              extracts in four processes
      sayso build 'news/*.jsonl' s3://desk/news   globs, and any address that fsspec knows
      sayso build accounts/ --scheduler tcp://10.0.0.1:8786
                                                  extracts on the workers of a Dask scheduler
    """
    case = output or Path(case_name(paths))
    report = run(paths, case, Options(codebook, rule, jobs, engine, scheduler), quiet=quiet)
    if not quiet:
        _summarise(case, report)
        typer.echo(f"\nNext: sayso show {case}   ·   sayso report {case}")
    _say_left_out(report)


def demo(
    output: Annotated[Path, typer.Option("-o", "--output", help="The folder to build the example in.")] = Path("demo"),
) -> None:
    """Build the packaged example case, write its dossier, and say where it is.

    \b
      sayso demo                 builds into the folder demo/
      sayso demo -o /tmp/try     builds elsewhere
    """
    from sayso.cli.report import dossier_of  # noqa: PLC0415 - wanted here alone
    from sayso.pipeline import example_paths  # noqa: PLC0415 - as above

    examples = example_paths()
    output.mkdir(parents=True, exist_ok=True)
    case = output / "example.sayso"
    report = run(list(examples), case, Options(jobs=1), quiet=False)
    _summarise(case, report)
    page = output / "example.html"
    dossier_of(case, page)
    typer.echo(f"\nThe accounts:  {examples[0].parent}")
    typer.echo(f"The case:      {case.resolve()}")
    typer.echo(f"The dossier:   {page.resolve()}")


def run(paths: Sequence[str | Path], case: Path, options: Options, *, quiet: bool) -> BuildReport:
    """Build a case with a progress bar; an interrupt keeps what is done."""
    try:
        from sayso import pipeline  # noqa: PLC0415 - the help must open fast
        from sayso.cli.progress import shown  # noqa: PLC0415 - as above

        with shown(quiet=quiet) as progress:
            return pipeline.build(paths, case, plan(options, progress))
    except KeyboardInterrupt:
        kept = f"what was done is kept in {case}, the same command goes on from there"
        raise InputError(f"stopped; {kept if case.exists() else 'nothing was written'}") from None


def plan(options: Options, progress: Progress | None) -> Plan:
    """The plan of a call."""
    from sayso import pipeline  # noqa: PLC0415 - as above
    from sayso.engines import engine_of  # noqa: PLC0415 - as above

    engine = engine_of(options.engine, jobs=options.jobs, scheduler=options.scheduler)
    return pipeline.plan(options.codebook, rule=options.rule, engine=engine, progress=progress)


def case_name(paths: Sequence[str | Path]) -> str:
    """The case file's name: that of the folder, of the one file, or of the folder the files lie in.

    >>> case_name(["accounts/"])
    'accounts.sayso'
    >>> case_name(["s3://desk/news/*.jsonl"])
    'news.sayso'
    """
    head = re.split(r"[*?\[]", str(paths[0]))[0]
    if head != str(paths[0]) or "://" in head:
        last = head.rpartition("/")[0] if head != str(paths[0]) else head
        return f"{PurePosixPath(last.rstrip('/').partition('://')[2] or last or Path.cwd()).stem or 'case'}.sayso"
    first = Path(head).resolve()
    named = first if len(paths) == 1 or first.is_dir() else first.parent
    return f"{named.name if named.is_dir() or not named.suffix else named.stem}.sayso"


def _summarise(case: Path, report: BuildReport) -> None:
    from sayso.cli.summary import summary  # noqa: PLC0415 - as above
    from sayso.store import Store  # noqa: PLC0415 - as above

    with Store.open(case, read_only=True) as store:
        typer.echo(summary(store.view(), report))


def _say_left_out(report: BuildReport) -> None:
    """End with status 1 where something was left out of a case that stands, so that a script notices, too.

    Raises:
        Exit: a file could not be read, or a document not extracted.
    """
    left_out = sorted({one.name for one in (*report.unread, *report.failed)})
    if not left_out:
        return
    listed = ", ".join(left_out[:_NAMED]) + (" ..." if len(left_out) > _NAMED else "")
    typer.echo(f"sayso: the case is built, without what could not be read ({len(left_out)}): {listed}", err=True)
    raise typer.Exit(1)
