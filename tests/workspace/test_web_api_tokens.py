"""Tokens, arguments and refusals of the Web API, as Slack answers them."""

from __future__ import annotations

import httpx
import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.workspace import Workspace
from bot.workspace.web_api import METHODS


def test_auth_test_tells_who_the_app_is(client: WebClient) -> None:
    """What Bolt needs at its start."""
    who = client.auth_test()
    assert (who["team_id"], who["user_id"], who["bot_id"]) == (
        "T0SOLGLANTAN",
        "U0APTBOT",
        "B0APTBOT",
    )


@pytest.mark.parametrize(
    ("token", "method", "error"),
    [
        ("", "auth.test", "not_authed"),
        ("xoxp-somebody", "auth.test", "invalid_auth"),
        ("xapp-any", "chat.postMessage", "not_allowed_token_type"),
        ("xoxb-any", "apps.connections.open", "not_allowed_token_type"),
        ("xoxb-any", "chat.whisper", "unknown_method"),
    ],
)
def test_a_wrong_token_or_method_is_refused(
    workspace: Workspace, token: str, method: str, error: str
) -> None:
    """Slack's names for what is wrong."""
    client = WebClient(token, base_url=workspace.api_url)
    with pytest.raises(SlackApiError, match=f"'error': '{error}'"):
        client.api_call(method)


@pytest.mark.parametrize("token", ["xoxb-any", "xapp-any"])
def test_any_token_of_the_right_kind_will_do(workspace: Workspace, token: str) -> None:
    """The workspace is nobody's secret."""
    assert WebClient(token, base_url=workspace.api_url).auth_test()["ok"]


def test_arguments_come_as_form_json_or_query(workspace: Workspace) -> None:
    """All three ways in which clients send them."""
    url = workspace.api_url + "api.test"
    answers = [
        httpx.post(url, data={"foo": "bar"}),
        httpx.post(url, json={"foo": "bar"}),
        httpx.post(url, params={"foo": "bar"}),
    ]
    assert [answer.json()["args"] for answer in answers] == [{"foo": "bar"}] * 3


def test_a_token_may_come_as_an_argument(workspace: Workspace) -> None:
    """As old clients send it; it is not recorded with the arguments."""
    answer = httpx.post(workspace.api_url + "auth.test", data={"token": "xoxb-any"})
    assert answer.json()["ok"]
    assert workspace.calls[-1].args == {}


def test_broken_json_is_refused(workspace: Workspace) -> None:
    """A body that says it is JSON has to be."""
    headers = {"Content-Type": "application/json", "Authorization": "Bearer xoxb-any"}
    for content, error in ((b"{", "invalid_json"), (b"[]", "invalid_json")):
        answer = httpx.post(workspace.api_url + "auth.test", content=content, headers=headers)
        assert answer.json() == {"ok": False, "error": error}
    files = {"file": b"1"}
    answer = httpx.post(workspace.api_url + "auth.test", files=files, headers={})
    assert answer.json()["error"] == "invalid_form_data"


def test_calls_are_recorded_in_order(workspace: Workspace, client: WebClient) -> None:
    """Tests can say that a call was made, or that none was."""
    client.auth_test()
    client.chat_postMessage(channel="C0SOLROSEN", text="Hej")
    assert [call.method for call in workspace.calls] == ["auth.test", "chat.postMessage"]
    call = workspace.calls_of("chat.postMessage")[0]
    assert (call.token, call.args["text"]) == ("bot", "Hej")
    assert call.at.tzinfo is not None
    workspace.forget_calls()
    assert workspace.calls == []


def test_api_test_gives_the_error_that_is_asked_for(client: WebClient) -> None:
    """As documented by Slack."""
    with pytest.raises(SlackApiError, match="'error': 'ojoj'"):
        client.api_test(error="ojoj")


@pytest.mark.parametrize("method", sorted(set(METHODS) - {"api.test", "auth.test"}))
def test_no_method_breaks_without_arguments(workspace: Workspace, method: str) -> None:
    """A call without arguments is answered in JSON by every method, never by a crash."""
    kind = workspace.app_token if method.startswith("apps.") else workspace.bot_token
    answer = httpx.post(workspace.api_url + method, headers={"Authorization": f"Bearer {kind}"})
    assert answer.status_code == 200
    without = {"apps.connections.open", "conversations.list", "users.list"}
    assert answer.json()["ok"] is (method in without)
