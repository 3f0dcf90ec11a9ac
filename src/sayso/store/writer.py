"""Changes a case within one transaction: what is cached, what is derived, what was judged."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.model import Account, CaseHeader, Document, Fused, Judgement, Linked, Refusal, Source, Unread, to_row
from sayso.store.cutting import cut
from sayso.store.keys import as_json
from sayso.store.shelves import SHELVES, Row, Shelf


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
        """Cache what a reader made of a file, its texts each by itself."""
        head, texts = cut(key, to_row(row))
        self._connection.execute("INSERT OR REPLACE INTO reads VALUES (?, ?)", (key, head))
        self._connection.executemany("INSERT OR REPLACE INTO texts VALUES (?, ?)", texts)

    def keep_account(self, key: str, account: Account) -> None:
        """Cache what one document tells."""
        self._connection.execute("INSERT OR REPLACE INTO accounts VALUES (?, ?)", (key, as_json(to_row(account))))

    def keep_sign(self, document: str, key: str, row: object) -> None:
        """Cache what linking compares of a document."""
        self._connection.execute("INSERT OR REPLACE INTO signs VALUES (?, ?, ?)", (document, key, as_json(row)))

    def remember(self, name: str, value: bytes) -> None:
        """Keep what linking found out, for the next time."""
        self._connection.execute("INSERT OR REPLACE INTO memory VALUES (?, ?)", (name, value))

    def forget_all_but(self, reads: Iterable[str], accounts: Iterable[str], documents: Iterable[str]) -> None:
        """Drop cached reads, accounts and signs that the case no longer rests on."""
        for table, column, keys in (
            ("reads", "key", reads),
            ("accounts", "key", accounts),
            ("signs", "document", documents),
        ):
            gone = _among(self._connection, table, column) - set(keys)
            self._connection.executemany(f"DELETE FROM {table} WHERE {column} = ?", ((one,) for one in sorted(gone)))  # noqa: S608 - fixed names
            if table == "reads":
                # A text stands under its reading's key, a stroke and its number.
                self._connection.executemany(
                    "DELETE FROM texts WHERE key >= ? || '/' AND key < ? || '0'", ((one, one) for one in sorted(gone))
                )

    def describe(self, header: CaseHeader, codebook: str) -> None:
        """Note what the case says of itself, and its codebook as YAML."""
        self.set_meta("header", as_json(to_row(header)))
        self.set_meta("codebook", codebook)

    def replace(self, derived: Derived) -> None:
        """Put new derived tables in the place of the old ones, whole, under the next generation number."""
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
        self.clear("units")
        self.index(derived.documents, _among(self._connection, "passages", "document"))
        self.took_in(derived.judged)

    def took_in(self, judged: int) -> None:
        """The next generation, which rests on the first so many decisions."""
        self.set_meta("generation", str(int(self.meta("generation") or "0") + 1))
        self.set_meta("judged", str(judged))

    def put(self, name: str, rows: Iterable[Row], mark: str) -> None:
        """Put rows on a shelf, under the mark of what they came from."""
        shelf = SHELVES[name]
        columns = ("position", "id", *shelf.columns, "row", "mark")
        self._connection.executemany(
            f"INSERT INTO {name} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})",  # noqa: S608 - a shelf's own name
            ((*row, mark) for row in rows),
        )

    def take_out(self, name: str, marks: Iterable[str]) -> None:
        """Take all rows with one of these marks off a shelf."""
        self._connection.executemany(f"DELETE FROM {name} WHERE mark = ?", ((mark,) for mark in marks))  # noqa: S608 - as above

    def drop(self, name: str, ids: Iterable[str]) -> None:
        """Take the rows of these ids off a shelf."""
        self._connection.executemany(f"DELETE FROM {name} WHERE id = ?", ((one,) for one in ids))  # noqa: S608 - as above

    def clear(self, name: str) -> None:
        """Take all off a shelf."""
        self._connection.execute(f"DELETE FROM {name}")  # noqa: S608 - as above

    def keep_units(self, fresh: Mapping[str, str], gone: Iterable[str]) -> None:
        """Note the keys of neighbourhoods that were made anew, and drop those that are no more."""
        self._connection.executemany("DELETE FROM units WHERE id = ?", ((one,) for one in gone))
        self._connection.executemany("INSERT OR REPLACE INTO units VALUES (?, ?)", sorted(fresh.items()))

    def judge(self, judgement: Judgement) -> None:
        """Append a person's decision; none is ever changed, and one that is told twice is kept once."""
        self._connection.execute(
            "INSERT OR IGNORE INTO judgements (id, row) VALUES (?, ?)", (judgement.id, as_json(to_row(judgement)))
        )

    def _fill(self, shelf: Shelf, things: Iterable[Any]) -> None:
        self.clear(shelf.name)
        self.put(shelf.name, shelf.rows(things), "")

    def index(self, documents: Iterable[Document], gone: Iterable[str]) -> None:
        """Make new texts searchable, block by block, and drop those of documents that went or changed."""
        lost = sorted(gone)
        if lost:
            # One walk over the index for all of them: it knows words, not documents.
            wanted = "SELECT value FROM json_each(?)"
            self._connection.execute(f"DELETE FROM passages WHERE document IN ({wanted})", (as_json(lost),))  # noqa: S608 - fixed
        self._connection.executemany(
            "INSERT INTO passages VALUES (?, ?, ?, ?)",
            (
                (document.id, document.text_sha256, block.start, document.text[block.start : block.end])
                for document in documents
                for block in document.blocks
            ),
        )


def _among(connection: sqlite3.Connection, table: str, column: str) -> set[str]:
    return {str(row[0]) for row in connection.execute(f"SELECT DISTINCT {column} FROM {table}")}  # noqa: S608 - fixed names
