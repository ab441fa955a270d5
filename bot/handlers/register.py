"""Connects Slack's requests to the handlers.

Bolt looks through its listeners one by one, so there is one for each kind of request, the answers
first; which button or form it was is looked up in a dictionary.
"""

from __future__ import annotations

import re
from typing import Any

from slack_bolt import Ack, App

from bot.handlers import actions, commands, forms, payloads
from bot.handlers.context import Context
from bot.services import overview

ANYTHING = re.compile(".*")


def register(app: App, context: Context, command: str = "/apt") -> None:
    """Add the listeners to the app."""

    def on_form(body: dict[str, Any], ack: Ack) -> None:
        forms.handle(context, body, ack)

    def on_action(body: dict[str, Any], ack: Ack) -> None:
        actions.handle(context, body, ack)

    def on_command(body: dict[str, Any], ack: Ack) -> None:
        commands.handle(context, body, ack)

    def on_home(body: dict[str, Any], ack: Ack) -> None:
        ack()
        context.later(lambda: _publish_home(context, body))

    app.view_submission(ANYTHING)(on_form)
    app.action(ANYTHING)(on_action)
    app.command(command)(on_command)
    app.event("app_home_opened")(on_home)


def _publish_home(context: Context, body: dict[str, Any]) -> None:
    person = payloads.home_opened(body)
    if person is not None:
        context.slack.publish_home(person.user, overview.home(context.deps, person))
