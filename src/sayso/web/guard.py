"""Who may come in, and which changes are meant: hosts, the token of an open room, and the token of a form.

A page elsewhere must not be able to read or change a case through the browser of whoever serves it: the host must be one
that is served, a change must come from a page of this room, and it must carry the token that only such a page holds.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

LOOPBACK = ("127.0.0.1", "localhost", "::1")

SESSION = "sayso_room"
KEY = "sayso_key"
WHO = "sayso_who"

HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cache-Control": "no-store",
}


@dataclass(frozen=True, slots=True)
class Guard:
    """What is let in.

    Args:
        hosts: names by which the room may be called; empty for any (an open room is kept by its token).
        token: what a visitor of an open room must know; empty on the loopback address.
        secret: what form tokens are made of; new for each start.
    """

    hosts: tuple[str, ...] = LOOPBACK
    token: str = ""
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32))

    def knows_host(self, host: str) -> bool:
        """Whether a request's Host header names this room; another name may lead here by a forged address book."""
        return not self.hosts or _name(host) in self.hosts

    def is_let_in(self, key: str) -> bool:
        """Whether a visitor's cookie shows that the token was given."""
        return not self.token or hmac.compare_digest(key.encode(), self.key().encode())

    def is_token(self, given: str) -> bool:
        """Whether the token itself was given."""
        return bool(self.token) and hmac.compare_digest(given.encode(), self.token.encode())

    def key(self) -> str:
        """What a visitor's cookie holds once the token was given; never the token itself."""
        return self._signed("key:" + self.token)

    def form_token(self, session: str) -> str:
        """The token that the forms of one browser carry."""
        return self._signed("form:" + session)

    def is_meant(self, session: str, given: str) -> bool:
        """Whether a change carries the token of this browser's forms."""
        return bool(session) and hmac.compare_digest(given.encode(), self.form_token(session).encode())

    def _signed(self, told: str) -> str:
        return hmac.new(self.secret, told.encode(), hashlib.sha256).hexdigest()


def is_same_site(headers: Mapping[str, str]) -> bool:
    """Whether a change comes from a page of this room, by what the browser says of it."""
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host", "")


def _name(host: str) -> str:
    """A Host header without its port."""
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.rpartition(":")[0] if host.count(":") == 1 else host
