"""Who works on a database and on its keys: one process, or several that know of each other.

What a dead process left may be mended only when nobody is at work: a message that another is
sending would be sent twice, and the key of a dialogue that is just being started would be taken for
one without a round, and destroyed. So each process learns here whether it is the first, and the
others wait until the first has mended.

Two files in each directory. The one at the gate is held by whoever comes in, until it is at work;
the one for the work by all who are at work: by one alone, or shared. The first makes the lock
shared when it has mended. That change is not atomic, but who could come in between has to pass the
gate, which the first still holds.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Sequence
from pathlib import Path

from bot.errors import StoreError
from bot.stores.files import PRIVATE_FILE, make_private_directory
from bot.stores.sqlite.patience import patiently

LOCK = "aptbot.lock"
"""The file that those at work hold. It stays; what counts is who holds it."""

GATE = "aptbot.start.lock"
"""The file that those who come in hold, one at a time."""

PARTING = 2.0
"""Seconds to wait for a process that is just dying: its locks are freed one after the other."""


class Starting(StoreError):
    """Another process is just starting; wait, and try again."""


class DirectoryLock:
    """The right to work in some directories.

    The operating system gives it back when the process ends, in whatever way.
    """

    def __init__(self, *directories: Path, several: bool = False) -> None:
        """Take the lock on all; make missing directories (0700).

        With `several`, processes may share it that all say so. Raises Starting when one of them is
        coming in, StoreError when the directories are taken.
        """
        self._several = several
        self._gates: list[int] = []
        self._places: list[int] = []
        self.first = False
        try:
            self._come_in(directories)
        except StoreError:
            self.release()
            raise

    def begin(self) -> None:
        """Let the others in, if there may be any: what was left has been mended."""
        if self._several and self.first:
            for place in self._places:
                # Nobody passes the gate, so it can't be taken meanwhile.
                fcntl.flock(place, fcntl.LOCK_SH | fcntl.LOCK_NB)
        _close(self._gates)

    def release(self) -> None:
        """Let others work in the directories."""
        _close(self._places)
        _close(self._gates)

    def _come_in(self, directories: Sequence[Path]) -> None:
        for directory in directories:
            self._gates.append(_open(directory, GATE))
            if not _takes(self._gates[-1], fcntl.LOCK_EX, directory):
                refused = Starting if self._several else StoreError
                raise refused("lock-taken", directory=str(directory))
        for directory in directories:
            self._places.append(_open(directory, LOCK))
        taken: list[Path] = []

        def enter() -> bool:
            taken[:] = self._taken(directories)
            return not taken

        if not patiently(enter, PARTING if self._several else 0):
            raise StoreError("lock-taken", directory=str(taken[0]))

    def _taken(self, directories: Sequence[Path]) -> list[Path]:
        """Take the places; return the directories in which that does not go."""
        places = dict(zip(directories, self._places, strict=True))
        taken = [path for path, place in places.items() if not _takes(place, fcntl.LOCK_EX, path)]
        self.first = not taken
        # Keys that others share, beside a database that nobody works on, are another bot's.
        if self._several and len(taken) == len(places):
            taken = [path for path in taken if not _takes(places[path], fcntl.LOCK_SH, path)]
        return taken


def _open(directory: Path, name: str) -> int:
    try:
        make_private_directory(directory)
        return os.open(directory / name, os.O_RDWR | os.O_CREAT, PRIVATE_FILE)
    except OSError as error:
        raise _unusable(directory, error) from error


def _takes(handle: int, kind: int, directory: Path) -> bool:
    """Take the lock on the file, and return whether it was free. Raises StoreError."""
    try:
        fcntl.flock(handle, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError as error:
        raise _unusable(directory, error) from error
    return True


def _close(handles: list[int]) -> None:
    """Close the files, which frees their locks."""
    while handles:
        os.close(handles.pop(0))


def _unusable(directory: Path, error: OSError) -> StoreError:
    return StoreError("lock-unusable", directory=str(directory), reason=str(error.strerror))
