"""A team goes on: handing over, asking to become the manager, wishing for a theme."""

from __future__ import annotations

from collections.abc import Callable

from slack_bolt import Ack

from bot.domain.programme import ThemeRef
from bot.handlers import fields, waiting
from bot.handlers.context import Context
from bot.handlers.payloads import Incoming
from bot.handlers.waiting import Waiting
from bot.services import applying, handing_over, wishes
from bot.views.model import Receipt, ReplyView
from bot.views.succession import FACILITATORS, LEAVES, NEW, receipt


def ask_hand_over(context: Context, incoming: Incoming) -> None:
    """Open the form in which a manager hands over."""
    form = handing_over.form(context.deps, incoming.request, incoming.text)
    context.slack.open_form(incoming.trigger_id, form)


def hand_over(context: Context, incoming: Incoming, ack: Ack) -> None:
    """Save who leads: who is in the channel is read first."""
    w = context.words_of_team(incoming.text)

    def work() -> Receipt:
        return handing_over.hand_over(
            context.deps,
            incoming.request,
            incoming.text,
            next(iter(fields.people(incoming, NEW)), None),
            fields.people(incoming, FACILITATORS),
            leaves=LEAVES in fields.ticked(incoming, LEAVES),
        )

    form = Waiting(w, NEW, w("handover-working"), lambda line: receipt((line,), w))
    waiting.hand_in(context, incoming, ack, form, work)


def ask_manager(context: Context, incoming: Incoming) -> None:
    """Ask for the role: who is in the channel is read after the acknowledgement."""
    _later(context, incoming, lambda: applying.ask(context.deps, incoming.request, incoming.text))


def approve(context: Context, incoming: Incoming) -> None:
    """Say yes to a request."""
    _answer(context, incoming, yes=True)


def refuse(context: Context, incoming: Incoming) -> None:
    """Say no to a request."""
    _answer(context, incoming, yes=False)


def withdraw(context: Context, incoming: Incoming) -> ReplyView:
    """Take one's own request back."""
    return applying.withdraw(context.deps, incoming.request, incoming.text)


def wish(context: Context, incoming: Incoming, wanted: str) -> ReplyView | None:
    """Wish for a theme; without one, show what can be wished for."""
    if not wanted.strip():
        return wishes.page(context.deps, incoming.request)
    _wish(context, incoming, wishes.find(context.deps, wanted))
    return None


def wish_pressed(context: Context, incoming: Incoming) -> None:
    """Wish for the theme that was pressed."""
    _wish(context, incoming, ThemeRef.parse(incoming.text))


def take_back(context: Context, incoming: Incoming) -> ReplyView:
    """Take a wish back."""
    ref = ThemeRef.parse(incoming.text)
    return wishes.take_back(context.deps, incoming.request, ref)


def take_next(context: Context, incoming: Incoming) -> ReplyView:
    """Give the next occasion a theme that is wished for, and show the plan as it is then."""
    occasion_id, ref = incoming.text.split(" ")
    return wishes.take_next(context.deps, incoming.request, occasion_id, ThemeRef.parse(ref))


def _answer(context: Context, incoming: Incoming, *, yes: bool) -> None:
    request, asked = incoming.request, incoming.text
    _later(context, incoming, lambda: applying.answer(context.deps, request, asked, yes=yes))


def _wish(context: Context, incoming: Incoming, ref: ThemeRef) -> None:
    _later(context, incoming, lambda: wishes.wish(context.deps, incoming.request, ref))


def _later(context: Context, incoming: Incoming, work: Callable[[], ReplyView]) -> None:
    """Do what asks the platform after the acknowledgement, and say privately what came of it."""
    context.later(
        lambda: context.reply(incoming.response_url, context.answer(incoming.request, work))
    )
