"""The tables of a case file, its mark and its version, and the steps from each older version to the next."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from sayso.store.cutting import cut
from sayso.store.shelves import SHELVES

# "Says" in ASCII: the mark by which SQLite's header tells a case from any other database.
APPLICATION_ID = 0x53617973
VERSION = 3

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


# What a page of a large case asks for without reading rows: the events as a list, their tolls, and what names a document.
# The file itself keeps it, so that whoever writes a row need not know of it.
_LISTED = """
ALTER TABLE events ADD COLUMN type TEXT GENERATED ALWAYS AS (json_extract(row, '$.type')) VIRTUAL;
ALTER TABLE events ADD COLUMN title TEXT GENERATED ALWAYS AS (json_extract(row, '$.title')) VIRTUAL;
ALTER TABLE events ADD COLUMN day TEXT GENERATED ALWAYS AS (json_extract(row, '$.when')) VIRTUAL;
ALTER TABLE events ADD COLUMN place TEXT GENERATED ALWAYS AS (json_extract(row, '$.where')) VIRTUAL;
ALTER TABLE events ADD COLUMN accounts INTEGER GENERATED ALWAYS AS (json_array_length(row, '$.documents')) VIRTUAL;
ALTER TABLE events ADD COLUMN told INTEGER GENERATED ALWAYS AS (json_array_length(row, '$.claims')) VIRTUAL;
CREATE INDEX events_listed ON events (role, position, id, type, title, day, place, accounts);
CREATE INDEX events_biggest ON events (role, accounts DESC, told DESC, id);
ALTER TABLE estimates ADD COLUMN about TEXT GENERATED ALWAYS AS (json_extract(row, '$.about')) VIRTUAL;
ALTER TABLE estimates ADD COLUMN best TEXT GENERATED ALWAYS AS (json_extract(row, '$.best')) VIRTUAL;
CREATE INDEX estimates_toll ON estimates (slot, event, grp, about, best) WHERE slot IN ('killed', 'injured');
CREATE INDEX estimates_told ON estimates (event, slot);
CREATE INDEX estimates_standing ON estimates (status, event);
CREATE INDEX claims_told ON claims (event, slot);
"""
# The things of a case that are looked up by a document they name: which of them, how, and where in a row `{0}` it stands.
_NAMED = (
    ("entities", "1", "json_extract(at.value, '$.document')", "json_each({0}.row, '$.mentions') at"),
    ("events", "{0}.role = 'mentioned'", "at.value", "json_each({0}.row, '$.documents') at"),
    ("findings", "{0}.event IS NULL", "at.value", "json_each({0}.row, '$.documents') at"),
    ("lineage", "1", "at.value", "json_each(json_array(json_extract({0}.row, '$.document'))) at"),
)


def _naming() -> str:
    """The table of what names a document, and what keeps it."""
    told = [
        """CREATE TABLE naming (
            document TEXT NOT NULL, shelf TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (document, shelf, id)
        ) WITHOUT ROWID;"""
    ]
    for shelf, which, document, places in _NAMED:
        kept = f"INSERT OR IGNORE INTO naming SELECT {document}, '{shelf}', {{0}}.id FROM"
        new = f"{kept} {places} WHERE {which}".format("new")
        of = f"SELECT {document} FROM {places}".format("old")  # noqa: S608 - as above
        gone = f"DELETE FROM naming WHERE shelf = '{shelf}' AND id = old.id AND document IN ({of})"  # noqa: S608 - as above
        told += [
            f"CREATE TRIGGER {shelf}_named AFTER INSERT ON {shelf} WHEN {which} BEGIN {new}; END;".format("new"),
            f"CREATE TRIGGER {shelf}_gone AFTER DELETE ON {shelf} WHEN {which} BEGIN {gone}; END;".format("old"),
            f"CREATE TRIGGER {shelf}_renamed AFTER UPDATE ON {shelf} BEGIN {gone}; {new}; END;",
            f"{kept} {shelf} t, {places} WHERE {which};".format("t"),
        ]
    return "\n".join(told)


_PARTED = """
CREATE TABLE units (id TEXT PRIMARY KEY, key TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE signs (document TEXT PRIMARY KEY, key TEXT NOT NULL, row TEXT NOT NULL);
CREATE TABLE texts (key TEXT PRIMARY KEY, row TEXT NOT NULL);
CREATE TABLE memory (name TEXT PRIMARY KEY, value BLOB NOT NULL);
"""


def _marked() -> str:
    """The derived tables, each row with its place among all that may ever stand beside it, and the mark of what made it.

    With the old tables goes all that the file itself kept up for them; it is set up again after.
    """
    told = []
    for shelf in SHELVES.values():
        name, columns = shelf.name, "".join(f", {column} TEXT" for column in shelf.columns)
        kept = ", ".join(("id", *shelf.columns))
        told += [
            f"CREATE TABLE new_{name} (position BLOB NOT NULL, id TEXT NOT NULL{columns}, row TEXT NOT NULL, mark TEXT NOT NULL);",
            f"INSERT INTO new_{name} SELECT CAST(printf('%010d', position) AS BLOB), {kept}, row, '' FROM {name};",  # noqa: S608 - names are ours
            f"DROP TABLE {name}; ALTER TABLE new_{name} RENAME TO {name};",
            f"CREATE UNIQUE INDEX {name}_position ON {name} (position); CREATE INDEX {name}_mark ON {name} (mark);",
        ]
        told.extend(
            f"CREATE INDEX {name}_{column} ON {name} ({column}, position);" for column in ("id", *shelf.columns)
        )
    return "\n".join(told)


def _cut(connection: sqlite3.Connection) -> None:
    """Keep each text that was read by itself: what is the same for the whole case is asked without it."""
    for key, row in connection.execute("SELECT key, row FROM reads").fetchall():
        head, texts = cut(key, json.loads(row))
        connection.execute("UPDATE reads SET row = ? WHERE key = ?", (head, key))
        connection.executemany("INSERT OR REPLACE INTO texts VALUES (?, ?)", texts)
    # What was derived was derived by older code, and bears no marks: the next build makes it anew.
    connection.execute("DELETE FROM meta WHERE key = 'stamp'")


# One script a version: MIGRATIONS[n] leads from version n to n + 1; a new case takes them all. CHANGES holds what no script
# can do, after it.
MIGRATIONS: tuple[str, ...] = (
    _KEPT + _derived(),
    _LISTED + _naming(),
    _PARTED + _marked() + "DROP TABLE naming;" + _LISTED + _naming(),
)
CHANGES: Mapping[int, Callable[[sqlite3.Connection], None]] = MappingProxyType({2: _cut})


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a case to this version, each step whole or not at all; another process may be at it, too."""
    while _version(connection) < VERSION:
        connection.execute("BEGIN IMMEDIATE")
        try:
            version = _version(connection)
            for statement in _statements(MIGRATIONS[version]) if version < VERSION else ():
                connection.execute(statement)
            if version < VERSION and version in CHANGES:
                CHANGES[version](connection)
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
