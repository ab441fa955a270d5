"""Key vaults: where the rounds' keys lie, apart from the database and from every backup.

A key that is gone must be gone, and a key that is damaged must never be used: a file holds the
key and its SHA-256, so that a file cut short by a crash, or wiped but not yet removed, is told
from a key.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from bot.domain.ballot import KEY_BYTES, new_key
from bot.errors import KeyVaultError
from bot.stores.files import (
    PRIVATE_FILE,
    make_private_directory,
    open_to_others,
    sync_directory,
)

SUFFIX = ".key"
FILE_BYTES = KEY_BYTES + hashlib.sha256().digest_size
OVERWRITTEN = bytes(FILE_BYTES)
"""What a key's file holds between being destroyed and being removed."""
ROUND_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
"""What a round id may look like; no dot and no slash, so that it names a file of ours alone."""


class FileKeyVault:
    """Keys as files, one per round, readable by this user alone.

    The directory must lie outside of the database's directory and of every backup. What a disk
    keeps of an overwritten file (flash memory, snapshots, copy-on-write) no program can promise.
    """

    def __init__(self, directory: Path) -> None:
        """Use the directory; make it (0700) if it is missing. Raises KeyVaultError."""
        self._directory = directory
        with _translated(directory):
            make_private_directory(directory)
            if open_to_others(directory):
                raise KeyVaultError(
                    f"Nyckelkatalogen {directory} kan läsas av andra. Kör: chmod 700 {directory}"
                )

    def create(self, round_id: str) -> bytes:
        """Make, keep durably and return a new key. Raises KeyVaultError if there is one."""
        key, path = new_key(), self._path(round_id)
        with _translated(path):
            _write_new(path, key + hashlib.sha256(key).digest())
            sync_directory(self._directory)
        return key

    def get(self, round_id: str) -> bytes | None:
        """Return the round's key, None when there is none. Raises KeyVaultError if damaged."""
        path = self._path(round_id)
        with _translated(path):
            try:
                data = path.read_bytes()
            except FileNotFoundError:
                return None
        if data == OVERWRITTEN:  # about to be removed, at this moment or before a crash
            return None
        key, digest = data[:KEY_BYTES], data[KEY_BYTES:]
        if hashlib.sha256(key).digest() != digest:
            raise KeyVaultError(f"Nyckelfilen {path} är skadad.")
        return key

    def destroy(self, round_id: str) -> None:
        """Overwrite and remove the key; nothing happens when there is none."""
        path = self._path(round_id)
        with _translated(path):
            try:
                _overwrite(path)
            except FileNotFoundError:
                return
            path.unlink(missing_ok=True)
            sync_directory(self._directory)

    def round_ids(self) -> frozenset[str]:
        """Return the rounds that have a key file, also a damaged one."""
        with _translated(self._directory):
            return frozenset(path.stem for path in self._directory.glob(f"*{SUFFIX}"))

    def _path(self, round_id: str) -> Path:
        return self._directory / f"{_checked(round_id)}{SUFFIX}"


class MemoryKeyVault:
    """Keys in memory: for tests and for practice, gone when the process is."""

    def __init__(self) -> None:
        self._keys: dict[str, bytes] = {}
        self._lock = Lock()

    def create(self, round_id: str) -> bytes:
        """Make, keep and return a new key. Raises KeyVaultError if there is one."""
        with self._lock:
            if _checked(round_id) in self._keys:
                raise KeyVaultError(f"Omgången {round_id} har redan en nyckel.")
            return self._keys.setdefault(round_id, new_key())

    def get(self, round_id: str) -> bytes | None:
        """Return the round's key, or None when there is none."""
        return self._keys.get(_checked(round_id))

    def destroy(self, round_id: str) -> None:
        """Forget the key; nothing happens when there is none."""
        with self._lock:
            self._keys.pop(_checked(round_id), None)

    def round_ids(self) -> frozenset[str]:
        """Return the rounds that have a key."""
        with self._lock:
            return frozenset(self._keys)


def _checked(round_id: str) -> str:
    if not ROUND_ID.fullmatch(round_id):
        raise KeyVaultError(f"{round_id!r} kan inte vara en omgångs namn.")
    return round_id


def _write_new(path: Path, data: bytes) -> None:
    """Write a new file durably. Half a file is removed, or known by its missing digest."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, PRIVATE_FILE)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        path.unlink(missing_ok=True)
        raise


def _overwrite(path: Path) -> None:
    with path.open("r+b") as file:
        file.write(OVERWRITTEN)
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    try:
        yield
    except FileExistsError as error:
        raise KeyVaultError(f"Nyckelfilen {path} finns redan.") from error
    except OSError as error:
        raise KeyVaultError(f"Nyckeln {path} går inte att nå: {error.strerror}.") from error
