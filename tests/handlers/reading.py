"""Slack's payloads as the handlers read them."""

from __future__ import annotations

from typing import Any

from bot.handlers import payloads
from bot.handlers.payloads import Incoming
from tests.handlers import bodies

Json = dict[str, Any]


def ours(body: Json) -> payloads.Body:
    """Return the body as the handlers get it."""
    return payloads.of_workspace(body, bodies.TEAM)


def action(body: Json) -> Incoming:
    """Read a press."""
    return payloads.action(ours(body))


def submission(body: Json) -> Incoming:
    """Read a form that is handed in."""
    return payloads.submission(ours(body))
