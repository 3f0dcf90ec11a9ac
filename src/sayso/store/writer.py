"""Changes a case within one transaction: what is cached, what is derived, what was judged."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.model import Account, CaseHeader, Document, Fused, Judgement, Linked, Refusal, Source, Unread, to_row
from sayso.store.shelves import SHELVES, Shelf


@dataclass(frozen=True, slots=True)
class Derived:
    """All that a build puts into a case beside what it caches; `judged` is how many decisions it took in."""

    documents: Sequence[Document]
    sources: Sequence[Source]
    unread: Sequence[Unread]
    linked: Linked
    fused: Fused
    refusals: Sequence[Refusal] = ()
    judged: int = 0


class Writer:
    """The one hand that writes; handed out by `Store.write`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def meta(self, key: str) -> str | None:
        """What the case notes under a key, or None."""
        found = self._connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return None if found is None else str(found[0])

    def set_meta(self, key: str, value: str) -> None:
        """Note a value under a key."""
        self._connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def drop_meta(self, key: str) -> None:
        """Forget what is noted under a key."""
        self._connection.execute("DELETE FROM meta WHERE key = ?", (key,))

    def keep_read(self, key: str, row: object) -> None:
        """Cache what a reader made of a file."""
        self._connection.execute("INSERT OR REPLACE INTO reads VALUES (?, ?)", (key, _json(to_row(row))))

    def keep_account(self, key: str, account: Account) -> None:
        """Cache what one document tells."""
        self._connection.execute("INSERT OR REPLACE INTO accounts VALUES (?, ?)", (key, _json(to_row(account))))

    def forget_all_but(self, reads: Iterable[str], accounts: Iterable[str]) -> None:
        """Drop cached reads and accounts that the case no longer rests on."""
        for table, keys in (("reads", reads), ("accounts", accounts)):
            kept = _json(sorted(set(keys)))
            self._connection.execute(f"DELETE FROM {table} WHERE key NOT IN (SELECT value FROM json_each(?))", (kept,))  # noqa: S608 - a fixed name

    def describe(self, header: CaseHeader, codebook: str) -> None:
        """Note what the case says of itself, and its codebook as YAML."""
        self.set_meta("header", _json(to_row(header)))
        self.set_meta("codebook", codebook)

    def replace(self, derived: Derived) -> None:
        """Put new derived tables in the place of the old ones, under the next generation number."""
        parts: dict[str, Sequence[Any]] = {
            "documents": derived.documents,
            "sources": derived.sources,
            "unread": derived.unread,
            "refusals": derived.refusals,
            "claims": derived.linked.claims,
            "events": derived.linked.events,
            "entities": derived.linked.entities,
            "lineage": derived.linked.lineage,
            "labels": derived.linked.labels,
            "estimates": derived.fused.estimates,
            "findings": derived.fused.findings,
        }
        for name, shelf in SHELVES.items():
            self._fill(shelf, parts[name])
        self._index(derived.documents)
        self._took_in(derived.judged)

    def weigh(self, fused: Fused, judged: int) -> None:
        """Put new estimates and findings in the place of the old ones, where nothing under them has changed."""
        self._fill(SHELVES["estimates"], fused.estimates)
        self._fill(SHELVES["findings"], fused.findings)
        self._took_in(judged)

    def _took_in(self, judged: int) -> None:
        """The next generation, which rests on the first so many decisions."""
        self.set_meta("generation", str(int(self.meta("generation") or "0") + 1))
        self.set_meta("judged", str(judged))

    def judge(self, judgement: Judgement) -> None:
        """Append a person's decision; none is ever changed, and one that is told twice is kept once."""
        self._connection.execute(
            "INSERT OR IGNORE INTO judgements (id, row) VALUES (?, ?)", (judgement.id, _json(to_row(judgement)))
        )

    def _fill(self, shelf: Shelf, things: Iterable[Any]) -> None:
        columns = ("position", "id", *shelf.columns, "row")
        marks = ", ".join("?" * len(columns))
        self._connection.execute(f"DELETE FROM {shelf.name}")  # noqa: S608 - a shelf's own name
        self._connection.executemany(
            f"INSERT INTO {shelf.name} ({', '.join(columns)}) VALUES ({marks})",  # noqa: S608 - as above
            (
                (
                    position,
                    getattr(thing, shelf.id),
                    *(getattr(thing, attribute) for attribute in shelf.columns.values()),
                    _json(to_row(thing)),
                )
                for position, thing in enumerate(shelf.arrange(things))
            ),
        )

    def _index(self, documents: Sequence[Document]) -> None:
        """Make new texts searchable, block by block, and drop those that went; unchanged ones stay as they are."""
        rows = self._connection.execute("SELECT DISTINCT document, text_sha256 FROM passages")
        indexed = {(str(row[0]), str(row[1])) for row in rows}
        wanted = {(document.id, document.text_sha256): document for document in documents}
        self._connection.executemany(
            "DELETE FROM passages WHERE document = ? AND text_sha256 = ?", sorted(indexed - wanted.keys())
        )
        for key in sorted(wanted.keys() - indexed):
            document = wanted[key]
            self._connection.executemany(
                "INSERT INTO passages VALUES (?, ?, ?, ?)",
                ((*key, block.start, document.text[block.start : block.end]) for block in document.blocks),
            )


def _json(row: object) -> str:
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))
