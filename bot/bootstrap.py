"""The only wiring: settings in, a running bot out. Every port can be replaced by keyword."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from bot.box.opener import ChildBoxOpener
from bot.clock import SystemClock
from bot.content import DirectoryCatalogue, load_vocabulary
from bot.domain.people import PersonKey
from bot.errors import PlatformDown, PlatformError, RateLimited
from bot.handlers.context import Context
from bot.handlers.payloads import PLATFORM
from bot.handlers.register import register
from bot.locales import adopt
from bot.ports import BoxOpener, Clock, KeyVault, Store
from bot.scheduler import Clockwork, Pump
from bot.services.deps import Deps, Terms
from bot.services.due import run_due, run_starts
from bot.services.outbox import send_pending
from bot.services.recovery import recover
from bot.services.watching import Watch
from bot.settings import Problem, Settings, SettingsError, keep_loopback_direct
from bot.slack.client import Calls, make_client
from bot.slack.connection import Line, identify, make_app
from bot.slack.directory import Directory
from bot.slack.pace import Pace
from bot.slack.platform import SlackPlatform
from bot.stores.keys import FileKeyVault
from bot.stores.lock import DirectoryLock
from bot.stores.sqlite import SqliteStore

T = TypeVar("T")

DATABASE = "aptbot.sqlite3"
BACKGROUND_THREADS = 8
RETRY_SECONDS = (1, 2, 5, 10, 30)
"""Waits between attempts to reach Slack; the last one is repeated."""

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

    def start(self) -> None:
        """Mend what a crash left, start the clock, and connect; returns when connected."""
        recover(self.deps)
        self.clockwork.start()
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
        self.clockwork.stop()
        self.context.background.shutdown(wait=True, cancel_futures=True)
        self.deps.store.close()
        self.lock.release()


class Waker:
    """Lets the services wake a clockwork that is built after them."""

    def __init__(self) -> None:
        """Wake nothing yet."""
        self.target: Callable[[], None] = lambda: None

    def __call__(self) -> None:
        """Wake the target."""
        self.target()


def build(
    settings: Settings,
    stopping: threading.Event,
    *,
    clock: Clock | None = None,
    store: Store | None = None,
    vault: KeyVault | None = None,
    open_box: BoxOpener | None = None,
) -> Bot:
    """Wire the bot for the workspace that the tokens belong to; waits until it can be reached.

    Raises SettingsError when a token is missing or refused, VocabularyError when the organisation's
    own words have mistakes, StoreError, KeyVaultError, Stopped.
    """
    adopt(load_vocabulary(settings.config_dir, settings.language))
    keep_loopback_direct()
    bot_token, app_token = (token.get_secret_value() for token in settings.require_slack())
    clock = clock or SystemClock()
    client = make_client(bot_token, settings.slack_api_url)
    with accepted(settings, "SLACK_BOT_TOKEN"):
        identity = persistently(partial(identify, client), stopping)
    calls = Calls(Pace(), clock.monotonic)
    people = Directory(client, calls, identity.team, clock.monotonic)
    platform = SlackPlatform(client, calls, people, identity)
    wake = Waker()
    lock = DirectoryLock(settings.data_dir, settings.key_dir)
    with released_on_failure(lock):
        store = store or SqliteStore(settings.data_dir / DATABASE)
        vault = vault or FileKeyVault(settings.key_dir)
    catalogue = DirectoryCatalogue(settings.dialogues_dir)
    deps = Deps(
        clock=clock,
        store=store,
        vault=vault,
        catalogue=catalogue,
        platform=platform,
        open_box=open_box or ChildBoxOpener(),
        terms=Terms(settings.language, settings.timezone.key, settings.quote_threshold),
        wake=wake,
    )
    admins = _admins(settings, identity.team)
    clockwork = _clockwork(deps, Watch(deps, catalogue, admins))
    wake.target = clockwork.wake
    context = Context(deps, platform, ThreadPoolExecutor(BACKGROUND_THREADS, "background"))
    app = make_app(bot_token, settings.slack_api_url, identity)
    register(app, context)
    return Bot(settings, deps, context, Line(app, app_token), clockwork, stopping, lock)


def _admins(settings: Settings, tenant: str) -> tuple[PersonKey, ...]:
    """Return those who look after the bot."""
    users = filter(None, settings.admins.split(","))
    return tuple(PersonKey(PLATFORM, tenant, user) for user in users)


def _clockwork(deps: Deps, watch: Watch) -> Clockwork:
    return Clockwork(
        (
            Pump("due", partial(run_due, deps)),
            Pump("starts", partial(run_starts, deps)),
            Pump("outbox", partial(send_pending, deps)),
            Pump("watch", watch.look),
        )
    )


@contextmanager
def released_on_failure(lock: DirectoryLock) -> Iterator[None]:
    """Give the lock back when what is inside fails."""
    try:
        yield
    except BaseException:
        lock.release()
        raise


@contextmanager
def accepted(settings: Settings, key: str) -> Iterator[None]:
    """Raise a platform's refusal inside as a SettingsError about the token with this key."""
    try:
        yield
    except PlatformError as error:
        problem = Problem(key, "refused", {"reason": str(error)})
        raise SettingsError([problem], settings.language) from error


class Stopped(Exception):
    """The bot was told to stop before it had started."""


def persistently(attempt: Callable[[], T], stopping: threading.Event) -> T:
    """Return what `attempt` returns, trying again while the platform can't be reached.

    Raises Stopped, and what `attempt` raises besides PlatformDown and RateLimited.
    """
    failures = 0
    while not stopping.is_set():
        try:
            return attempt()
        except (PlatformDown, RateLimited) as error:
            wait = RETRY_SECONDS[min(failures, len(RETRY_SECONDS) - 1)]
            if isinstance(error, RateLimited):
                wait = max(wait, int(error.retry_after))
            failures += 1
            log.warning("can't reach the platform (%s), trying again in %d s", error, wait)
            stopping.wait(wait)
    raise Stopped
