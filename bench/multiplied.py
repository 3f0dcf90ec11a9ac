"""A case many times over, without a build: what reads a case can be measured at a size that takes an hour to extract.

    python bench/multiplied.py CASE TIMES OUT

Each copy has ids of its own and lies two years after the one before; rows stand in the order of the case form as far as
ids and days make it, so that plans, pages and memory are those of a case that was built.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

_ID = re.compile(r'"([a-z])([0-9a-f]{12,19})(?=")')
_YEAR = re.compile(r"\b(20[0-9]{2})(?=-[01][0-9]-[0-3][0-9])|(?<=[a-z] )(20[0-9]{2})\b")
# Tables whose order is not that of one copy after the other: what stands first in them comes before the copy.
_FIRST = {
    "events": "(role = 'mentioned')",
    "entities": "position",
    "sources": "0",
    "findings": "(SELECT min(o.position) FROM findings o WHERE o.kind = t.kind)",
}
_SHARED = ("sources", "unread")


def multiplied(case: Path, times: int, out: Path) -> Path:
    """Write the case so many times over into another file."""
    shutil.copy(case, out)
    connection = sqlite3.connect(out, isolation_level=None)
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    names = [str(row[0]) for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    connection.execute("BEGIN")
    for name in names:
        columns = [str(row[1]) for row in connection.execute(f"PRAGMA table_info({name})")]
        if "position" in columns and name not in _SHARED:
            _derived(connection, name, columns, times)
    _accounts(connection, times)
    _passages(connection, times)
    connection.execute("COMMIT")
    connection.close()
    return out


def _derived(connection: sqlite3.Connection, name: str, columns: list[str], times: int) -> None:
    """A derived table: rows of all copies, in order."""
    first = _FIRST.get(name, "0")
    held = connection.execute(f"SELECT {first}, {', '.join(columns)} FROM {name} t ORDER BY position").fetchall()  # noqa: S608 - names of the case itself
    connection.execute(f"DELETE FROM {name}")  # noqa: S608 - as above
    order = sorted((row[0], copy, at) for copy in range(times) for at, row in enumerate(held))
    marks = ", ".join("?" * len(columns))

    def rows() -> Iterator[tuple[object, ...]]:
        copies = [_copy(copy) for copy in range(times)]
        for position, (_, copy, at) in enumerate(order):
            cells = dict(zip(columns, held[at][1:], strict=True))
            yield (
                position,
                *(copies[copy](str(cells[one])) if cells[one] else cells[one] for one in columns if one != "position"),
            )

    connection.executemany(f"INSERT INTO {name} ({', '.join(columns)}) VALUES ({marks})", rows())  # noqa: S608 - as above


def _accounts(connection: sqlite3.Connection, times: int) -> None:
    """What was extracted, under keys of its own."""
    told = connection.execute("SELECT value FROM meta WHERE key = 'accounts'").fetchone()
    keys = json.loads(told[0]) if told else {}
    every: dict[str, str] = {}
    held = connection.execute("SELECT key, row FROM accounts").fetchall()
    for copy in range(times):
        of = _copy(copy)
        every |= {of(document): f"{key}{copy:x}" if copy else key for document, key in keys.items()}
        if copy:
            rows = ((f"{key}{copy:x}", of(row)) for key, row in held)
            connection.executemany("INSERT INTO accounts VALUES (?, ?)", rows)
    connection.execute("INSERT OR REPLACE INTO meta VALUES ('accounts', ?)", (json.dumps(every),))


def _passages(connection: sqlite3.Connection, times: int) -> None:
    """What is searched."""
    held = connection.execute("SELECT document, text_sha256, start, text FROM passages").fetchall()
    for copy in range(1, times):
        of = _copy(copy)
        rows = ((of(document), *rest) for document, *rest in held)
        connection.executemany("INSERT INTO passages VALUES (?, ?, ?, ?)", rows)


def _copy(number: int) -> Callable[[str], str]:
    """What makes a cell that of a copy: ids get its number, days its years."""
    if not number:
        return lambda cell: cell
    mark = f"{number:03x}"

    def of(cell: str) -> str:
        if not cell.startswith("{"):
            return f"{cell[0]}{mark}{cell[1:]}" if re.fullmatch(r"[a-z][0-9a-f]{12,19}", cell) else cell
        moved = _YEAR.sub(lambda at: str(int(at[0]) + 2 * number), cell)
        return _ID.sub(lambda at: f'"{at[1]}{mark}{at[2]}', moved)

    return of


def main() -> None:
    """Make what is asked for."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("case", type=Path)
    asked.add_argument("times", type=int)
    asked.add_argument("out", type=Path)
    options = asked.parse_args()
    print(multiplied(options.case, options.times, options.out))


if __name__ == "__main__":
    main()
