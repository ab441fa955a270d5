"""Calls to Slack: the client, and one way for all calls, paced and with our own errors."""

from __future__ import annotations

import logging
import ssl
from collections.abc import Callable
from functools import cache
from ipaddress import ip_address
from typing import Final
from urllib.parse import urlsplit

from slack_sdk import WebClient
from slack_sdk.web import SlackResponse

from bot.errors import RateLimited
from bot.slack.errors import translated
from bot.slack.pace import Pace

TIMEOUT: Final = 10
"""Seconds before a call is given up."""


def make_client(token: str | None, api_url: str, timeout: int = TIMEOUT) -> WebClient:
    """Return a client whose every call goes to `api_url` and is tried once.

    The kit's own retries are left out: they hide 429 from the pace, and after a broken connection
    they could post a message twice.
    """
    client = WebClient(
        token=token,
        base_url=api_url,
        timeout=timeout,
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
        name = method.__name__.replace("_", ".", 1)
        wait = self._pace.wait(name, place, self._monotonic())
        if wait > 0:
            raise RateLimited(wait)
        try:
            with translated():
                return method(**arguments)
        except RateLimited as error:
            self._pace.stop(name, error.retry_after, self._monotonic())
            raise


def quiet_logger() -> logging.Logger:
    """Return a logger that never tells what is sent: at DEBUG the kit logs whole messages."""
    logger = logging.getLogger("bot.slack.kit")
    logger.setLevel(logging.ERROR)
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
