"""Being connected to a workspace: who we are there, and the line that requests come in on."""

from __future__ import annotations

import logging
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from socket import IPPROTO_TCP, TCP_NODELAY

from slack_bolt import App
from slack_bolt.authorization import AuthorizeResult
from slack_sdk import WebClient
from slack_sdk.socket_mode.interval_runner import IntervalRunner

from bot.slack.client import make_client, quiet_logger
from bot.slack.errors import translated
from bot.slack.socket_mode import SteadyClient, SteadyHandler

THREADS = 32
"""Requests handled at the same time; most of that time is waiting for the disk."""

RECEIVE_BYTES = 16_384
PING_SECONDS = 2
"""How often the line is looked after. Cut, it is connected again at the next look; gone silent,
after five looks (the kit's own number). While that fails the looks grow rarer, up to 16 s."""


log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Identity:
    """Who the bot is in its workspace: the workspace's id, its user id and its bot id."""

    team: str
    user: str
    bot: str


def identify(client: WebClient) -> Identity:
    """Ask who the token belongs to. Raises PlatformError when it is refused, PlatformDown."""
    with translated():
        answer = client.auth_test()
    return Identity(str(answer["team_id"]), str(answer["user_id"]), str(answer.get("bot_id") or ""))


def make_app(token: str, api_url: str, identity: Identity) -> App:
    """Return a Bolt app that answers in the request's own thread.

    Who we are is known from the start, so that `authorize` never calls Slack. Without
    `process_before_response` Bolt would wait for every ack in sleeps of 10 ms. What Bolt checks of
    requests over HTTP does not apply: Socket Mode's line is authenticated as a whole.
    """
    who = AuthorizeResult(
        enterprise_id=None,
        team_id=identity.team,
        bot_id=identity.bot,
        bot_user_id=identity.user,
        bot_token=token,
    )
    return App(
        client=make_client(None, api_url),  # `authorize` gives the token
        logger=quiet_logger(),
        authorize=partial(_authorised, who),
        process_before_response=True,
        request_verification_enabled=False,
        ssl_check_enabled=False,
        url_verification_enabled=False,
        ignoring_self_events_enabled=False,
    )


def _authorised(who: AuthorizeResult) -> AuthorizeResult:
    return who


class Line:
    """The Socket Mode connection of an app. It mends itself once it has been connected."""

    def __init__(self, app: App, app_token: str) -> None:
        """Prepare the connection with the app-level token."""
        client = SteadyClient(
            app_token,
            logger=app.logger,
            web_client=app.client,
            concurrency=THREADS,
            receive_buffer_size=RECEIVE_BYTES,
            ping_interval=PING_SECONDS,
            on_message_listeners=[self._send_at_once],
        )
        # The kit takes a proxy from the environment anew; the app's client knows better.
        client.proxy = app.client.proxy
        self._handler = SteadyHandler(app, client)
        self._session = ""
        self._watch = IntervalRunner(self._look, PING_SECONDS)

    def connect(self) -> None:
        """Connect. Raises PlatformError when the token is refused, PlatformDown."""
        with translated():
            self._handler.client.connect_to_new_endpoint(force=True)
        self._session = self._handler.client.session_id() or ""
        self._watch.start()

    def _look(self) -> None:
        """Log when the line is lost and when it is there again; the kit itself logs nothing."""
        client = self._handler.client
        session = (client.session_id() or "") if client.is_connected() else ""
        if session == self._session:
            return
        if not session:
            log.warning("connection lost, trying to connect again")
        else:
            log.info("connection renewed" if self._session else "connected again")
        self._session = session

    def _send_at_once(self, _: str) -> None:
        """Have the acks leave at once, however many there are.

        By default the network holds a small message back, up to 40 ms, while another is on its
        way. A mended connection is a new socket, so this is set with every message: it costs less
        than a microsecond.
        """
        session = self._handler.client.current_session
        sock = session.sock if session else None
        if sock is not None:
            # Closed by now, that is no reason for the kit to drop what came in together with this.
            with suppress(OSError):
                sock.setsockopt(IPPROTO_TCP, TCP_NODELAY, 1)

    def close(self) -> None:
        """Take no more requests; those under way are finished, and acknowledged."""
        if self._watch.is_alive():
            self._watch.shutdown()  # type: ignore[no-untyped-call]  # the kit leaves it so
        self._handler.client.close()
