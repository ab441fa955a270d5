"""The only wiring: settings in, a running bot out. Every port can be replaced by keyword."""

from __future__ import annotations

import errno
import logging
import socket
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial

from bot.box.opener import ChildBoxOpener
from bot.charts import alt_text, render
from bot.clock import SystemClock
from bot.content import AreaFile, DirectoryCatalogue, YearFile, load_vocabulary
from bot.domain.feed import Feed
from bot.domain.people import PersonKey
from bot.drafting import HttpDrafter
from bot.errors import PlatformError
from bot.handlers.context import Context
from bot.handlers.payloads import PLATFORM
from bot.handlers.register import register
from bot.locales import adopt
from bot.ports import BoxOpener, Clock, KeyVault, Proofreader, Store
from bot.scheduler import Clockwork, Pump
from bot.services import areas
from bot.services.deps import Deps, Terms
from bot.services.due import run_drafts, run_due, run_starts
from bot.services.outbox import hurry, send_pending
from bot.services.recovery import recover, take_in_use
from bot.services.watching import Watch
from bot.services.yearfile import YearKeeper
from bot.settings import Problem, Settings, SettingsError, keep_loopback_direct
from bot.slack.client import Calls, make_client
from bot.slack.connection import Line, identify, make_app
from bot.slack.directory import Directory
from bot.slack.limits import FILE_ALT_TEXT
from bot.slack.pace import Pace
from bot.slack.patience import Stopped, persistently
from bot.slack.pictures import Drawing, Pictures
from bot.slack.platform import SlackPlatform
from bot.stores.keys import FileKeyVault
from bot.stores.lock import DirectoryLock, Starting
from bot.stores.secret_files import calendar_secret, wish_secret
from bot.stores.sqlite import SqliteStore
from bot.views.model.charts import ChartView
from bot.views.watch import FileKind
from bot.web import WebServer, build_app, listen

DATABASE = "aptbot.sqlite3"
BACKGROUND_THREADS = 8
LOOK_AGAIN = 0.2
"""Seconds until it is looked again whether another process has started."""

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
    practising: bool = False,
) -> Bot:
    """Wire the bot for the workspace that the tokens belong to; waits until it can be reached.

    When `practising`, calendars are served on a free port of this machine if on no other. Raises
    SettingsError when a token is missing or refused or a port can't be had, VocabularyError when
    the organisation's own words have mistakes, AreasError when its areas have, StoreError,
    KeyVaultError, Stopped.
    """
    adopt(load_vocabulary(settings.config_dir, settings.language))
    keep_loopback_direct()
    bot_token, app_token = (token.get_secret_value() for token in settings.require_slack())
    clock = clock or SystemClock()
    client = make_client(bot_token, settings.slack_api_url)
    with accepted(settings, "SLACK_BOT_TOKEN"):
        identity = persistently(partial(identify, client), stopping)
    person = partial(PersonKey, PLATFORM, identity.team)
    area_file = AreaFile(settings.config_dir, person, settings.language)
    calls = Calls(Pace(), clock.monotonic)
    people = Directory(client, calls, identity.team, clock.monotonic)
    pictures = Pictures(drawing, client, calls, clock.monotonic)
    platform = SlackPlatform(client, calls, people, identity, pictures)
    wake = Waker()
    lock = _admitted(settings, stopping)
    with released_on_failure(lock):
        store = store or SqliteStore(settings.data_dir / DATABASE, may_migrate=lock.first)
        vault = vault or FileKeyVault(settings.key_dir)
        take_in_use(store, vault)
        door = _door(settings, practising=practising)
    catalogue = DirectoryCatalogue(settings.dialogues_dir)
    admins = tuple(map(person, filter(None, settings.admins.split(","))))
    deps = Deps(
        clock=clock,
        store=store,
        vault=vault,
        catalogue=catalogue,
        platform=platform,
        open_box=open_box or ChildBoxOpener(),
        terms=Terms(settings.language, settings.timezone.key, settings.quote_threshold),
        wake=wake,
        feed=_feed(settings, door) if door else None,
        areas=area_file.areas,
        admins=frozenset(admins),
        wish_secret=wish_secret(settings.key_dir),
        drafter=_drafter(settings),
    )
    year = YearFile(settings.config_dir, catalogue)
    files: dict[FileKind, Proofreader] = {
        FileKind.DIALOGUES: catalogue,
        FileKind.AREAS: area_file,
        FileKind.YEAR: year,
    }
    keeper = YearKeeper(deps, year, identity.team)
    clockwork = _clockwork(deps, Watch(deps, files, admins), keeper)
    wake.target = clockwork.wake
    pictures.on_ready = partial(hurry, deps)
    context = Context(deps, platform, ThreadPoolExecutor(BACKGROUND_THREADS, "background"))
    app = make_app(bot_token, settings.slack_api_url, identity)
    register(app, context)
    web = WebServer(build_app(deps), door) if door else None
    return Bot(settings, deps, context, Line(app, app_token), clockwork, stopping, lock, web)


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


def _drafter(settings: Settings) -> HttpDrafter | None:
    """Return the language model that reads comments, None where nothing is to be sent."""
    if not settings.draft_url:
        return None
    key = settings.draft_key.get_secret_value() if settings.draft_key else ""
    log.info("drafts are on: comments that may be shown are sent to %s", settings.draft_url)
    return HttpDrafter(settings.draft_url, settings.draft_model, settings.draft_timeout, key)


def _feed(settings: Settings, door: socket.socket) -> Feed:
    """Return where people's calendars find theirs. Raises KeyVaultError."""
    host, port = door.getsockname()[:2]
    here = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
    return Feed(settings.public_url or here, calendar_secret(settings.key_dir))


def drawing(chart: ChartView) -> Drawing:
    """Draw for Slack, which does not tell who reads with a dark page: light for all."""
    picture = render(chart, "light")
    return Drawing(picture.png, picture.alt, alt_text(chart, FILE_ALT_TEXT))


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


def _clockwork(deps: Deps, watch: Watch, keeper: YearKeeper) -> Clockwork:
    return Clockwork(
        (
            Pump("due", partial(run_due, deps)),
            Pump("starts", partial(run_starts, deps)),
            Pump("drafts", partial(run_drafts, deps)),
            Pump("outbox", partial(send_pending, deps)),
            Pump("watch", watch.look),
            Pump("year", keeper.look),
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
