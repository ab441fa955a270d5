"""`/apt kalender`: the plan in people's own calendars, as a link and as a file."""

from __future__ import annotations

from bot.calendars import team_calendar
from bot.handlers.context import Context
from bot.handlers.files import File, Said, deliver
from bot.handlers.payloads import Incoming
from bot.services import calendars
from bot.views import calendar as view
from bot.views.model import ReplyView


def show(context: Context, incoming: Incoming, _: str) -> ReplyView:
    """Show how to get the plan into one's calendar."""
    return calendars.page(context.deps, incoming.request)


def pressed(context: Context, incoming: Incoming) -> ReplyView:
    """Show it from where it is told of."""
    return show(context, incoming, "")


def send_file(context: Context, incoming: Incoming) -> None:
    """Send the plan to whoever pressed, as a file in private; word of it comes afterwards."""
    calendar = calendars.current(context.deps, incoming.request)
    greeting = view.greeting(context.words(incoming.request))

    def file() -> list[File]:
        return [File(f"{calendar.file}.ics", team_calendar(calendar, context.deps.clock.now()))]

    deliver(context, incoming, file, Said(greeting, lambda _, w: view.sent(w), view.not_sent))


def renew(context: Context, incoming: Incoming) -> ReplyView:
    """Replace the link, and show the new one."""
    team_id, generation = incoming.text.split(" ")
    return calendars.renew(context.deps, incoming.request, team_id, int(generation))
