"""SQLite's errors in words for the one who runs aptbot.

What can happen on a working installation (a full disk, a lock) has a message of its own with a
remedy; what only a mistake in the code can cause is left to SQLite's own words.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from bot.errors import StoreError

PRIMARY_CODE = 0xFF
"""SQLite's extended error codes carry the plain one in their lowest byte."""

KINDS = {
    sqlite3.SQLITE_BUSY: "busy",
    sqlite3.SQLITE_LOCKED: "busy",
    sqlite3.SQLITE_FULL: "full",
    sqlite3.SQLITE_READONLY: "read-only",
    sqlite3.SQLITE_PERM: "read-only",
    sqlite3.SQLITE_CANTOPEN: "cannot-open",
    sqlite3.SQLITE_NOTADB: "damaged",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_IOERR: "disk",
}
"""What each code is told as: the message `store-<kind>`."""


def is_busy(error: sqlite3.Error) -> bool:
    """Whether another connection is in the way, so that waiting may help."""
    return _code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


@contextmanager
def translated() -> Iterator[None]:
    """Raise StoreError in place of any error of SQLite."""
    try:
        yield
    except sqlite3.Error as error:
        kind = KINDS.get(_code(error), "failed")
        raise StoreError(f"store-{kind}", reason=str(error)) from error


def _code(error: sqlite3.Error) -> int:
    """Return the error's code, 0 for those that Python's driver raises by itself."""
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & PRIMARY_CODE
