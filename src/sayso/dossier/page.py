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
from sayso.dossier.first_screen import FirstScreen, build_first_screen
from sayso.dossier.gathered import Gathered
from sayso.dossier.marks import SAYS
from sayso.dossier.method import Method, build_method
from sayso.dossier.parts import Difference, build_parts
from sayso.dossier.record import Record, build_record
from sayso.dossier.rows import build_rows

#: kind of account mark -> its symbol; the order is that of the key.
GLYPHS = {
    "told": "g-told",
    "reported": "g-reported",
    "alleged": "g-alleged",
    "denied": "g-denied",
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
    accounts: tuple[AccountText, ...]
    method: Method


def build(gathered: Gathered) -> Dossier:
    """Tell a case: a context for each section."""
    rows = build_rows(gathered)
    return Dossier(
        title=gathered.header.title,
        empty=_empty(gathered),
        first=build_first_screen(gathered, rows),
        record=build_record(gathered, rows),
        parts=build_parts(gathered, rows),
        accounts=build_accounts(gathered, rows),
        method=build_method(gathered),
    )


def render(dossier: Dossier) -> str:
    """The page as text."""
    style, script = asset("style.css"), asset("dossier.js")
    policy = (
        "default-src 'none'; "
        f"style-src 'sha256-{_digest(style)}'; script-src 'sha256-{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    template = environment().get_template("dossier.html")
    return template.render(
        dossier=dossier,
        contents=contents,
        glyphs=GLYPHS,
        kinds=SAYS,
        style=Markup(style),
        script=Markup(script),
        policy=policy,
    )


def contents(dossier: Dossier) -> tuple[tuple[str, str, bool], ...]:
    """The sections in order: anchor (and template), name, and whether there is anything to show."""
    told = not dossier.empty
    return (
        ("first", "First screen", told),
        ("rule", "House rule", told and len(dossier.record.rules) > 1),
        ("record", "The record", told and bool(dossier.record.groups)),
        ("part", "Where they part", told and bool(dossier.parts)),
        ("accounts", "The accounts", bool(dossier.accounts)),
        ("method", "Method", True),
    )


@cache
def environment() -> Environment:
    """The templates, with everything escaped; the reading room uses the same."""
    made = Environment(
        loader=PackageLoader("sayso.dossier"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return made


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
