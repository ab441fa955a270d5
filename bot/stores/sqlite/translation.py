"""SQLite's errors in words for the one who runs aptbot.

What can happen on a working installation (a full disk, a lock) is told in Swedish with a remedy;
what only a mistake in the code can cause keeps SQLite's own words.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from bot.errors import StoreError

BUSY = "Databasen är upptagen av ett annat program. Försök igen om en stund."
FULL = "Disken är full: inget mer kan sparas förrän det finns plats."
READ_ONLY = "Databasen går inte att skriva till. Se efter vem som äger filen och katalogen."
CANNOT_OPEN = "Databasen går inte att öppna. Se efter att katalogen finns och går att skriva i."
DAMAGED = "Filen är ingen hel databas. Lägg tillbaka den senaste säkerhetskopian."
DISK = "Disken svarar med fel: det är osäkert om det senaste har sparats."

PRIMARY_CODE = 0xFF
"""SQLite's extended error codes carry the plain one in their lowest byte."""

WORDS = {
    sqlite3.SQLITE_BUSY: BUSY,
    sqlite3.SQLITE_LOCKED: BUSY,
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_PERM: READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: CANNOT_OPEN,
    sqlite3.SQLITE_NOTADB: DAMAGED,
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_IOERR: DISK,
}


def is_busy(error: sqlite3.Error) -> bool:
    """Whether another connection is in the way, so that waiting may help."""
    return _code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


@contextmanager
def translated() -> Iterator[None]:
    """Raise StoreError in place of any error of SQLite."""
    try:
        yield
    except sqlite3.Error as error:
        words = WORDS.get(_code(error), "Databasen kunde inte göra det som begärdes.")
        raise StoreError(f"{words} ({error})") from error


def _code(error: sqlite3.Error) -> int:
    """Return the error's code, 0 for those that Python's driver raises by itself."""
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & PRIMARY_CODE
