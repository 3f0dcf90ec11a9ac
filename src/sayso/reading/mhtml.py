"""Pages that a browser saved whole, as a mail of many parts: the page itself is read, its pictures and frames are not."""

from __future__ import annotations

import email
import email.policy
from dataclasses import replace
from typing import cast

from sayso.errors import UnreadableError
from sayso.reading import html, mail
from sayso.reading.encoding import Decoded, decode
from sayso.reading.shape import Parsed, Remark

READER = "mhtml/1"
_REMEDY = "Save the page again, as HTML"


def read(raw: bytes, name: str) -> Parsed:
    """Read a saved page.

    Raises:
        UnreadableError: it is none, or holds no text.
    """
    message = email.message_from_bytes(raw, policy=email.policy.default)
    pages = [part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    if not pages:
        raise UnreadableError("the file is no saved page: no part of it is HTML", _REMEDY)
    body = cast("bytes", pages[0].get_payload(decode=True) or b"")
    try:
        decoded = Decoded(body.decode(pages[0].get_content_charset() or "utf-8"))
    except (LookupError, ValueError):
        decoded = decode(body)
    draft, notes = html.page(decoded.text, "mhtml", READER)
    where = mail.header(message, "snapshot-content-location") or str(pages[0].get("content-location") or "")
    url = where if where.startswith("http") else None
    making = replace(draft.making, url=url or draft.making.url, retrieved=mail.moment(message))
    return Parsed(
        (replace(draft, making=making),), remarks=tuple(Remark(name, note) for note in (*decoded.notes, *notes))
    )
