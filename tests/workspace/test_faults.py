"""Every fault that can be ordered, and what Slack's own clients make of it."""

from __future__ import annotations

import http.client
import time
import urllib.error

import httpx
import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.http_retry.builtin_handlers import RateLimitErrorRetryHandler

from bot.workspace import Workspace, WorkspaceError
from bot.workspace.person import Person
from tests.workspace.small_app import CHANNEL, SmallApp, open_form
from tests.workspace.test_interactions import respond


def test_a_rate_limit_is_told_with_its_wait(workspace: Workspace, client: WebClient) -> None:
    """429 and `Retry-After`, for that method alone, as many times as ordered."""
    workspace.fault("rate_limit", method="chat.postMessage", retry_after=7, times=2)
    assert client.auth_test()["ok"]
    for _ in range(2):
        with pytest.raises(SlackApiError) as caught:
            client.chat_postMessage(channel=CHANNEL, text="Hej")
        assert caught.value.response.status_code == 429
        assert caught.value.response.headers["Retry-After"] == "7"
        assert caught.value.response["error"] == "ratelimited"
    assert client.chat_postMessage(channel=CHANNEL, text="Hej")["ok"]


def test_slacks_own_retry_gets_over_a_rate_limit(workspace: Workspace, client: WebClient) -> None:
    """The message stands once."""
    client.retry_handlers.append(RateLimitErrorRetryHandler(max_retry_count=1))
    workspace.fault("rate_limit", method="chat.postMessage", retry_after=1)
    client.chat_postMessage(channel=CHANNEL, text="Hej")
    assert len(client.conversations_history(channel=CHANNEL)["messages"]) == 1


def test_an_error_and_a_server_error_have_no_effect(
    workspace: Workspace, client: WebClient
) -> None:
    """Slack's answer, or a bare status."""
    workspace.fault("error", method="chat.postMessage", error="fatal_error")
    with pytest.raises(SlackApiError, match="fatal_error"):
        client.chat_postMessage(channel=CHANNEL, text="Hej")
    workspace.fault("http", method="chat.postMessage", status=503)
    with pytest.raises(SlackApiError) as caught:
        client.chat_postMessage(channel=CHANNEL, text="Hej")
    assert caught.value.response.status_code == 503
    assert client.conversations_history(channel=CHANNEL)["messages"] == []


def test_a_lost_answer_has_its_effect(workspace: Workspace, client: WebClient) -> None:
    """The call is done, then the line is cut: the app cannot know."""
    client.retry_handlers.clear()
    workspace.fault("drop_response", method="chat.postMessage")
    lost = (urllib.error.URLError, http.client.HTTPException, OSError)
    with pytest.raises(lost):
        client.chat_postMessage(channel=CHANNEL, text="Hej")
    assert len(client.conversations_history(channel=CHANNEL)["messages"]) == 1


def test_a_slow_call_has_its_effect_at_once(workspace: Workspace, client: WebClient) -> None:
    """Only the answer is late."""
    client.timeout = 1
    client.retry_handlers.clear()
    workspace.fault("delay", method="chat.postMessage", seconds=2.0)
    with pytest.raises((TimeoutError, urllib.error.URLError)):
        client.chat_postMessage(channel=CHANNEL, text="Hej")
    client.timeout = 10
    assert len(client.conversations_history(channel=CHANNEL)["messages"]) == 1


def test_a_fault_may_be_for_any_method_and_for_response_addresses(
    workspace: Workspace, app: SmallApp, karin: Person
) -> None:
    """`*`, and `response_url`."""
    karin.command(CHANNEL, "/apt")
    url = app.seen[-1]["response_url"]
    workspace.fault("http", method="response_url", status=500)
    assert respond(app, url, text="Hej")[0] == 500
    assert respond(app, url, text="Hej")[0] == 200
    workspace.fault("error", method="*", error="team_access_not_granted")
    with pytest.raises(SlackApiError, match="team_access_not_granted"):
        app.client.users_list()


def test_a_retried_envelope_comes_twice(workspace: Workspace, app: SmallApp, karin: Person) -> None:
    """Same payload, new envelope, marked as a retry."""
    workspace.fault("retry")
    assert karin.command(CHANNEL, "/apt start").ok
    commands = [body for body in app.seen if body.get("command") == "/apt"]
    assert len(commands) == 2
    assert commands[0]["trigger_id"] == commands[1]["trigger_id"]
    assert app.retries == ["1"]


def test_a_retried_event_keeps_its_event_id(
    workspace: Workspace, app: SmallApp, karin: Person
) -> None:
    """What an app deduplicates on."""
    workspace.fault("retry")
    karin.home()
    karin.wait_for(lambda: len(app.of_type("app_home_opened")) == 2)
    first, second = app.of_type("app_home_opened")
    assert first["event_id"] == second["event_id"]
    assert app.retries == ["0", "1"]


def test_a_lost_ack_leaves_the_form_open_to_be_sent_again(impatient: Workspace) -> None:
    """The person sees a failure, the side effects stand, the second try goes through."""
    ali = impatient.person("U0ALI")
    with SmallApp(impatient) as app:
        view = open_form(app, ali)
        impatient.fault("lose_ack")
        assert ali.submit(view, {"Meningsfullhet": "4"}).error == "operation_timeout"
        assert len(app.of_type("view_submission")) == 1
        assert ali.submit(view, {"Meningsfullhet": "4"}).ok
        assert len(app.of_type("view_submission")) == 2


def test_faults_can_be_ordered_by_http_and_taken_back(
    workspace: Workspace, client: WebClient
) -> None:
    """As the page or another process does."""
    address = f"{workspace.url}/client/fault"
    order = {"kind": "error", "method": "auth.test", "error": "account_inactive", "times": 5}
    assert httpx.post(address, json=order).json() == {"ok": True}
    with pytest.raises(SlackApiError, match="account_inactive"):
        client.auth_test()
    workspace.forget_faults()
    assert client.auth_test()["ok"]
    assert httpx.post(address, json={"kind": "disconnect", "reason": "cut"}).json()["ok"]


@pytest.mark.parametrize(
    "order",
    [
        {"kind": "earthquake"},
        {"kind": "error", "colour": "red"},
        {"kind": "error", "times": 0},
        {"kind": "disconnect", "reason": "boredom"},
    ],
)
def test_a_wrong_order_is_refused_with_the_reason(
    workspace: Workspace, order: dict[str, object]
) -> None:
    """In Python and over HTTP."""
    details = {name: value for name, value in order.items() if name != "kind"}
    with pytest.raises(WorkspaceError):
        workspace.fault(str(order["kind"]), **details)
    answer = httpx.post(f"{workspace.url}/client/fault", json=order)
    assert answer.status_code == 400
    assert answer.json()["error"]


def test_a_delayed_answer_does_not_hold_up_others(workspace: Workspace, client: WebClient) -> None:
    """The server stays free while one call waits."""
    workspace.fault("delay", method="api.test", seconds=30.0)
    begun = time.monotonic()
    with pytest.raises(httpx.TimeoutException):
        httpx.post(workspace.api_url + "api.test", timeout=0.2)
    assert client.auth_test()["ok"]
    assert time.monotonic() - begun < 20
