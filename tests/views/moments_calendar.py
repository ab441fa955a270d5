"""The page that tells how to get the plan into one's own calendar."""

from __future__ import annotations

from collections.abc import Callable

from bot.locales import Words
from bot.views import calendar
from bot.views.model import View
from tests.services.people import team

Draw = Callable[[Words], View]

ADDRESS = f"https://apt.example/kalender/0123456789abcdef-{'0' * 32}.ics"


def _page(address: str = ADDRESS, planned: int = 5, *, leads: bool = True) -> Draw:
    return lambda w: calendar.page(team(), address, planned, leads, w)


CALENDAR_MOMENTS: dict[str, Draw] = {
    "calendar-page": _page(),
    "calendar-page-member": _page(leads=False, planned=1),
    "calendar-page-no-plan": _page(planned=0),
    "calendar-page-no-link": _page(""),
    "calendar-sent": calendar.sent,
    "calendar-not-sent": calendar.not_sent,
}
"""Every moment by its name, as in `tests.views.moments`."""
