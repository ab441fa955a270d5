"""Reading the database beside the bot, or without it: nothing can be changed through here."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote

from sqlite_utils import Database

from bot.errors import StoreError
from bot.ports import Tx
from bot.stores.sqlite.migrations import require_present
from bot.stores.sqlite.translation import translated
from bot.stores.sqlite.tx import SqliteTx

T = TypeVar("T")

PATIENCE = 5.0
"""Seconds to wait for other processes that use the same database."""


class SqliteReader:
    """Reads a database that others may be writing, without the lock of those who work on it.

    The file is opened read-only, so that not even a mistake can change it, nor bring its tables up
    to date. A snapshot lasts as long as one piece of work: the bot can't leave the traces of its
    deleted answers behind while somebody reads, so pieces should be short.
    """

    def __init__(self, path: Path, patience: float = PATIENCE) -> None:
        """Open it. Raises StoreError when it is missing, or of another version than the code."""
        if not path.is_file():
            raise StoreError("store-missing", path=str(path))
        with translated():
            address = f"file:{quote(str(path.absolute()))}?mode=ro"
            connection = sqlite3.connect(address, uri=True, timeout=patience, isolation_level=None)
        self._db = Database(connection, execute_plugins=False)
        try:
            with translated():
                self._db.execute("PRAGMA temp_store = MEMORY")
                require_present(self._db)
        except BaseException:
            self._db.close()
            raise

    def read(self, work: Callable[[Tx], T]) -> T:
        """Run `work` on one consistent snapshot. Raises its errors, and StoreError."""
        with translated():
            self._db.begin()
            try:
                return work(SqliteTx(self._db))
            finally:
                self._db.rollback()

    def close(self) -> None:
        """Close the file."""
        self._db.close()
