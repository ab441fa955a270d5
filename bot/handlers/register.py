"""Connects Slack's requests to the handlers.

Bolt looks through its listeners one by one, so there is one for each kind of request, the answers
first; which button or form it was is looked up in a dictionary.
"""

from __future__ import annotations

import logging
import re
from typing import Any

from slack_bolt import Ack, App, BoltResponse

from bot.errors import origin
from bot.handlers import actions, commands, forms, payloads
from bot.handlers.context import Context
from bot.handlers.payloads import Body
from bot.locales import words
from bot.services import overview
from bot.views.replies import note

ANYTHING = re.compile(".*")

log = logging.getLogger(__name__)


def register(app: App, context: Context, command: str = "/apt") -> None:
    """Add the listeners to the app."""

    def ours(body: dict[str, Any]) -> Body:
        return payloads.of_workspace(body, context.slack.tenant)

    def on_form(body: dict[str, Any], ack: Ack) -> None:
        forms.handle(context, ours(body), ack)

    def on_action(body: dict[str, Any], ack: Ack) -> None:
        actions.handle(context, ours(body), ack)

    def on_command(body: dict[str, Any], ack: Ack) -> None:
        commands.handle(context, ours(body), ack)

    def on_home(body: dict[str, Any], ack: Ack) -> None:
        ack()
        context.later(lambda: _publish_home(context, ours(body)))

    def on_error(error: Exception, body: dict[str, Any]) -> BoltResponse | None:
        return _apologise(context, error, body)

    app.view_submission(ANYTHING)(on_form)
    app.action(ANYTHING)(on_action)
    app.command(command)(on_command)
    app.event("app_home_opened")(on_home)
    app.error(on_error)


def _apologise(context: Context, error: Exception, body: dict[str, Any]) -> BoltResponse | None:
    """Say privately that it did not work; the log tells where and nothing of what was said.

    Without an address for a private answer the request stays unacknowledged: then Slack itself
    says so, and a form stays open with all that was written in it.
    """
    log.error("unexpected %s", origin(error))
    url = str(body.get("response_url") or "")
    if not url:
        return None
    context.reply(url, note(words(context.deps.terms.language), "reply-failed"))
    return BoltResponse(status=200, body="")


def _publish_home(context: Context, body: Body) -> None:
    person = payloads.home_opened(body)
    if person is not None:
        context.slack.publish_home(person.user, overview.home(context.deps, person))
