"""Leaving no trace of what was deleted, in the database and in its log.

`secure_delete` overwrites deleted values with zeros, but the write-ahead log still holds the
pages as they were, and the database file too until the log is copied into it. So: copy and cut
the log, rebuild the file, copy and cut again. A log that somebody still reads from can't be cut;
SQLite tells that only in its answer (`busy`), which is checked here.
"""

from __future__ import annotations

from threading import Lock

from sqlite_utils import Database

from bot.errors import StoreError
from bot.stores.sqlite.patience import patiently
from bot.stores.sqlite.writer import Writer

EACH = 0.2
"""Seconds that one attempt waits for readers; writers wait meanwhile."""


class Reclaimer:
    """Reclaims the pages of deleted rows, once for all who ask at the same time."""

    def __init__(self, db: Database, writer: Writer, patience: float) -> None:
        self._db = db
        self._writer = writer
        self._patience = patience
        self._turn = Lock()
        self._begun = 0
        self._finished = 0

    def reclaim(self) -> None:
        """Leave no trace. Raises StoreError when the log can't be cut within the patience."""
        came_after = self._begun
        with self._turn:
            if self._finished > came_after:
                return  # somebody else's turn began after we came: it covers what we deleted
            self._begun += 1
            self._cut_log()
            self._writer.alone(self._db.vacuum)
            self._cut_log()
            self._finished = self._begun

    def _cut_log(self) -> None:
        if not patiently(lambda: self._writer.alone(self._truncated), self._patience, EACH):
            raise StoreError("store-still-read")

    def _truncated(self) -> bool:
        """Copy the log into the database and cut it to nothing; False when it is in use."""
        self._db.execute(f"PRAGMA busy_timeout = {int(EACH * 1000)}")
        try:
            busy: int = self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        finally:
            self._db.execute(f"PRAGMA busy_timeout = {int(self._patience * 1000)}")
        return not busy
