"""`/apt kalender`: the plan in people's own calendars, as a link and as a file."""

from __future__ import annotations

import logging

from bot.calendars import team_calendar
from bot.errors import PlatformError, origin
from bot.handlers.context import Context
from bot.handlers.payloads import Incoming
from bot.services import calendars
from bot.views import calendar as view
from bot.views.model import Note, ReplyView, TeamCalendar

log = logging.getLogger(__name__)


def show(context: Context, incoming: Incoming, _: str) -> ReplyView:
    """Show how to get the plan into one's calendar."""
    return calendars.page(context.deps, incoming.request)


def pressed(context: Context, incoming: Incoming) -> ReplyView:
    """Show it from where it is told of."""
    return show(context, incoming, "")


def send_file(context: Context, incoming: Incoming) -> None:
    """Send the plan to whoever pressed, as a file in private; word of it comes afterwards."""
    calendar = calendars.current(context.deps, incoming.request)
    context.later(lambda: context.reply(incoming.response_url, _sent(context, incoming, calendar)))


def renew(context: Context, incoming: Incoming) -> ReplyView:
    """Replace the link, and show the new one."""
    team_id, generation = incoming.text.split(" ")
    return calendars.renew(context.deps, incoming.request, team_id, int(generation))


def _sent(context: Context, incoming: Incoming, calendar: TeamCalendar) -> Note:
    """Send the file; return what came of it."""
    w = context.words(incoming.request)
    content = team_calendar(calendar, context.deps.clock.now())
    user, name = incoming.request.actor.user, f"{calendar.file}.ics"
    try:
        context.slack.send_file(user, name, content, view.greeting(w))
    except PlatformError as problem:
        log.warning("a calendar could not be sent: %s", origin(problem))
        return view.not_sent(w)
    return view.sent(w)
