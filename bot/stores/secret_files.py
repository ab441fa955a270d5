"""Secrets that are made once and kept beside the keys: neither in the database nor in a backup."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

from bot.domain.feed import SECRET_BYTES
from bot.errors import KeyVaultError
from bot.stores.files import (
    PRIVATE_FILE,
    make_private_directory,
    open_to_others,
    sync_directory,
)

CALENDAR_SECRET = "kalenderhemlighet"  # noqa: S105  (the file's name)
"""The file that the addresses of calendars are made from. Without it all of them are new ones."""

WISH_SECRET = "onskehemlighet"  # noqa: S105  (the file's name)
"""The file that wishes are marked with. Without it no wish can be taken back, nor be traced."""


def calendar_secret(directory: Path) -> bytes:
    """Return the calendars' secret, made if it is missing. Raises KeyVaultError."""
    return _secret(directory / CALENDAR_SECRET)


def wish_secret(directory: Path) -> bytes:
    """Return the wishes' secret, made if it is missing. Raises KeyVaultError."""
    return _secret(directory / WISH_SECRET)


def _secret(path: Path) -> bytes:
    try:
        make_private_directory(path.parent)
        with suppress(FileExistsError):
            _make(path)
        secret, exposed = path.read_bytes(), open_to_others(path)
    except OSError as error:
        reason = str(error.strerror)
        raise KeyVaultError("secret-unreachable", path=str(path), reason=reason) from error
    if len(secret) != SECRET_BYTES or exposed:
        raise KeyVaultError("secret-damaged", path=str(path), file=path.name)
    return secret


def _make(path: Path) -> None:
    """Write a new secret: whole or not at all, and only one of several processes' own.

    Raises FileExistsError when there is one.
    """
    if path.exists():
        raise FileExistsError
    draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, PRIVATE_FILE)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(SECRET_BYTES))
            file.flush()
            os.fsync(file.fileno())
        os.link(draft, path)
        sync_directory(path.parent)
    finally:
        draft.unlink(missing_ok=True)
