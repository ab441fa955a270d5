"""Opening the database file: the one way to a connection, with what privacy asks of each.

Pragmas belong to a connection, not to the file (but for the journal mode), and their defaults
differ between builds of SQLite. So each is set on every connection, read back and compared.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from bot.errors import StoreError
from bot.stores.files import (
    PRIVATE_FILE,
    make_private_directory,
    open_to_others,
    sync_directory,
)
from bot.stores.sqlite.patience import patiently
from bot.stores.sqlite.translation import is_busy, translated

OLDEST_SQLITE = (3, 37)
"""STRICT tables and RETURNING."""

PRAGMAS: dict[str, int | str] = {
    "secure_delete": 1,  # overwrite what is deleted; 2 (FAST) leaves the tails of long values
    "synchronous": 2,  # FULL: what is committed survives a power cut
    "temp_store": 2,  # MEMORY: nothing of a sort or a VACUUM in a temporary file
    "foreign_keys": 1,
    "journal_mode": "wal",
}
"""What holds on every connection: name → value as SQLite reports it."""


def open_database(path: Path, patience: float, *, writable: bool) -> Database:
    """Return a connection to the file with every pragma set and checked.

    The file is made (0600, in a 0700 directory) if it is missing. `patience` is how many seconds
    to wait for a lock. The connection may be handed between threads but is for one at a time.
    Raises StoreError.
    """
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        oldest = ".".join(map(str, OLDEST_SQLITE))
        raise StoreError("store-old-sqlite", version=sqlite3.sqlite_version, oldest=oldest)
    _make_file(path)
    with translated():
        connection = sqlite3.connect(
            path, timeout=patience, isolation_level=None, check_same_thread=False
        )
    try:
        with translated():
            db = Database(connection, execute_plugins=False, recursive_triggers=False)
            _set_pragmas(db, patience)
            verify(db)
            if not writable:
                db.execute("PRAGMA query_only = ON")
    except BaseException:
        connection.close()
        raise
    return db


def verify(db: Database) -> None:
    """Raise StoreError unless every pragma has the value that privacy and durability need."""
    for name, wanted in PRAGMAS.items():
        value = pragma(db, name)
        if value != wanted:
            raise StoreError("store-unsafe", name=name, value=str(value), wanted=str(wanted))


def pragma(db: Database, name: str) -> int | str:
    """Return the value of a pragma on this connection."""
    with closing(db.execute(f"PRAGMA {name}")) as cursor:
        value: int | str = cursor.fetchone()[0]
    return value


def _make_file(path: Path) -> None:
    """Make the file for this user alone; SQLite gives its companions (-wal, -shm) equal rights."""
    try:
        make_private_directory(path.parent)
        if path.exists():
            if open_to_others(path):
                path.chmod(PRIVATE_FILE)
            return
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, PRIVATE_FILE))
        sync_directory(path.parent)
    except OSError as error:
        reason = str(error.strerror)
        raise StoreError("store-cannot-make", path=str(path), reason=reason) from error


def _set_pragmas(db: Database, patience: float) -> None:
    for name, value in PRAGMAS.items():
        if name != "journal_mode":
            db.execute(f"PRAGMA {name} = {value}")
    # Changing the journal mode does not wait for a lock as other statements do.
    if pragma(db, "journal_mode") != PRAGMAS["journal_mode"]:
        patiently(lambda: _use_journal_mode(db), patience)


def _use_journal_mode(db: Database) -> bool:
    try:
        return pragma(db, f"journal_mode = {PRAGMAS['journal_mode']}") == PRAGMAS["journal_mode"]
    except sqlite3.OperationalError as error:
        if is_busy(error):
            return False
        raise
