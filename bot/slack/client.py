"""Calls to Slack: the client, and one way for all calls, paced and with our own errors."""

from __future__ import annotations

import logging
import ssl
import time
from collections.abc import Callable
from functools import cache
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

from slack_sdk import WebClient
from slack_sdk.web import SlackResponse
from slack_sdk.webhook import WebhookClient

from bot.errors import PlatformDown, RateLimited
from bot.slack.errors import of_reply, translated
from bot.slack.pace import Pace
from bot.slack.render import render_message
from bot.views.model import ReplyView

TIMEOUT: Final = 10
"""Seconds before a call is given up."""

PAUSE: Final = 1.0
"""Seconds before a reply is tried again."""

LONGEST_PAUSE: Final = 10.0
"""A reply that would have to wait longer than this many seconds comes too late to be of use."""

KIT: Final = ("slack_sdk", "slack_bolt")


def make_client(token: str | None, api_url: str, timeout: float = TIMEOUT) -> WebClient:
    """Return a client whose every call goes to `api_url` and is tried once.

    The kit's own retries are left out: they hide 429 from the pace, and after a broken connection
    they could post a message twice.
    """
    client = WebClient(
        token=token,
        base_url=api_url,
        timeout=timeout,  # type: ignore[arg-type]  # handed to the socket, which takes fractions
        retry_handlers=[],
        logger=quiet_logger(),
        ssl=_trusted(),
    )
    if _is_loopback(api_url):
        client.proxy = None  # the kit takes a proxy from the environment and knows no exceptions
    return client


class Calls:
    """Makes the calls of one workspace. Safe to share between threads."""

    def __init__(self, pace: Pace, monotonic: Callable[[], float]) -> None:
        """`monotonic` returns seconds that only ever grow."""
        self._pace = pace
        self._monotonic = monotonic

    def __call__(
        self, method: Callable[..., SlackResponse], *, place: str = "", **arguments: object
    ) -> SlackResponse:
        """Call a method of the client; `place` is the conversation whose rate it counts against.

        Raises RateLimited, also without asking Slack, and the other errors of `bot.errors`.
        """
        name = _name(method)
        wait = self._pace.wait(name, place, self._monotonic())
        if wait > 0:
            raise RateLimited(wait)
        try:
            with translated():
                return method(**arguments)
        except RateLimited as error:
            self._pace.stop(name, error.retry_after, self._monotonic())
            raise

    def takes(self, method: Callable[..., SlackResponse]) -> bool:
        """Whether the workspace has room for a call of the method now."""
        return self._pace.takes(_name(method), self._monotonic())


def _name(method: Callable[..., SlackResponse]) -> str:
    """Return what Slack calls the client's method."""
    return method.__name__.replace("_", ".", 1)


def respond(url: str, view: ReplyView, *, replace: bool = False) -> None:
    """Show a private answer at a `response_url`, tried once more when that may help.

    With `replace` it takes the place of the private answer that was pressed.

    May wait some seconds. Raises PlatformError, PlatformDown, RateLimited.
    """
    try:
        _send(url, view, replace=replace)
    except (PlatformDown, RateLimited) as error:
        wait = error.retry_after if isinstance(error, RateLimited) else PAUSE
        if wait > LONGEST_PAUSE:
            raise
        time.sleep(wait)
        _send(url, view, replace=replace)


def _send(url: str, view: ReplyView, *, replace: bool) -> None:
    webhook = WebhookClient(
        url, timeout=TIMEOUT, ssl=_trusted(), logger=quiet_logger(), retry_handlers=[]
    )
    if _is_loopback(url):
        webhook.proxy = None
    body = {
        "response_type": "ephemeral",
        "replace_original": replace,
        "unfurl_links": False,
        "unfurl_media": False,
        **render_message(view),
    }
    with translated():
        answer = webhook.send_dict(body)
    error = of_reply(answer.status_code, answer.body, dict(answer.headers))
    if error:
        raise error


def quiet_logger() -> logging.Logger:
    """Return the logger for Bolt and the kit, which tells nothing.

    They log whole messages, error texts, tracebacks and the line's address with its ticket, at
    ERROR as well. What is worth knowing of it is logged by our own code.
    """
    for name in KIT:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    logger = logging.getLogger("bot.slack.kit")
    logger.setLevel(logging.CRITICAL)
    return logger


@cache
def _trusted() -> ssl.SSLContext:
    """Return whom to trust, read once: without it the kit reads all certificates at every call."""
    return ssl.create_default_context()


def _is_loopback(url: str) -> bool:
    host = urlsplit(url).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
