"""Opens a case file: looks before it touches, so that a file that is no case is never changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sayso.errors import BusyCaseError, CaseError, NewerCaseError, NotACaseError
from sayso.store.disk import locks_files
from sayso.store.schema import APPLICATION_ID, VERSION, migrate

# How long a write waits for another to end before it gives up, in seconds.
PATIENCE = 10.0
_MAGIC = b"SQLite format 3\x00"
_NO_LOCKS = "its disk does not lock files, as some network disks do not: copy the case to a disk of this machine"
_NOT_KEPT = "what was confirmed before is kept; "
# What SQLite says, and what to do about it.
_REMEDIES = (
    ("disk is full", f"{_NOT_KEPT}make room on its disk, then give the same command again: it goes on from there"),
    (
        "disk I/O error",
        f"{_NOT_KEPT}its disk is full, was taken out, or is a network disk that does not lock files; make room, or copy the case to a disk of this machine",
    ),
    (
        "readonly",
        "its file or folder is read-only: copy the case, with its -wal file if there is one, to where you may write",
    ),
    (
        "locking protocol",
        _NO_LOCKS,
    ),
    (
        "unable to open",
        "check that its folder is there and can be written; from a read-only disk, copy the case (and its -wal) away first",
    ),
)


def connect(path: Path | None, *, read_only: bool) -> sqlite3.Connection:
    """A connection to a case file, made if there is none; None is a case in memory.

    Raises:
        NotACaseError: the file is no case.
        NewerCaseError: a newer version wrote it.
        CaseError: it cannot be opened or made.
    """
    if path is None:
        return _ready(_opened(":memory:", read_only=False), None, read_only=False)
    _look(path, read_only=read_only)
    if read_only and 0 < _form(path) < VERSION:
        # What reads knows the present form alone.
        settle(connect(path, read_only=False), read_only=False)
    with told(path):
        target = f"{path.resolve().as_uri()}?mode={'ro' if read_only else 'rwc'}"
        connection = _opened(target, read_only=read_only)
        try:
            return _ready(connection, path, read_only=read_only)
        except BaseException:
            connection.close()
            raise


def settle(connection: sqlite3.Connection, *, read_only: bool, is_patient: bool = True) -> None:
    """Close a connection and leave one single file; where another one reads the case, the last to close does it."""
    try:
        if not read_only and not connection.in_transaction:
            if not is_patient:
                connection.execute("PRAGMA busy_timeout = 0")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.execute("PRAGMA busy_timeout = 0")
            connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.OperationalError:  # another connection holds the case: it stays in its log until that one closes
        pass
    finally:
        connection.close()


@contextmanager
def told(path: Path | None) -> Iterator[None]:
    """Tell SQLite's errors in our words."""
    try:
        yield
    except sqlite3.OperationalError as error:
        words = str(error)
        if "database is locked" in words or "busy" in words:
            if path is not None and not locks_files(path.parent):
                raise CaseError(f"{path}: the case file cannot be used ({words}); {_NO_LOCKS}") from error
            message = f"{path}: another process is writing to this case; wait until it is done, then try again"
            raise BusyCaseError(message) from error
        remedy = next((told for sign, told in _REMEDIES if sign in words), "check that its folder can be written")
        raise CaseError(f"{path}: the case file cannot be used ({words}); {remedy}") from error
    except sqlite3.DatabaseError as error:
        raise NotACaseError(f"{path}: the case file is damaged ({error}); {_remedy()}") from error


def _look(path: Path, *, read_only: bool) -> None:
    """Refuse what is there and is no SQLite file, and what is not there and cannot be made."""
    if path.is_dir():
        raise NotACaseError(f"{path} is a folder; expected a case file such as {path.name or 'case'}.sayso")
    if not path.exists():
        if read_only:
            raise CaseError(f"{path}: there is no such case file; `sayso build FOLDER -o {path}` makes one")
        if not path.parent.is_dir():
            raise CaseError(f"{path}: its folder {path.parent} does not exist; make it first, or name another")
        return
    try:
        with path.open("rb") as file:
            head = file.read(len(_MAGIC))
    except OSError as error:
        raise CaseError(f"{path}: cannot be opened ({error.strerror}); check who may read it") from error
    if not head and not read_only:  # a build that was cut off before its first word; there is nothing to lose
        return
    if not head:
        raise NotACaseError(
            f"{path} is empty, and no case file; where it is a copy that was taken while a case was open, copy it again "
            f"with the file {path.name}-wal beside it"
        )
    if head != _MAGIC:
        raise NotACaseError(f"{path} is not a case file of sayso (it does not begin as one); {_remedy()}")


def _form(path: Path) -> int:
    """The form that a database says it has."""
    with told(path), closing(_opened(f"{path.resolve().as_uri()}?mode=ro", read_only=True)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _opened(target: str, *, read_only: bool) -> sqlite3.Connection:
    connection = sqlite3.connect(
        target, timeout=PATIENCE, isolation_level=None, uri=True, check_same_thread=False, cached_statements=256
    )
    connection.row_factory = sqlite3.Row
    if read_only:
        connection.execute("PRAGMA query_only = ON")
    return connection


def _ready(connection: sqlite3.Connection, path: Path | None, *, read_only: bool) -> sqlite3.Connection:
    """Check mark and version, then bring the case to this version."""
    # As of one moment: another process may be making the case.
    connection.execute("BEGIN")
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    is_new = mark == 0 and version == 0 and not connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    connection.execute("COMMIT")
    if not is_new and mark != APPLICATION_ID:
        raise NotACaseError(f"{path} is a database, but not a case file of sayso; {_remedy()}")
    if version > VERSION:
        raise NewerCaseError(
            f"{path}: the case has form {version}, this sayso knows forms up to {VERSION}; install a newer sayso"
        )
    if not read_only:
        # Where a disk has no shared memory (some network disks), SQLite stays with its journal, and all else holds.
        connection.execute("PRAGMA journal_mode = WAL")
        # A decision that was confirmed is on the disk, even where the power fails.
        connection.execute("PRAGMA synchronous = FULL")
        # Confidential text that leaves a case must not stay in its free pages.
        connection.execute("PRAGMA secure_delete = ON")
        migrate(connection)
    return connection


def _remedy() -> str:
    return "name another file; nothing was changed"
