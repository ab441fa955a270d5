"""How answers are protected, and what a manager sees: forms to read."""

from __future__ import annotations

import logging

from bot.domain.request import Request
from bot.errors import FormExpired, PlatformError, UserError, origin
from bot.handlers.context import Context, bare, explain, in_channel
from bot.handlers.payloads import Incoming
from bot.services import privacy
from bot.slack import box
from bot.views.model import Receipt, ReplyView, Seen
from bot.views.privacy import as_reply

log = logging.getLogger(__name__)


def command(context: Context, incoming: Incoming, _: str) -> ReplyView | None:
    """Open the page about the channel's round."""
    return _page(context, incoming, "")


def pressed(context: Context, incoming: Incoming) -> ReplyView | None:
    """Open the page about the round whose button was pressed."""
    return _page(context, incoming, incoming.text)


def seen(context: Context, incoming: Incoming) -> None:
    """Open what the manager sees, from the page as a private answer."""
    view = privacy.preview(context.deps, incoming.request, incoming.text)
    context.slack.open_form(incoming.trigger_id, view)


def pressed_in_form(context: Context, incoming: Incoming, metadata: str) -> None:
    """Lay the page on top of the form that is being filled in, which stays as it is.

    When that comes too late nothing can be said: there is no channel to say it in, and in the
    form it would cost what has been written. The button is still there.
    """
    _, channel = box.load(metadata)
    request = in_channel(incoming.request, channel)
    page = privacy.page(context.deps, request, incoming.text)
    context.slack.push_form(incoming.trigger_id, page)


def seen_in_form(context: Context, incoming: Incoming, channel: str) -> None:
    """Lay what the manager sees on top of the page, which carries the channel it stands in.

    When that comes too late it takes the page's place, in which nothing has been written.
    """
    request = in_channel(incoming.request, channel)
    view = _seen(context, request, incoming.text)
    try:
        context.slack.push_form(incoming.trigger_id, view)
    except (FormExpired, PlatformError):
        context.slack.update_form(incoming.view_id, view)


def _seen(context: Context, request: Request, round_id: str) -> Seen | Receipt:
    """Return what the manager sees, or why it can't be shown."""
    try:
        return privacy.preview(context.deps, request, round_id)
    except UserError as problem:
        w = context.words(request)
        text = bare(explain(problem, w).text)
        return Receipt(title=w("privacy-title"), lines=(text,), close=w("receipt-close"))


def _page(context: Context, incoming: Incoming, round_id: str) -> ReplyView | None:
    """Open the page, or say the same as a private answer if that can't be done in time."""
    page = privacy.page(context.deps, incoming.request, round_id)
    try:
        context.slack.open_form(incoming.trigger_id, page)
    except (FormExpired, PlatformError) as problem:
        log.warning("a page was said instead of opened: %s", origin(problem))
        return as_reply(page)
    return None
