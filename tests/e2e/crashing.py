"""A bot that is killed, as by a power cut, at a chosen place in the middle of closing a round.

Run as a script with the name of the place; the environment is that of `aptbot run`.
"""

from __future__ import annotations

import os
import signal
import sys
import threading

from bot.bootstrap import DATABASE, build
from bot.settings import load
from bot.stores.keys import FileKeyVault
from bot.stores.sqlite import SqliteStore

PLACES = ("before counting", "before the key is destroyed", "before reclaiming")


def die() -> None:
    """End without a word."""
    os.kill(os.getpid(), signal.SIGKILL)


class DoomedVault(FileKeyVault):
    """Dies when the key is asked for to count, or when it is to be destroyed."""

    place = ""

    def get(self, round_id: str) -> bytes | None:
        """Return the key, unless it is wanted for counting."""
        if self.place == PLACES[0] and threading.current_thread().name == "due":
            die()
        return super().get(round_id)

    def destroy(self, round_id: str) -> None:
        """Destroy the key, unless this is the place to die."""
        if self.place == PLACES[1]:
            die()
        super().destroy(round_id)


class DoomedStore(SqliteStore):
    """Dies when the pages are to be reclaimed."""

    place = ""

    def reclaim(self) -> None:
        """Reclaim, unless this is the place to die."""
        if self.place == PLACES[2]:
            die()
        super().reclaim()


def main(place: str) -> None:
    """Run until killed."""
    settings = load()
    store, vault = DoomedStore(settings.data_dir / DATABASE), DoomedVault(settings.key_dir)
    store.place = vault.place = place
    bot = build(settings, threading.Event(), store=store, vault=vault)
    bot.start()
    bot.stopping.wait()


if __name__ == "__main__":
    main(sys.argv[1])
