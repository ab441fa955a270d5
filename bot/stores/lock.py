"""One process on a database and on its keys.

What a dead process left may be mended only when nobody is at work, and a bot that found another's
keys among its own would take them for keys without a round, and destroy them.
"""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

from bot.errors import StoreError
from bot.stores.files import PRIVATE_FILE, make_private_directory

LOCK = "aptbot.lock"
"""The file in the directory that the lock is on. It stays; what counts is who holds it."""

TAKEN = (
    "Boten körs redan med katalogen {directory}. Bara en process i taget får använda den: "
    "stoppa den andra först."
)


class DirectoryLock:
    """The right to work in some directories, for one process at a time.

    The operating system gives it back when the process ends, in whatever way.
    """

    def __init__(self, *directories: Path) -> None:
        """Take the lock on all; make missing directories (0700). Raises StoreError if taken."""
        self._handles: list[int] = []
        try:
            for directory in directories:
                self._handles.append(_locked(directory))
        except StoreError:
            self.release()
            raise

    def release(self) -> None:
        """Let others work in the directories. To be called once."""
        for handle in self._handles:
            os.close(handle)


def _locked(directory: Path) -> int:
    """Return the open, locked file."""
    try:
        make_private_directory(directory)
        handle = os.open(directory / LOCK, os.O_RDWR | os.O_CREAT, PRIVATE_FILE)
    except OSError as error:
        raise StoreError(_unusable(directory, error)) from error
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(handle)
        if isinstance(error, BlockingIOError):
            raise StoreError(TAKEN.format(directory=directory)) from error
        raise StoreError(_unusable(directory, error)) from error
    return handle


def _unusable(directory: Path, error: OSError) -> str:
    return (
        f"Katalogen {directory} går inte att låsa: {error.strerror}. "
        "Lägg den på en lokal disk som botens konto får skriva på."
    )
