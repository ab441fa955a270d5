"""`/apt resultat`: earlier results, a year or a quarter taken together, and files to take along."""

from __future__ import annotations

from bot.charts import alt_text, render
from bot.domain.periods import ReportPeriod
from bot.exports import EXPORTS
from bot.handlers.context import Context
from bot.handlers.files import File, Said, deliver
from bot.handlers.payloads import Incoming
from bot.services import history
from bot.slack.limits import FILE_ALT_TEXT
from bot.views import development as view
from bot.views.model import ReplyView
from bot.views.model.export import Development

MOST_REPLIES = 5
"""So many private answers Slack takes for one press."""


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
    named, format_ = incoming.text.split(" ")
    period = ReportPeriod.parse(named)
    export = history.file(context.deps, incoming.request, period)

    def files() -> list[File]:
        if format_ == view.PICTURE:
            return _pictures(export.development, export.file)
        content = b"".join(EXPORTS[format_]([export]))
        return [File(f"{export.file}.{format_}", content)]

    said = Said(export.development.sheet.title, view.sent, view.not_sent)
    deliver(context, incoming, files, said)


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
