"""`/apt …`: one function for each command."""

from __future__ import annotations

from collections.abc import Callable

from slack_bolt import Ack

from bot.domain.commands import CommandKind, minutes, parse
from bot.errors import NoTeam
from bot.handlers import (
    adaptation,
    calendars,
    commitments,
    continuity,
    history,
    payloads,
    plan,
    privacy,
    rolling,
    setup,
    talk,
    team,
)
from bot.handlers.context import Context
from bot.handlers.payloads import Body, Incoming
from bot.services import areas, overview, sessions
from bot.slack.render import render_message
from bot.views.model import ReplyView
from bot.views.replies import note

Handler = Callable[[Context, Incoming, str], ReplyView | None]


def handle(context: Context, body: Body, ack: Ack) -> None:
    """Answer a slash command in its acknowledgement."""
    incoming = payloads.command(body)

    def work() -> ReplyView | None:
        command = parse(incoming.text)
        return HANDLERS[command.kind](context, incoming, command.argument)

    view = context.answer(incoming.request, work)
    if view is None:
        ack()
    else:
        said = render_message(view)
        ack(response_type="ephemeral", unfurl_links=False, unfurl_media=False, **said)


def start(context: Context, incoming: Incoming, wanted: str) -> ReplyView | None:
    """Start a theme; without one, show the themes; the first time, ask who leads."""
    if not wanted.strip():
        return overview.themes(context.deps, incoming.request)
    try:
        ref = sessions.check_start(context.deps, incoming.request, wanted)
    except NoTeam:
        setup.ask(context, incoming, wanted)
        return None
    sessions.start(context.deps, incoming.request, ref)
    return overview.starting(context.deps, incoming.request, ref)


def _menu(context: Context, incoming: Incoming, _: str) -> ReplyView:
    return overview.menu(context.deps, incoming.request)


def _help(context: Context, incoming: Incoming, _: str) -> ReplyView:
    return overview.help_text(context.deps, incoming.request)


def _themes(context: Context, incoming: Incoming, wanted: str) -> ReplyView:
    return overview.themes(context.deps, incoming.request, wanted)


def _show(context: Context, incoming: Incoming, wanted: str) -> ReplyView:
    if not wanted.strip():
        return overview.themes(context.deps, incoming.request)
    return overview.preview(context.deps, incoming.request, wanted)


def _status(context: Context, incoming: Incoming, _: str) -> ReplyView:
    return overview.status(context.deps, incoming.request)


def _next(context: Context, incoming: Incoming, _: str) -> ReplyView:
    session = sessions.next_step(context.deps, incoming.request)
    return overview.moved(context.deps, incoming.request, session)


def _pause(context: Context, incoming: Incoming, _: str) -> ReplyView:
    sessions.pause(context.deps, incoming.request)
    return note(context.words(incoming.request), "reply-paused")


def _resume(context: Context, incoming: Incoming, _: str) -> ReplyView:
    sessions.resume(context.deps, incoming.request)
    return note(context.words(incoming.request), "reply-resumed")


def _extend(context: Context, incoming: Incoming, text: str) -> ReplyView:
    more = minutes(text)
    sessions.extend(context.deps, incoming.request, more)
    return note(context.words(incoming.request), "reply-extended", minutes=more)


def _stop(context: Context, incoming: Incoming, _: str) -> ReplyView:
    session = sessions.stop(context.deps, incoming.request)
    return overview.over(context.deps, incoming.request, session)


def _cancel(context: Context, incoming: Incoming, _: str) -> ReplyView:
    return overview.ask_cancel(context.deps, incoming.request)


def _area(context: Context, incoming: Incoming, wanted: str) -> ReplyView:
    return areas.page(context.deps, incoming.request, wanted)


HANDLERS: dict[CommandKind, Handler] = {
    CommandKind.MENU: _menu,
    CommandKind.HELP: _help,
    CommandKind.THEMES: _themes,
    CommandKind.SHOW: _show,
    CommandKind.START: start,
    CommandKind.STATUS: _status,
    CommandKind.NEXT: _next,
    CommandKind.PAUSE: _pause,
    CommandKind.RESUME: _resume,
    CommandKind.EXTEND: _extend,
    CommandKind.STOP: _stop,
    CommandKind.CANCEL: _cancel,
    CommandKind.TEAM: team.show,
    CommandKind.PRIVACY: privacy.command,
    CommandKind.CARD: talk.card,
    CommandKind.MIRROR: talk.mirror,
    CommandKind.CHECKLIST: talk.checklist,
    CommandKind.SURVEY: rolling.show,
    CommandKind.LOG: adaptation.show,
    CommandKind.COMMITMENTS: commitments.show,
    CommandKind.PLAN: plan.show,
    CommandKind.CALENDAR: calendars.show,
    CommandKind.WISH: continuity.wish,
    CommandKind.AREA: _area,
    CommandKind.RESULTS: history.show,
}
