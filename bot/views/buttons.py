"""Buttons that stand in more than one view."""

from __future__ import annotations

from bot.locales import Words
from bot.views.actions import Action
from bot.views.model import Button


def privacy_button(round_id: str, w: Words) -> Button:
    """Return the way to how answers are protected; without a round, of the nearest one."""
    return Button(action=Action.PRIVACY, label=w("privacy-button"), value=round_id)


def calendar_button(w: Words) -> Button:
    """Return the way to getting the plan into one's own calendar."""
    return Button(action=Action.CALENDAR, label=w("calendar-button"))
