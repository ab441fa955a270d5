"""What no handler caught: the log tells where, the person reads an apology, nobody is quoted."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from slack_bolt import App, BoltRequest, BoltResponse

from bot.handlers.context import Context
from bot.handlers.register import register
from bot.locales import words
from bot.slack.connection import make_app
from bot.workspace import Workspace, payloads
from tests.handlers import bodies
from tests.handlers.conftest import ME, NOWHERE
from tests.services.people import CHANNEL, KARIN
from tests.services.world import World

CANARY = "kanariefågeln från avdelning fyra"


def secretive(**_: object) -> None:
    """Fail as code does that quotes what it was given."""
    try:
        int(CANARY)
    except ValueError as error:
        raise KeyError(CANARY) from error


@pytest.fixture(scope="module")
def workspace() -> Iterator[Workspace]:
    """Return a workspace where private answers are shown."""
    with Workspace() as workspace:
        yield workspace


@pytest.fixture
def app(context: Context) -> App:
    """Give the app as it runs."""
    app = make_app("xoxb-x", NOWHERE, ME)
    register(app, context)
    return app


def _dispatch(app: App, body: dict[str, Any]) -> BoltResponse:
    return app.dispatch(BoltRequest(mode="socket_mode", body=body))


def _break_listener(app: App) -> None:
    app.command("/other")(lambda ack: secretive())


def _break_middleware(app: App) -> None:
    app.use(lambda next_: secretive())


@pytest.mark.parametrize("broken", [_break_listener, _break_middleware])
def test_apology_is_private_and_quotes_nobody(
    app: App,
    context: Context,
    workspace: Workspace,
    broken: Callable[[App], None],
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Whatever fails outside of the handlers is acknowledged and said to whoever asked."""
    broken(app)
    url = payloads.response_url(workspace._world, "U0KARIN", bodies.CHANNEL)
    body = {**bodies.command(CANARY), "command": "/other", "response_url": url}
    with caplog.at_level(logging.DEBUG):
        assert _dispatch(app, body).status == 200
        context.background.shutdown(wait=True)
    said = workspace.person("U0KARIN").messages(bodies.CHANNEL)[-1]
    assert said["ephemeral"]
    assert said["text"] == words("sv")("reply-failed")
    _assert_discreet(caplog, "unexpected KeyError at ")


@pytest.mark.parametrize(
    "body",
    [
        {**bodies.pressed(), "actions": [{"type": "button", "action_id": CANARY}], "user": CANARY},
        {**bodies.handed_in({"comment": {"x": {"value": CANARY}}}), "user": {}},
        {key: CANARY for key in bodies.command() if key != "user_id"} | {"command": "/apt"},
    ],
    ids=["press", "form", "command"],
)
def test_unreadable_request_is_survived(
    app: App, body: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    """What can't be answered stays unacknowledged, so that Slack says so and keeps the form."""
    body = {**body, "response_url": ""}
    with caplog.at_level(logging.DEBUG):
        assert _dispatch(app, body).status == 500
    _assert_discreet(caplog, "unexpected ")


def test_person_is_of_our_workspace_whatever_a_request_says(app: App, world: World) -> None:
    """An organisation's requests name other teams: the team's manager is its manager still."""
    body = {**bodies.command("stopp", CHANNEL), "user_id": KARIN.user, "team_id": "T0OTHER"}
    assert words("sv")("error-no-session") in json.loads(_dispatch(app, body).body)["text"]
    assert world.deps.store.read(lambda tx: tx.teams.at(KARIN.tenant, CHANNEL)) is not None


def _assert_discreet(caplog: pytest.LogCaptureFixture, told: str) -> None:
    assert told in caplog.text
    assert CANARY not in caplog.text
    assert "Traceback" not in caplog.text
    assert not [record.exc_info for record in caplog.records if record.exc_info]
