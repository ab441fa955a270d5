"""Forms that are handed in."""

from __future__ import annotations

from collections.abc import Callable

from slack_bolt import Ack

from bot.errors import EmptyAnswer, TextTooLong, TooManyTags
from bot.handlers import (
    adaptation,
    commitments,
    continuity,
    fields,
    payloads,
    plan,
    pool,
    results,
    rolling,
    setup,
    talk,
)
from bot.handlers.context import Context, bare, explain, in_channel
from bot.handlers.payloads import Body, Incoming
from bot.services import answers
from bot.slack import box, draft
from bot.slack.render import render_form
from bot.views.actions import Form
from bot.views.answer import COMMENT, TAGS
from bot.views.hesitation import refusal
from bot.views.model import Hesitation
from bot.views.tagging import GUESS

FIELD_OF: dict[type[Exception], str] = {
    EmptyAnswer: COMMENT,
    TextTooLong: COMMENT,
    TooManyTags: TAGS,
}
"""At which field an error is said; others are said at the comment, so that no text is lost."""


def handle(context: Context, body: Body, ack: Ack) -> None:
    """Take a form that is handed in."""
    incoming = payloads.submission(body)
    handler = HANDLERS.get(incoming.what)
    if handler is None:  # a form of an older version, still open on somebody's screen
        ack()
        return
    handler(context, incoming, ack)


def _answer(context: Context, incoming: Incoming, ack: Ack) -> None:
    """Keep the answers and turn the form into the receipt, or ask first whether to send them.

    The question is laid on top of the form, which stays as it was filled in.
    """
    round_id, channel = box.load(incoming.text)
    request = in_channel(incoming.request, channel)
    try:
        given = fields.answers(incoming.values)
        outcome = answers.submit(context.deps, request, round_id, given)
        view = render_form(outcome)
    except Exception as problem:  # noqa: BLE001 - nobody is left without an answer
        text = explain(problem, context.words_of_round(request, round_id)).text
        ack(response_action="errors", errors={FIELD_OF.get(type(problem), COMMENT): bare(text)})
    else:
        ack(response_action="push" if isinstance(outcome, Hesitation) else "update", view=view)


def _sure(context: Context, incoming: Incoming, ack: Ack) -> None:
    """Keep the answers that their writer has read again; only warnings are passed over.

    The question has no field at which an error could be said, so it turns into the error.
    """
    round_id, request = "", incoming.request
    try:
        round_id, channel, given = draft.load(incoming.text)
        request = in_channel(request, channel)
        outcome = answers.submit(context.deps, request, round_id, given, sure=True)
        view = render_form(outcome)
    except Exception as problem:  # noqa: BLE001 - nobody is left without an answer
        w = context.words_of_round(request, round_id)
        view = render_form(refusal(bare(explain(problem, w).text), w))
    ack(response_action="update", view=view)


def _tagged(context: Context, incoming: Incoming, ack: Ack) -> None:
    """Add the tags to the answer that has been kept, and turn the question into the receipt."""
    round_id, channel = box.load(incoming.text)
    request = in_channel(incoming.request, channel)
    try:
        tags = fields.tags(incoming.values, GUESS)
        view = render_form(answers.add_tags(context.deps, request, round_id, tags))
    except Exception as problem:  # noqa: BLE001 - nobody is left without an answer
        text = explain(problem, context.words_of_round(request, round_id)).text
        ack(response_action="errors", errors={GUESS: bare(text)})
    else:
        ack(response_action="update", view=view)


HANDLERS: dict[str, Callable[[Context, Incoming, Ack], None]] = {
    Form.ANSWER: _answer,
    Form.SURE: _sure,
    Form.TAGS: _tagged,
    Form.SETUP: setup.hand_in,
    Form.POOL: pool.hand_in,
    Form.INVITE: rolling.hand_in,
    Form.HAND_OVER: continuity.hand_over,
    Form.HIDE: results.hide,
    Form.MIRROR: talk.mirrored,
    Form.LOG: adaptation.hand_in,
    Form.COMMITMENT: commitments.hand_in,
    Form.COMMITMENT_EDIT: commitments.correct,
    Form.FOLLOW_UP: commitments.follow_up,
    Form.PLAN: plan.hand_in,
    Form.PLAN_SURE: plan.sure,
    Form.OCCASION: plan.change,
    Form.PICK: plan.pick,
}
