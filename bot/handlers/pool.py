"""Answering together with other teams: the form, the invitation, leaving."""

from __future__ import annotations

from slack_bolt import Ack

from bot.handlers import fields
from bot.handlers.context import Context, bare, explain
from bot.handlers.payloads import Incoming
from bot.services import pools
from bot.slack.render import render_form
from bot.slack.render.forms import POOL_SEARCH, POOL_TEAMS
from bot.views.model import PoolForm, Receipt, ReplyView


def ask(context: Context, incoming: Incoming) -> None:
    """Open the form that asks which teams are to answer together."""
    form = pools.form(context.deps, incoming.request, incoming.text)
    context.slack.open_form(incoming.trigger_id, form)


def search(context: Context, incoming: Incoming, team_id: str) -> None:
    """Show the teams that have what was typed in their names; what is ticked stays."""
    form: PoolForm | Receipt
    try:
        typed = fields.typed(incoming, POOL_SEARCH)
        ticked = fields.ticked(incoming, POOL_TEAMS)
        form = pools.form(context.deps, incoming.request, team_id, typed, ticked)
    except Exception as problem:  # noqa: BLE001 - nobody is left without an answer
        w = context.words_of_team(team_id)
        text = bare(explain(problem, w).text)
        form = Receipt(title=w("pool-title"), lines=(text,), close=w("receipt-close"))
    context.later(lambda: context.slack.update_form(incoming.view_id, form))


def hand_in(context: Context, incoming: Incoming, ack: Ack) -> None:
    """Ask the teams that were chosen; what is wrong is said in the form."""
    try:
        chosen = fields.ticked(incoming, POOL_TEAMS)
        receipt = pools.invite(context.deps, incoming.request, incoming.text, chosen)
    except Exception as problem:  # noqa: BLE001 - nobody is left without an answer
        text = explain(problem, context.words_of_team(incoming.text)).text
        # Where nothing was found there is nothing to choose, and no such field.
        place = POOL_TEAMS if POOL_TEAMS in incoming.values else POOL_SEARCH
        ack(response_action="errors", errors={place: bare(text)})
    else:
        ack(response_action="update", view=render_form(receipt))


def join(context: Context, incoming: Incoming) -> ReplyView:
    """Accept an invitation."""
    return pools.join(context.deps, incoming.request, incoming.text)


def decline(context: Context, incoming: Incoming) -> ReplyView:
    """Turn an invitation down."""
    return pools.decline(context.deps, incoming.request, incoming.text)


def leave(context: Context, incoming: Incoming) -> ReplyView:
    """Have the team answer on its own again."""
    return pools.leave(context.deps, incoming.request, incoming.text)
