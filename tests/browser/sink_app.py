"""A real Bolt app that posts and opens everything the page can show, and notes what comes back."""

from __future__ import annotations

import re
from types import TracebackType
from typing import Any, Self

from slack_bolt import Ack, App
from slack_sdk import WebClient

from bot.slack.socket_mode import SteadyClient, SteadyHandler
from bot.workspace import Workspace
from bot.workspace.polling import wait_until
from tests.browser import kitchen_sink

Json = dict[str, Any]

CHANNEL = "C0SOLROSEN"
FORBIDDEN = "Alis namn"
"""A line that the app refuses, with the error beside the field."""


class SinkApp:
    """Connected to a workspace while the context lasts. `seen` is every payload, oldest first."""

    def __init__(self, workspace: Workspace) -> None:
        self.client = WebClient(workspace.bot_token, base_url=workspace.api_url)
        self.seen: list[Json] = []
        self._workspace = workspace
        self._bolt = App(client=self.client, process_before_response=True)
        self._register()
        app_client = WebClient(workspace.app_token, base_url=workspace.api_url)
        line = SteadyClient(workspace.app_token, web_client=app_client)
        self._handler = SteadyHandler(self._bolt, line)

    def _register(self) -> None:
        self._bolt.command("/apt")(self._command)
        self._bolt.action("open")(self._open)
        self._bolt.action("push")(self._push)
        self._bolt.action("mode")(self._update)
        self._bolt.action(re.compile(".*"))(self._note)
        self._bolt.view("sink")(self._submitted)
        self._bolt.event("app_home_opened")(self._home)

    def _note(self, ack: Ack, body: Json) -> None:
        self.seen.append(body)
        ack()

    def _command(self, ack: Ack, body: Json) -> None:
        self.seen.append(body)
        ack(f"Bara för dig: {body['text']}")

    def _open(self, ack: Ack, body: Json) -> None:
        self._note(ack, body)
        self.client.views_open(trigger_id=body["trigger_id"], view=kitchen_sink.form())

    def _push(self, ack: Ack, body: Json) -> None:
        self._note(ack, body)
        view = kitchen_sink.second_form()
        self.client.views_push(trigger_id=body["trigger_id"], view=view)

    def _update(self, ack: Ack, body: Json) -> None:
        self._note(ack, body)
        view = kitchen_sink.form()
        view["title"] = kitchen_sink.plain("Lång version")
        self.client.views_update(view_id=body["view"]["id"], view=view)

    def _submitted(self, ack: Ack, body: Json) -> None:
        self.seen.append(body)
        line = body["view"]["state"]["values"]["line"]["line"]["value"]
        if line == FORBIDDEN:
            ack(response_action="errors", errors={"line": "Skriv inga namn här."})
        else:
            ack()

    def _home(self, event: Json) -> None:
        self.client.views_publish(user_id=event["user"], view=kitchen_sink.home())

    def post(self, blocks: list[Json] | None = None, text: str = "Allt på en gång") -> str:
        """Post a message, by default everything at once; gives its timestamp."""
        shown = kitchen_sink.message_blocks() if blocks is None else blocks
        answer = self.client.chat_postMessage(channel=CHANNEL, text=text, blocks=shown)
        return str(answer["ts"])

    def whisper(self, user: str, text: str) -> None:
        """Post an ephemeral message."""
        self.client.chat_postEphemeral(channel=CHANNEL, user=user, text=text)

    def wait_for_action(self, action_id: str) -> Json:
        """The payload of the latest action of this element, when it has come."""
        body = wait_until(lambda: self._latest(action_id), 5.0, f"no action {action_id}")
        assert body is not None
        return body

    def _latest(self, action_id: str) -> Json | None:
        for body in reversed(self.seen):
            if any(one["action_id"] == action_id for one in body.get("actions", ())):
                return body
        return None

    def wait_for_values(self) -> dict[str, Any]:
        """The values of the latest form that was sent in, by field."""
        body = wait_until(self._latest_form, 5.0, "no form came")
        assert body is not None
        return {name: one[name] for name, one in body["view"]["state"]["values"].items()}

    def _latest_form(self) -> Json | None:
        forms = [body for body in self.seen if body.get("type") == "view_submission"]
        return forms[-1] if forms else None

    def __enter__(self) -> Self:
        self._handler.connect()  # type: ignore[no-untyped-call]  # slack_bolt leaves it untyped
        self._workspace.wait_for_app()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._handler.client.close()
