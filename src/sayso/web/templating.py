"""Renders the room's pages beside the dossier's sections, everything escaped, and leads their links to the right page."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any
from urllib.parse import quote, unquote

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import escape

from sayso.dossier.marks import SAYS
from sayso.dossier.page import GLYPHS
from sayso.dossier.rows import Rows
from sayso.web.desk import Desk
from sayso.web.guard import WHO, Guard
from sayso.web.room import Room

# Only our own markup holds a bare quotation mark: what documents say is escaped.
_LINK = re.compile(r'<a ([^>]*?)href="#([^"]+)"')
_ROW = re.compile(r'<li class="row" id="([^"]+)".*?<div class="readings">', re.DOTALL)
_ID = re.compile(r'\bid="([^"]+)"')

SECTIONS = (
    ("overview", "Overview"),
    ("record", "Record"),
    ("part", "Where they part"),
    ("sums", "Sums"),
    ("time", "Timeline"),
    ("map", "Map"),
    ("matrix", "Matrix"),
    ("words", "Words"),
    ("lineage", "Lineage"),
    ("people", "People"),
    ("mentioned", "Mentioned"),
    ("method", "Method"),
)


@cache
def environment() -> Environment:
    """The templates of room and dossier, with everything escaped."""
    made = Environment(
        loader=ChoiceLoader([PackageLoader("sayso.web"), PackageLoader("sayso.dossier")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(glyphs=GLYPHS, kinds=SAYS, sections=SECTIONS)
    return made


# What differs from visitor to visitor is put into a page that is made once; no document holds these.
_TOKEN, _WHO, _NOTICE = "\x00token\x00", "\x00who\x00", "\x00notice\x00"


def page(request: Request, template: str, desk: Desk, **told: Any) -> HTMLResponse:
    """A page of the room."""
    return _filled(request, desk, _made(request, template, desk, told))


def kept_page(request: Request, template: str, desk: Desk, telling: Callable[[], dict[str, Any]]) -> HTMLResponse:
    """A page that is the same for everybody until the case changes; made once for each state and address."""
    address = f"{request.url.path}?{request.url.query}"
    text = desk.pages.get(address)
    if text is None:
        text = _made(request, template, desk, telling())
        desk.keep(address, text)
    return _filled(request, desk, text)


def _made(request: Request, template: str, desk: Desk, told: dict[str, Any]) -> str:
    shown = desk.shown
    section = told.get("section")
    text = (
        environment()
        .get_template(template)
        .render(
            desk=desk,
            shown=shown,
            dossier=told.pop("dossier", shown.dossier),
            title=shown.gathered.header.title,
            who=_WHO,
            token=_TOKEN,
            notice=_NOTICE,
            path=request.url.path,
            rules=shown.gathered.codebook.fusion.rules,
            rule=shown.gathered.header.rule,
            exports=export_names(),
            **told,
        )
    )
    return led(with_desk(text, shown.rows) if section == "record" else text)


def _filled(request: Request, desk: Desk, text: str) -> HTMLResponse:
    guard: Guard = request.app.state.guard
    token = guard.form_token(request.state.session)
    who = who_of(request)
    room: Room = request.app.state.room
    notice = str(escape(room.notice(desk)))
    told = f'<p class="notice" role="status" data-notice>{notice}</p>' if notice else ""
    whole = text.replace(_NOTICE, told).replace(_TOKEN, token).replace(_WHO, str(escape(who)) or "nobody yet")
    return HTMLResponse(whole)


def who_of(request: Request) -> str:
    """The name under which this browser decides."""
    room: Room = request.app.state.room
    return unquote(request.cookies.get(WHO, "")) or room.by


def led(text: str) -> str:
    """Lead links to places that stand on another page there; those on this page stay."""
    here = set(_ID.findall(text))
    return _LINK.sub(lambda link: link[0] if link[2] in here else f'<a {link[1]}href="/to/{quote(link[2])}"', text)


def with_desk(text: str, rows: Rows) -> str:
    """The rows of the record, each with a way to the desk."""
    keys = {row.anchor: row.estimate.id for row in rows.all}
    return _ROW.sub(
        lambda row: (
            f'{row[0]}<p class="acts"><a href="/queue/{keys[row[1]]}">decide on this slot</a></p>'
            if row[1] in keys
            else row[0]
        ),
        text,
    )


@cache
def export_names() -> tuple[str, ...]:
    """The forms that a case can be written in."""
    from sayso import registry  # noqa: PLC0415 - plugs are looked up when a page is made

    return registry.names("sayso.exporters")
