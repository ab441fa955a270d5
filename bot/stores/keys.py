"""Key vaults: where the rounds' keys lie, apart from the database and from every backup.

A key that is gone must be gone, and a key that is damaged must never be used: a file holds the
key and its SHA-256, so that a file cut short by a crash, or wiped but not yet removed, is told
from a key. A key that can't be reached must never be taken for one that is gone: the answers would
be deleted. So a marker beside the keys tells their directory from an empty one in its place, such
as the mount point of a disk that is not mounted.
"""

from __future__ import annotations

import hashlib
import logging
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

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
MARKER = "nyckelkatalog"
"""The file that says that keys are kept here; made before the first key."""
ROUND_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")
"""What a round id may look like; no dot and no slash, so that it names a file of ours alone."""

log = logging.getLogger(__name__)


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
                raise KeyVaultError("keys-exposed", directory=str(directory))

    def adopt(self, rounds: frozenset[str]) -> None:
        """Take the directory in use, with the keys of these rounds that are not counted.

        Raises KeyVaultError when it is a new one that none of the keys was put in.
        """
        with _translated(self._directory):
            if self._is_ours():
                return
            if rounds and not rounds & self.round_ids():
                path = str(self._directory / MARKER)
                raise KeyVaultError("keys-missing", directory=str(self._directory), path=path)
            _write_new(self._directory / MARKER, b"")
            sync_directory(self._directory)

    def create(self, round_id: str) -> bytes:
        """Make, keep durably and return a new key. Raises KeyVaultError if there is one."""
        key, path = new_key(), self._path(round_id)
        with _translated(path):
            self._require_ours()
            _write_new(path, key + hashlib.sha256(key).digest())
            sync_directory(self._directory)
        return key

    def get(self, round_id: str) -> bytes | None:
        """Return the round's key, None when it is lost: destroyed, damaged, or never made.

        Raises KeyVaultError when it can't be reached, so that it is not known whether it is lost.
        """
        path = self._path(round_id)
        with _translated(path):
            try:
                data = path.read_bytes()
            except FileNotFoundError:
                self._require_ours()
                return None
        if data == OVERWRITTEN:  # about to be removed, at this moment or before a crash
            return None
        key, digest = data[:KEY_BYTES], data[KEY_BYTES:]
        if hashlib.sha256(key).digest() != digest:
            log.warning("the key of a round is damaged: its answers are lost")
            return None
        return key

    def destroy(self, round_id: str) -> None:
        """Overwrite and remove the key; nothing happens when there is none.

        Raises KeyVaultError when it can't be reached: it may be there still.
        """
        path = self._path(round_id)
        with _translated(path):
            try:
                _overwrite(path)
            except FileNotFoundError:
                self._require_ours()
                return
            path.unlink(missing_ok=True)
            sync_directory(self._directory)

    def round_ids(self) -> frozenset[str]:
        """Return the rounds that have a key file, also a damaged one."""
        with _translated(self._directory):
            # Not glob, which takes a directory that it may not read for an empty one.
            files = list(self._directory.iterdir())
        return frozenset(path.stem for path in files if path.suffix == SUFFIX)

    def _path(self, round_id: str) -> Path:
        if not ROUND_ID.fullmatch(round_id):
            raise KeyVaultError("key-bad-name", name=repr(round_id))
        return self._directory / f"{round_id}{SUFFIX}"

    def _is_ours(self) -> bool:
        try:
            (self._directory / MARKER).stat()
        except FileNotFoundError:
            return False
        return True

    def _require_ours(self) -> None:
        """Raise KeyVaultError when the directory is not the one that the keys were put in."""
        if not self._is_ours():
            raise KeyVaultError("keys-elsewhere", directory=str(self._directory), marker=MARKER)


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
        raise KeyVaultError("key-exists", path=str(path)) from error
    except OSError as error:
        reason = str(error.strerror)
        raise KeyVaultError("key-unreachable", path=str(path), reason=reason) from error
