"""A small real Bolt app: what a workspace must be able to serve."""

from __future__ import annotations

import re
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self

from slack_bolt import Ack, App, BoltRequest
from slack_sdk import WebClient

from bot.slack.socket_mode import SteadyClient, SteadyHandler
from bot.workspace import Workspace
from bot.workspace.person import Person

CHANNEL = "C0SOLROSEN"

Json = dict[str, Any]
Handler = Callable[[Ack, Json], object]


def plain(text: str) -> Json:
    """A plain text object."""
    return {"type": "plain_text", "text": text}


def section(text: str, **more: object) -> Json:
    """A section with mrkdwn text."""
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}, **more}


def button(text: str, action_id: str, **more: object) -> Json:
    """A button."""
    return {"type": "button", "text": plain(text), "action_id": action_id, **more}


def actions(*elements: Json, block_id: str = "buttons") -> Json:
    """A row of elements."""
    return {"type": "actions", "block_id": block_id, "elements": list(elements)}


def option(text: str, value: str) -> Json:
    """An option of a select, radio buttons or checkboxes."""
    return {"text": plain(text), "value": value}


def field(label: str, block_id: str, element: Json, **more: object) -> Json:
    """An input block; the element's action id is `value` unless it has one."""
    element = {"action_id": "value", **element}
    return {
        "type": "input",
        "block_id": block_id,
        "label": plain(label),
        "element": element,
        **more,
    }


def modal(
    *blocks: Json, title: str = "Formulär", submit: str | None = "Skicka", **more: object
) -> Json:
    """A modal view."""
    view = {"type": "modal", "callback_id": "form", "title": plain(title), "blocks": list(blocks)}
    return view | ({"submit": plain(submit)} if submit else {}) | more


SCALE = {
    "type": "radio_buttons",
    "options": [option(str(number), f"v{number}") for number in range(1, 8)],
}
TEXT = {"type": "plain_text_input", "multiline": True, "max_length": 200}

ANSWER_FORM = modal(
    field("Meningsfullhet", "meaning", SCALE),
    field("Något mer?", "more", TEXT, optional=True),
    title="Svara anonymt",
    notify_on_close=True,
)
RECEIPT = modal(section("Tack, ditt svar är sparat."), title="Kvitto", submit=None)


class SmallApp:
    """A Bolt app that answers `/apt`, opens a form from a button and thanks for what is sent.

    `seen` holds the payloads that came, oldest first; `on_submit` answers a form and may be
    replaced by a test, as may `on_command`.
    """

    def __init__(self, workspace: Workspace) -> None:
        client = WebClient(workspace.bot_token, base_url=workspace.api_url)
        self.bolt = App(client=client, process_before_response=True)
        self.client = client
        self.seen: list[Json] = []
        self.retries: list[str] = []
        self.on_submit: Handler = lambda ack, body: ack()
        self.on_command: Handler = self._post_invitation
        self.on_action: Handler = self._open_form
        self._register()
        # The kit's own may listen for ever, and its close waits for that.
        app_client = WebClient(workspace.app_token, base_url=workspace.api_url)
        line = SteadyClient(workspace.app_token, web_client=app_client)
        self.handler = SteadyHandler(self.bolt, line)
        self._workspace = workspace

    def _register(self) -> None:
        self.bolt.middleware(self._note)
        self.bolt.command("/apt")(self._command)
        self.bolt.action(re.compile(".*"))(self._action)
        self.bolt.view("form")(self._submit)
        self.bolt.view_closed("form")(lambda ack: ack())
        self.bolt.event("app_home_opened")(self._publish_home)
        self.bolt.event("member_joined_channel")(lambda: None)
        self.bolt.event("member_left_channel")(lambda: None)

    def _command(self, ack: Ack, body: Json) -> None:
        self.on_command(ack, body)

    def _action(self, ack: Ack, body: Json) -> None:
        self.on_action(ack, body)

    def _submit(self, ack: Ack, body: Json) -> None:
        self.on_submit(ack, body)

    def _note(self, body: Json, request: BoltRequest, next: Callable[[], None]) -> None:  # noqa: A002
        self.seen.append(body)
        self.retries.extend(request.headers.get("x-slack-retry-num", []))
        next()

    def _post_invitation(self, ack: Ack, body: Json) -> None:
        ack(f"Du skrev {body['text']}")
        blocks = [section("Dags att svara"), actions(button("Svara anonymt", "answer", value="r1"))]
        self.client.chat_postMessage(
            channel=body["channel_id"], text="Dags att svara", blocks=blocks
        )

    def _open_form(self, ack: Ack, body: Json) -> None:
        self.client.views_open(trigger_id=body["trigger_id"], view=ANSWER_FORM)
        ack()

    def _publish_home(self, event: Json) -> None:
        home = {"type": "home", "blocks": [section(f"Hej <@{event['user']}>")]}
        self.client.views_publish(user_id=event["user"], view=home)

    def of_type(self, kind: str) -> list[Json]:
        """The payloads of this type: `view_submission`, `block_actions`, or an event's type."""
        return [
            body
            for body in list(self.seen)
            if body.get("type") == kind or body.get("event", {}).get("type") == kind
        ]

    def __enter__(self) -> Self:
        self.handler.connect()  # type: ignore[no-untyped-call]  # slack_bolt leaves it untyped
        self._workspace.wait_for_app()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        # Cut first: nothing more is sent to an app that hangs up.
        self.handler.client.auto_reconnect_enabled = False
        self._workspace.fault("disconnect", reason="cut")
        self.handler.client.close()


ONE = option("Ett", "1")
TWO = option("Två", "2")
CHOICES = {"type": "static_select", "action_id": "pick", "options": [ONE, TWO]}
"""A choice of two."""


def open_form(app: SmallApp, person: Person, view: Json = ANSWER_FORM) -> Json:
    """Have the app open a form for this person by a command."""

    def handler(ack: Ack, body: Json) -> None:
        app.client.views_open(trigger_id=body["trigger_id"], view=view)
        ack()

    app.on_command = handler
    assert person.command(CHANNEL, "/apt").ok
    return person.wait_for_view()
