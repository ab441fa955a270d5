"""The only wiring: settings in, a running bot out. Every port can be replaced by keyword."""

from __future__ import annotations

import logging
import socket
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import NamedTuple

from bot.bootstrap.places import DATABASE, Places, take_places
from bot.bootstrap.running import Bot, accepted, spare_the_collector
from bot.box.opener import ChildBoxOpener
from bot.charts import alt_text, render
from bot.clock import SystemClock
from bot.content import AreaFile, DirectoryCatalogue, YearFile, load_vocabulary
from bot.domain.feed import Feed
from bot.domain.people import PersonKey
from bot.drafting import HttpDrafter
from bot.handlers.context import Context
from bot.handlers.payloads import PLATFORM
from bot.handlers.register import register
from bot.locales import adopt
from bot.ports import BoxOpener, Clock, KeyVault, Proofreader, Store
from bot.scheduler import Clockwork, Pump
from bot.services.deps import Deps, Terms
from bot.services.due import run_drafts, run_due, run_starts
from bot.services.outbox import hurry, send_pending
from bot.services.watching import Watch
from bot.services.yearfile import YearKeeper
from bot.settings import Settings, keep_loopback_direct
from bot.slack.client import Calls, make_client
from bot.slack.connection import Identity, Line, identify, make_app
from bot.slack.directory import Directory
from bot.slack.limits import FILE_ALT_TEXT
from bot.slack.pace import Pace
from bot.slack.patience import persistently
from bot.slack.pictures import Drawing, Pictures
from bot.slack.platform import SlackPlatform
from bot.stores.secret_files import calendar_secret, wish_secret
from bot.views.model.charts import ChartView
from bot.views.watch import FileKind
from bot.web import WebServer, build_app

__all__ = ["DATABASE", "Bot", "build", "drawing", "spare_the_collector"]

BACKGROUND_THREADS = 8

log = logging.getLogger(__name__)


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
    clock = clock or SystemClock()
    slack = _reach_slack(settings, stopping, clock)
    files = _find_files(settings, slack.person)
    places = take_places(settings, stopping, store, vault, practising=practising)
    wake = Waker()
    deps = _deps(settings, clock, slack, files, places, open_box or ChildBoxOpener(), wake)
    clockwork = _clockwork(deps, files, slack.identity.team)
    wake.target = clockwork.wake
    slack.pictures.on_ready = partial(hurry, deps)
    threads = ThreadPoolExecutor(BACKGROUND_THREADS, "background")
    context = Context(deps, slack.platform, threads)
    line = _line(settings, slack.identity, context)
    web = WebServer(build_app(deps), places.door) if places.door else None
    return Bot(settings, deps, context, line, clockwork, stopping, places.lock, web)


class _Slack(NamedTuple):
    """The workspace that the tokens belong to."""

    identity: Identity
    person: Callable[[str], PersonKey]
    pictures: Pictures
    platform: SlackPlatform


def _reach_slack(settings: Settings, stopping: threading.Event, clock: Clock) -> _Slack:
    """Return the workspace; waits until it can be reached. Raises SettingsError, Stopped."""
    bot_token, _ = settings.require_slack()
    client = make_client(bot_token.get_secret_value(), settings.slack_api_url)
    with accepted(settings, "SLACK_BOT_TOKEN"):
        identity = persistently(partial(identify, client), stopping)
    calls = Calls(Pace(), clock.monotonic)
    people = Directory(client, calls, identity.team, clock.monotonic)
    pictures = Pictures(drawing, client, calls, clock.monotonic)
    platform = SlackPlatform(client, calls, people, identity, pictures)
    return _Slack(identity, partial(PersonKey, PLATFORM, identity.team), pictures, platform)


class _Files(NamedTuple):
    """What the organisation writes."""

    dialogues: DirectoryCatalogue
    areas: AreaFile
    year: YearFile


def _find_files(settings: Settings, person: Callable[[str], PersonKey]) -> _Files:
    """Return the files, each of which is read again when it changes. Raises AreasError."""
    dialogues = DirectoryCatalogue(settings.dialogues_dir)
    areas = AreaFile(settings.config_dir, person, settings.language)
    return _Files(dialogues, areas, YearFile(settings.config_dir, dialogues))


def _deps(
    settings: Settings,
    clock: Clock,
    slack: _Slack,
    files: _Files,
    places: Places,
    open_box: BoxOpener,
    wake: Waker,
) -> Deps:
    """Return what the services are given. Raises KeyVaultError."""
    return Deps(
        clock=clock,
        store=places.store,
        vault=places.vault,
        catalogue=files.dialogues,
        platform=slack.platform,
        open_box=open_box,
        terms=Terms(settings.language, settings.timezone.key, settings.quote_threshold),
        wake=wake,
        feed=_feed(settings, places.door) if places.door else None,
        areas=files.areas.areas,
        admins=frozenset(map(slack.person, filter(None, settings.admins.split(",")))),
        wish_secret=wish_secret(settings.key_dir),
        drafter=_drafter(settings),
    )


def _line(settings: Settings, identity: Identity, context: Context) -> Line:
    """Return the connection on which the workspace's events come in."""
    bot_token, app_token = (token.get_secret_value() for token in settings.require_slack())
    app = make_app(bot_token, settings.slack_api_url, identity)
    register(app, context)
    return Line(app, app_token)


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


def _clockwork(deps: Deps, files: _Files, tenant: str) -> Clockwork:
    """Return what works by the clock."""
    proofreaders: dict[FileKind, Proofreader] = {
        FileKind.DIALOGUES: files.dialogues,
        FileKind.AREAS: files.areas,
        FileKind.YEAR: files.year,
    }
    return Clockwork(
        (
            Pump("due", partial(run_due, deps)),
            Pump("starts", partial(run_starts, deps)),
            Pump("drafts", partial(run_drafts, deps)),
            Pump("outbox", partial(send_pending, deps)),
            Pump("watch", Watch(deps, proofreaders, sorted(deps.admins)).look),
            Pump("year", YearKeeper(deps, files.year, tenant).look),
        )
    )
