"""Floor 2e: the case, one SQLite file. `Store` opens and closes it, `Writer` changes it, `View` reads it."""

from __future__ import annotations

from sayso.store.keys import account_key, code_sha256, digest, renamed
from sayso.store.passing import Brief, Passage
from sayso.store.store import Store
from sayso.store.view import View
from sayso.store.writer import Derived, Writer

__all__ = ["Brief", "Derived", "Passage", "Store", "View", "Writer", "account_key", "code_sha256", "digest", "renamed"]
