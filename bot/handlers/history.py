"""`/apt resultat`: earlier results, a year or a quarter taken together, and files to take along."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from bot.charts import alt_text, render
from bot.domain.periods import ReportPeriod
from bot.errors import PlatformError, origin
from bot.exports import EXPORTS
from bot.handlers.context import Context
from bot.handlers.payloads import Incoming
from bot.services import history
from bot.slack.limits import FILE_ALT_TEXT
from bot.views import history as view
from bot.views.model import Note, ReplyView
from bot.views.model.export import Development

MOST_REPLIES = 5
"""So many private answers Slack takes for one press."""

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class File:
    """A file to send: its name with its ending, and a picture's content in words."""

    name: str
    content: bytes
    alt: str = ""


def show(context: Context, incoming: Incoming, wanted: str) -> ReplyView:
    """Show the list of results or, when a year or a quarter is named, that period."""
    if not wanted.strip():
        return history.page(context.deps, incoming.request)
    period = history.asked_period(context.deps, incoming.request, wanted)
    return history.development(context.deps, incoming.request, period).sheet


def paged(context: Context, incoming: Incoming) -> ReplyView:
    """Show another page of the list."""
    offset = int(incoming.text) if incoming.text.isdecimal() else 0
    return history.page(context.deps, incoming.request, offset)


def show_round(context: Context, incoming: Incoming) -> None:
    """Show a summary again; what does not fit into one answer follows in further ones."""
    pages = history.shown(context.deps, incoming.request, incoming.text)
    views: list[ReplyView] = list(pages[:MOST_REPLIES])
    if len(pages) > MOST_REPLIES:
        views[-1] = view.more_in_file(context.words(incoming.request))
    context.reply_all(incoming.response_url, views)


def show_period(context: Context, incoming: Incoming) -> ReplyView:
    """Show a year or a quarter."""
    period = ReportPeriod.parse(incoming.text)
    return history.development(context.deps, incoming.request, period).sheet


def send_file(context: Context, incoming: Incoming) -> None:
    """Send the results to whoever pressed, as a file in private; word of it comes afterwards."""
    said, format_ = incoming.text.split(" ")
    period = ReportPeriod.parse(said)
    export = history.file(context.deps, incoming.request, period)

    def files() -> list[File]:
        if format_ == view.PICTURE:
            return _pictures(export.development, export.file)
        content = b"".join(EXPORTS[format_]([export]))
        return [File(f"{export.file}.{format_}", content)]

    def send() -> Note:
        return _sent(context, incoming, files(), export.development.sheet.title)

    context.later(
        lambda: context.reply(incoming.response_url, context.answer(incoming.request, send))
    )


def _pictures(development: Development, name: str) -> list[File]:
    several = len(development.pictures) > 1
    return [
        File(
            f"{name}-{number}.png" if several else f"{name}.png",
            render(chart, "light").png,
            alt_text(chart, FILE_ALT_TEXT),
        )
        for number, chart in enumerate(development.pictures, start=1)
    ]


def _sent(context: Context, incoming: Incoming, files: list[File], greeting: str) -> Note:
    """Send the files; return what came of it."""
    w = context.words(incoming.request)
    try:
        for each in files:
            context.slack.send_file(
                incoming.request.actor.user, each.name, each.content, greeting, alt=each.alt
            )
    except PlatformError as problem:
        log.warning("results could not be sent: %s", origin(problem))
        return view.not_sent(w)
    return view.sent(len(files), w)
