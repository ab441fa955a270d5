"""Turning reminders on and off: for oneself, in the reminder or in the app's home."""

from __future__ import annotations

from bot.handlers.context import Context
from bot.handlers.payloads import Incoming
from bot.services import overview, reminders
from bot.views.model import ReplyView
from bot.views.reminder import OFF, ON


def switch(context: Context, incoming: Incoming) -> ReplyView:
    """Turn reminders on or off, and show the reminder or the home as it is to stand then."""
    wanted, _, round_id = incoming.text.partition(" ")
    if wanted not in (ON, OFF):
        raise ValueError("neither on nor off")
    reminders.switch(context.deps, incoming.request, on=wanted == ON)
    if round_id:
        return reminders.shown(context.deps, incoming.request, round_id)
    return overview.home(context.deps, incoming.request.actor)
