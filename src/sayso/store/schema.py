"""The tables of a case file, its mark and its version, and the steps from each older version to the next."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from sayso.store.shelves import SHELVES

# "Says" in ASCII: the mark by which SQLite's header tells a case from any other database.
APPLICATION_ID = 0x53617973
VERSION = 1

_KEPT = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE reads (key TEXT PRIMARY KEY, row TEXT NOT NULL);
CREATE TABLE accounts (key TEXT PRIMARY KEY, row TEXT NOT NULL);
CREATE TABLE judgements (position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, row TEXT NOT NULL);
CREATE TRIGGER judgements_stay BEFORE DELETE ON judgements BEGIN SELECT RAISE(ABORT, 'judgements are append-only'); END;
CREATE TRIGGER judgements_hold BEFORE UPDATE ON judgements BEGIN SELECT RAISE(ABORT, 'judgements are append-only'); END;
CREATE VIRTUAL TABLE passages USING fts5(document UNINDEXED, text_sha256 UNINDEXED, start UNINDEXED, text);
"""


def _derived() -> str:
    """The derived tables, one a shelf, with an index on each column that is looked up."""
    told = []
    for shelf in SHELVES.values():
        columns = "".join(f", {column} TEXT" for column in shelf.columns)
        told.append(
            f"CREATE TABLE {shelf.name} (position INTEGER PRIMARY KEY, id TEXT NOT NULL{columns}, row TEXT NOT NULL);"
        )
        told.extend(
            f"CREATE INDEX {shelf.name}_{column} ON {shelf.name} ({column});" for column in ("id", *shelf.columns)
        )
    return "\n".join(told)


# One script a version: MIGRATIONS[n] leads from version n to n + 1; a new case takes them all.
MIGRATIONS = (_KEPT + _derived(),)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a case to this version, each step whole or not at all; another process may be at it, too."""
    while _version(connection) < VERSION:
        connection.execute("BEGIN IMMEDIATE")
        try:
            version = _version(connection)
            for statement in _statements(MIGRATIONS[version]) if version < VERSION else ():
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {min(version + 1, VERSION)}")
        except BaseException:
            connection.rollback()
            raise
        connection.commit()


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _statements(script: str) -> Iterator[str]:
    """The statements of a script; the library's own way of running one would end the transaction first."""
    held = ""
    for piece in script.split(";"):
        held += f"{piece};"
        if sqlite3.complete_statement(held) and held.strip(" \n;"):
            yield held
            held = ""
