"""A wired bot, from its start to its stop."""

from __future__ import annotations

import gc
import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from bot.errors import PlatformError
from bot.handlers.context import Context
from bot.scheduler import Clockwork
from bot.services import areas
from bot.services.deps import Deps
from bot.services.recovery import recover
from bot.settings import Problem, Settings, SettingsError
from bot.slack.connection import Line
from bot.slack.patience import Stopped, persistently
from bot.stores.lock import DirectoryLock
from bot.web import WebServer

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Bot:
    """A wired bot."""

    settings: Settings
    deps: Deps
    context: Context
    line: Line
    clockwork: Clockwork
    stopping: threading.Event
    lock: DirectoryLock
    web: WebServer | None

    def start(self) -> None:
        """Mend what a crash left, start the clock, and connect; returns when connected.

        With others at work nothing is mended: what they have in hand looks the same.
        """
        if self.lock.first:
            recover(self.deps)
            areas.watch(self.deps)
        self.lock.begin()
        self.clockwork.start()
        if self.web:
            self.web.start()
        with accepted(self.settings, "SLACK_APP_TOKEN"):
            persistently(self.line.connect, self.stopping)
        self.context.later(self._warm_up)
        log.info("connected")

    def _warm_up(self) -> None:
        with suppress(Stopped):
            persistently(self.context.slack.warm_up, self.stopping)

    def stop(self) -> None:
        """Take no more requests, finish those under way, and close the files."""
        self.stopping.set()
        self.clockwork.halt()  # what it is at and the last requests come to their ends together
        self.line.close()
        if self.web:
            self.web.stop()
        self.clockwork.stop()
        self.context.background.shutdown(wait=True, cancel_futures=True)
        self.context.slack.close()
        self.deps.store.close()
        self.lock.release()


@contextmanager
def accepted(settings: Settings, key: str) -> Iterator[None]:
    """Raise a platform's refusal inside as a SettingsError about the token with this key."""
    try:
        yield
    except PlatformError as error:
        problem = Problem(key, "refused", {"reason": str(error)})
        raise SettingsError([problem], settings.language) from error


def spare_the_collector() -> None:
    """Let the garbage collector leave out what is there now, for it stays to the end.

    The words, the libraries and the forms are more than a hundred thousand objects: looking through
    them stops everybody for tens of milliseconds, every few hundred answers.
    """
    gc.collect()
    gc.freeze()
