"""What a manager does with a result: share it, and hide comments from the team."""

from __future__ import annotations

from slack_bolt import Ack

from bot.handlers import fields
from bot.handlers.context import Context, bare, explain
from bot.handlers.payloads import Incoming
from bot.services import results
from bot.slack import hidden
from bot.slack.render import render_form
from bot.slack.render.forms import HIDDEN
from bot.views.model import ReplyView
from bot.views.replies import note


def share(context: Context, incoming: Incoming) -> ReplyView:
    """Show the team the summary."""
    results.share(context.deps, incoming.request, incoming.text)
    return note(context.words(incoming.request), "reply-shared")


def open_hide(context: Context, incoming: Incoming) -> None:
    """Open the form in which comments are hidden."""
    form = results.hide_form(context.deps, incoming.request, incoming.text)
    context.slack.open_form(incoming.trigger_id, form)


def hide(context: Context, incoming: Incoming, ack: Ack) -> None:
    """Hide what was chosen, and turn the form into word of it."""
    try:
        round_id, before = hidden.load(incoming.text)
        numbers = fields.numbers(incoming.values, HIDDEN)
        receipt = results.hide(context.deps, incoming.request, round_id, numbers, before)
    except Exception as problem:  # noqa: BLE001 - nobody is left without an answer
        w = context.words_of_round(incoming.request, incoming.text.partition(" ")[0])
        text = explain(problem, w).text
        ack(response_action="errors", errors={HIDDEN: bare(text)})
    else:
        ack(response_action="update", view=render_form(receipt))
