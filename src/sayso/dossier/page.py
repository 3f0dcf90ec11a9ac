"""Puts the sections together and renders one self-contained page; nothing is loaded from anywhere.

Style and script stand inline and are allowed by their hash alone; the page may connect to nothing.
"""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from sayso.dossier.accounts import AccountText, build_accounts
from sayso.dossier.chart import Chart, build_chart
from sayso.dossier.first_screen import FirstScreen, build_first_screen
from sayso.dossier.gathered import Gathered
from sayso.dossier.lineage import Lineage, build_lineage
from sayso.dossier.marks import SAYS
from sayso.dossier.matrix import Matrix, build_matrix
from sayso.dossier.mentioned import Other, build_mentioned, build_others
from sayso.dossier.method import Method, build_method
from sayso.dossier.parts import Difference, build_parts
from sayso.dossier.people import People, build_people
from sayso.dossier.record import Record, build_record
from sayso.dossier.rows import Rows, build_rows
from sayso.dossier.sums import Sums, build_sums
from sayso.dossier.timeline import Timeline, build_timeline
from sayso.dossier.tolls import Toll, build_tolls
from sayso.dossier.words import Called, build_words

#: kind of account mark -> its symbol; the order is that of the key.
GLYPHS = {
    "told": "g-told",
    "reported": "g-reported",
    "alleged": "g-alleged",
    "denied": "g-denied",
    "slip": "g-slip",
    "coarse": "g-coarse",
    "part": "g-part",
    "silent": "g-silent",
    "could": "g-could",
}


@dataclass(frozen=True, slots=True)
class Dossier:
    """All sections of the page, in order; empty ones are left out by the template."""

    title: str
    empty: str
    first: FirstScreen
    record: Record
    parts: tuple[Difference, ...]
    sums: Sums
    timeline: Timeline | None
    chart: Chart | None
    matrix: Matrix
    columns: tuple[int, ...]
    words: tuple[Called, ...]
    lineage: Lineage | None
    people: People
    tolls: tuple[Toll, ...]
    mentioned: tuple[Other, ...]
    others: tuple[tuple[Other, ...], int]
    accounts: tuple[AccountText, ...]
    method: Method


def build(gathered: Gathered, rows: Rows | None = None) -> Dossier:
    """Tell a case: a context for each section; `rows` where they were made already."""
    rows = rows or build_rows(gathered)
    columns, words = build_words(gathered)
    return Dossier(
        title=gathered.header.title if gathered.main is None else gathered.main.title or gathered.header.title,
        empty=_empty(gathered),
        first=build_first_screen(gathered, rows),
        record=build_record(gathered, rows),
        parts=build_parts(gathered, rows),
        sums=build_sums(gathered, rows),
        timeline=build_timeline(gathered, rows),
        chart=build_chart(gathered, rows),
        matrix=build_matrix(gathered, rows),
        columns=columns,
        words=words,
        lineage=build_lineage(gathered),
        people=build_people(gathered, rows),
        tolls=build_tolls(gathered, rows),
        mentioned=build_mentioned(gathered),
        others=build_others(gathered),
        accounts=build_accounts(gathered, rows),
        method=build_method(gathered),
    )


def render(dossier: Dossier) -> str:
    """The page as text."""
    style, script = asset("style.css"), asset("dossier.js")
    template = environment().get_template("dossier.html")
    return template.render(
        dossier=dossier,
        contents=contents,
        glyphs=GLYPHS,
        kinds=SAYS,
        style=Markup(style),  # noqa: S704 - a file of ours
        script=Markup(script),  # noqa: S704 - a file of ours
        policy=policy(style, script),
    )


def policy(style: str, script: str) -> str:
    """What a page may load: its own style and script, and nothing else."""
    return (
        "default-src 'none'; "
        f"style-src 'sha256-{_digest(style)}'; script-src 'sha256-{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def contents(dossier: Dossier) -> tuple[tuple[str, str, bool], ...]:
    """The sections in order: anchor (and template), name, and whether there is anything to show."""
    told = not dossier.empty
    return (
        ("first", "First screen", told),
        ("rule", "House rule", told and len(dossier.record.rules) > 1),
        ("record", "The record", told and bool(dossier.record.groups)),
        ("part", "Where they part", told and bool(dossier.parts)),
        ("sums", "What does not add up", told and bool(dossier.sums.findings or dossier.sums.derived)),
        ("time", "Timeline", told and dossier.timeline is not None),
        ("map", "Map", told and dossier.chart is not None),
        ("matrix", "Matrix", told and bool(dossier.matrix.rows)),
        ("words", "Words", told and bool(dossier.words)),
        ("lineage", "Lineage", told and dossier.lineage is not None),
        ("people", "People and groups", told and bool(dossier.people.named or dossier.people.briefly)),
        ("mentioned", "Only mentioned", told and bool(dossier.mentioned)),
        ("others", "Other events", bool(dossier.others[0])),
        ("accounts", "The accounts", bool(dossier.accounts)),
        ("method", "Method", True),
    )


@cache
def environment() -> Environment:
    """The templates, with everything escaped; the reading room uses the same."""
    return Environment(
        loader=PackageLoader("sayso.dossier"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def asset(name: str) -> str:
    """A file of ours that is set into the page as it stands; it must not close its own element."""
    return (resources.files("sayso.dossier") / "static" / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _empty(gathered: Gathered) -> str:
    """Why there is nothing to tell, or empty where there is."""
    if not gathered.documents:
        return "This case holds no document that could be read, so there is nothing to compare."
    if not gathered.claims:
        return (
            "No claim was found in these accounts: no sentence told of an event that the codebook knows, "
            "in a language that its extractors read. The accounts stand below as they were read."
        )
    if gathered.main is None:
        return "Claims were found, but none could be tied to an event of the codebook. They are marked in the accounts below."
    return ""
