"""What a bot holds as long as it runs: its directories, and the port of the calendars."""

from __future__ import annotations

import errno
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from bot.ports import KeyVault, Store
from bot.services.recovery import take_in_use
from bot.settings import Problem, Settings, SettingsError
from bot.slack.patience import Stopped
from bot.stores.keys import FileKeyVault
from bot.stores.lock import DirectoryLock, Starting
from bot.stores.sqlite import SqliteStore
from bot.web import listen

DATABASE = "aptbot.sqlite3"
LOOK_AGAIN = 0.2
"""Seconds until it is looked again whether another process has started."""


class Places(NamedTuple):
    """What a bot has taken; `door` is what calendars are served on, None where they are not."""

    lock: DirectoryLock
    store: Store
    vault: KeyVault
    door: socket.socket | None


def take_places(
    settings: Settings,
    stopping: threading.Event,
    store: Store | None,
    vault: KeyVault | None,
    *,
    practising: bool,
) -> Places:
    """Take the directories and the port; waits while another process is starting.

    Raises SettingsError, StoreError, KeyVaultError, Stopped.
    """
    lock = _admitted(settings, stopping)
    with released_on_failure(lock):
        store = store or SqliteStore(settings.data_dir / DATABASE, may_migrate=lock.first)
        vault = vault or FileKeyVault(settings.key_dir)
        take_in_use(store, vault)
        return Places(lock, store, vault, _door(settings, practising=practising))


def _admitted(settings: Settings, stopping: threading.Event) -> DirectoryLock:
    """Return the right to work in the directories; waits while another process is starting.

    Raises StoreError when they are taken, Stopped.
    """
    while not stopping.is_set():
        try:
            return DirectoryLock(
                settings.data_dir, settings.key_dir, several=settings.processes > 1
            )
        except Starting:
            stopping.wait(LOOK_AGAIN)
    raise Stopped


@contextmanager
def released_on_failure(lock: DirectoryLock) -> Iterator[None]:
    """Give the lock back when what is inside fails."""
    try:
        yield
    except BaseException:
        lock.release()
        raise


def _door(settings: Settings, *, practising: bool) -> socket.socket | None:
    """Return what calendars are served on, None where they are not. Raises SettingsError."""
    if not practising and not settings.web_port:
        return None
    if not practising and not settings.public_url:
        problem = Problem("APTBOT_PUBLIC_URL", "public_url_missing")
        raise SettingsError([problem], settings.language)
    try:
        return listen(settings.web_host, settings.web_port, shared=settings.processes > 1)
    except OSError as error:
        problem = Problem("APTBOT_WEB_HOST", "host_elsewhere", {"value": settings.web_host})
        if error.errno in (errno.EADDRINUSE, errno.EACCES):
            problem = Problem("APTBOT_WEB_PORT", "port_taken", {"value": settings.web_port})
        raise SettingsError([problem], settings.language) from None
