"""One process on a database: what a dead one left may be mended only when nobody is at work."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

from bot.errors import StoreError
from bot.stores.files import PRIVATE_FILE, make_private_directory

LOCK = "aptbot.lock"
"""The file beside the database that the lock is on. It stays; what counts is who holds it."""

TAKEN = (
    "Boten körs redan med databasen i {directory}. Bara en process i taget får använda en databas: "
    "stoppa den andra först."
)


class DatabaseLock:
    """The right to work on the database in a directory, for one process at a time.

    The operating system gives it back when the process ends, in whatever way.
    """

    def __init__(self, directory: Path) -> None:
        """Take the lock; make the directory (0700) if it is missing. Raises StoreError if taken."""
        try:
            make_private_directory(directory)
            self._handle = os.open(directory / LOCK, os.O_RDWR | os.O_CREAT, PRIVATE_FILE)
        except OSError as error:
            raise StoreError(_unusable(directory, error)) from error
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(self._handle)
            if isinstance(error, BlockingIOError):
                raise StoreError(TAKEN.format(directory=directory)) from error
            raise StoreError(_unusable(directory, error)) from error

    def release(self) -> None:
        """Let others work on the database. To be called once."""
        os.close(self._handle)


def _unusable(directory: Path, error: OSError) -> str:
    return (
        f"Datakatalogen {directory} går inte att låsa: {error.strerror}. "
        "Lägg den på en lokal disk som botens konto får skriva på."
    )
