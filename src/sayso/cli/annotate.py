"""`sayso annotate`: one component's output over many texts, for researchers; one JSON object a line in and out."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Any, TextIO

import typer

from sayso.cli.components import COMPONENTS
from sayso.cli.places import written_to
from sayso.errors import InputError


def annotate(
    path: Annotated[Path, typer.Argument(help="Texts, one JSON object a line.", metavar="FILE.jsonl[.gz]")],
    times: Annotated[bool, typer.Option("--times", help="Dates, times of day and durations.")] = False,
    figures: Annotated[bool, typer.Option("--figures", help="Numbers with their units and bounds.")] = False,
    speech: Annotated[bool, typer.Option("--speech", help="Speakers, cues and what they say.")] = False,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="The file to write; by default the standard output.")
    ] = None,
) -> None:
    """Run one component over many texts.

    Each line holds a `text` and may hold an `id` and when it was `published` (or `dct`); each line that comes out
    holds that `id` and what was found.

    \b
      sayso annotate --times texts.jsonl > times.jsonl
      sayso annotate --speech texts.jsonl.gz -o speech.jsonl
    """
    asked = [name for name, is_asked in (("times", times), ("figures", figures), ("speech", speech)) if is_asked]
    if len(asked) != 1:
        raise typer.BadParameter("expected one of --times, --figures and --speech")
    key, component = COMPONENTS[asked[0]]
    with _opened(path) as file, written_to(output) as out:
        for number, row in _rows(file, path):
            found = component(row["text"], _day(row.get("published") or row.get("dct")))
            whole = {"id": row.get("id", str(number)), key: found}
            out.write(json.dumps(whole, ensure_ascii=False, sort_keys=True) + "\n")


def _day(published: object) -> date | None:
    """The day that a line gives, None where it gives none or no whole one."""
    try:
        return date.fromisoformat(str(published)[:10])
    except ValueError:
        return None


def _opened(path: Path) -> TextIO:
    """The lines of a plain or gzipped file."""
    if not path.is_file():
        raise InputError(f"{path}: there is no such file; expected JSON objects with a `text`, one a line")
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8")
    return path.open(encoding="utf-8")


def _rows(file: TextIO, path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each line's object with its number.

    Raises:
        InputError: a line is no JSON object with a text.
    """
    number = 1
    try:
        for line in file:
            row = json.loads(line) if line.strip() else None
            if row is not None and (not isinstance(row, dict) or not isinstance(row.get("text"), str)):
                raise InputError(f"{path}, line {number}: expected a JSON object with a `text`")
            if row is not None:
                yield number, row
            number += 1
    except (UnicodeDecodeError, json.JSONDecodeError, gzip.BadGzipFile, EOFError) as error:
        raise InputError(f"{path}, line {number}: not JSON in UTF-8 ({error}); expected one object a line") from error
