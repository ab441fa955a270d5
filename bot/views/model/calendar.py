"""What stands in a calendar."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from bot.views.model.base import View


class CalendarEvent(View):
    """One occasion. `id` names it for good, and `revision` grows with every change of it."""

    id: str
    revision: int
    starts_at: datetime
    minutes: int
    title: str
    text: str
    status: Literal["confirmed", "tentative", "cancelled"]


class TeamCalendar(View):
    """A team's plan as a calendar. `file` is what a file of it is called, without its ending."""

    name: str
    file: str
    timezone: str
    events: tuple[CalendarEvent, ...]
