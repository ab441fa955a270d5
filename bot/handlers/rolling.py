"""`/apt enkät`: the page of a rolling survey, and the form in which people are invited."""

from __future__ import annotations

from slack_bolt import Ack

from bot.domain.programme import ThemeRef
from bot.errors import NoTeam
from bot.handlers import fields, setup, waiting
from bot.handlers.context import Context
from bot.handlers.payloads import Incoming
from bot.handlers.waiting import Waiting
from bot.services import rolling
from bot.slack.render.forms import INVITED
from bot.views.model import Receipt, ReplyView
from bot.views.rolling import said


def show(context: Context, incoming: Incoming, _: str) -> ReplyView | None:
    """Show the survey's page; where there is no team, ask who leads it."""
    try:
        return rolling.page(context.deps, incoming.request)
    except NoTeam:
        setup.ask_team(context, incoming)
        return None


def pressed(context: Context, incoming: Incoming) -> ReplyView | None:
    """Show the page from where a survey is told of."""
    return show(context, incoming, "")


def start(context: Context, incoming: Incoming) -> ReplyView:
    """Begin with the survey that the button names."""
    team_id, _, ref = incoming.text.partition(" ")
    return rolling.start(context.deps, incoming.request, team_id, ThemeRef.parse(ref))


def stop(context: Context, incoming: Incoming) -> ReplyView:
    """Let the present box be the last."""
    return rolling.stop(context.deps, incoming.request, incoming.text)


def ask(context: Context, incoming: Incoming) -> None:
    """Open the form that asks whom to invite."""
    form = rolling.form(context.deps, incoming.request, incoming.text)
    context.slack.open_form(incoming.trigger_id, form)


def hand_in(context: Context, incoming: Incoming, ack: Ack) -> None:
    """Invite those who were chosen: each is looked up first."""
    w = context.words_of_team(incoming.text)

    def work() -> Receipt:
        chosen = fields.people(incoming, INVITED)
        return rolling.invite(context.deps, incoming.request, incoming.text, chosen)

    form = Waiting(w, INVITED, w("survey-working"), lambda line: said((line,), w))
    waiting.hand_in(context, incoming, ack, form, work)
