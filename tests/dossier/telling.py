"""A dossier as text, and its words without markup."""

from __future__ import annotations

import io
import re
from html import unescape

from harbour import MadeCase

from sayso.dossier import write


def page(case: MadeCase) -> str:
    """The dossier of a case."""
    out = io.StringIO()
    write(case, out)  # type: ignore[arg-type]  # it has the face of a View
    return out.getvalue()


def words(html: str, begin: str = "<body", end: str = "</body>") -> str:
    """What a reader sees between two places of a page, blanks folded."""
    part = html[html.index(begin) : html.index(end, html.index(begin))]
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", part)))
