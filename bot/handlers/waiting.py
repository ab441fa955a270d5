"""Forms whose work may take longer than Slack waits for the acknowledgement."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from slack_bolt import Ack

from bot.handlers.context import Context, bare, explain, guarded
from bot.handlers.payloads import Incoming
from bot.locales import Words
from bot.slack.render import render_form
from bot.views.model import Receipt

ACK_WITHIN: Final = 2.0
"""Seconds to wait for the outcome before the form is acknowledged without it."""


@dataclass(frozen=True)
class Waiting:
    """How a form tells what comes of it.

    What is wrong is said at the `field`; else `said` turns the form into a line of words, such as
    that it is `working`. A form that `closes` does so when all went well in time.
    """

    w: Words
    field: str
    working: str
    said: Callable[[str], Receipt]
    closes: bool = False


def hand_in(
    context: Context, incoming: Incoming, ack: Ack, form: Waiting, work: Callable[[], Receipt]
) -> None:
    """Do the work and turn the form into word of it.

    Slack waits three seconds for the acknowledgement; when the work takes longer the form says so
    and tells what came of it afterwards.
    """

    def outcome() -> Receipt | str:
        try:
            return work()
        except Exception as problem:  # noqa: BLE001 - nobody is left without an answer
            return bare(explain(problem, form.w).text)

    def tell(late: Receipt | str) -> None:
        view = form.said(late) if isinstance(late, str) else late
        guarded(lambda: context.slack.update_form(incoming.view_id, view))

    future = context.background.submit(outcome)
    try:
        came_of = future.result(ACK_WITHIN)
    except TimeoutError:
        ack(response_action="update", view=render_form(form.said(form.working)))
        future.add_done_callback(lambda done: tell(done.result()))
        return
    if isinstance(came_of, str):
        ack(response_action="errors", errors={form.field: came_of})
    elif form.closes:
        ack()
    else:
        ack(response_action="update", view=render_form(came_of))
