"""Connections for reading: each for one thread at a time, kept for the next.

A pool, not a connection per thread: threads come and go, and what they leave must not pile up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import TypeVar

from sqlite_utils import Database

from bot.errors import StoreError
from bot.stores.sqlite.connection import open_database
from bot.stores.sqlite.translation import translated
from bot.stores.sqlite.tx import SqliteTx

T = TypeVar("T")

MOST_IDLE = 32
"""So many connections are kept, one for each request under way; a rush opens more and closes
them again, which costs more than the reading."""


class Readers:
    """Runs reads, each on one consistent snapshot that nothing can be written through."""

    def __init__(self, path: Path, patience: float) -> None:
        self._path = path
        self._patience = patience
        self._idle: list[Database] = []
        self._open = True
        self._lock = Lock()

    def read(self, work: Callable[[SqliteTx], T]) -> T:
        """Return what the work returns. Raises its error; StoreError when closed."""
        with self._connection() as db, translated():
            db.begin()
            try:
                return work(SqliteTx(db))
            finally:
                db.rollback()

    def close(self) -> None:
        """Close the idle connections now and the others when they come back."""
        with self._lock:
            self._open = False
            idle, self._idle = self._idle, []
        for db in idle:
            db.close()

    @contextmanager
    def _connection(self) -> Iterator[Database]:
        db = self._take()
        try:
            yield db
        finally:
            self._give_back(db)

    def _take(self) -> Database:
        with self._lock:
            if not self._open:
                raise StoreError("store-closed")
            if self._idle:
                return self._idle.pop()
        return open_database(self._path, self._patience, writable=False)

    def _give_back(self, db: Database) -> None:
        with self._lock:
            if self._open and len(self._idle) < MOST_IDLE:
                self._idle.append(db)
                return
        db.close()
