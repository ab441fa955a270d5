"""Slack's errors become ours in one place, with codes and no content."""

from __future__ import annotations

import socket
from http.client import IncompleteRead
from urllib.error import URLError

import pytest
from slack_sdk.errors import SlackApiError
from slack_sdk.web import SlackResponse

from bot.errors import (
    AptbotError,
    FormExpired,
    MessageGone,
    MessageRefused,
    NotInChannel,
    PlatformDown,
    PlatformError,
    RateLimited,
)
from bot.slack.client import make_client
from bot.slack.errors import RETRY_AFTER, translated


def _answer(
    code: str, *, status: int = 200, headers: dict[str, str] | None = None, **more: object
) -> SlackApiError:
    """Return the error that the kit raises for such an answer."""
    response = SlackResponse(
        client=None,
        http_verb="POST",
        api_url="",
        req_args={},
        data={"ok": False, "error": code, **more},
        headers=headers or {},
        status_code=status,
    )
    return SlackApiError("failed", response)  # type: ignore[no-untyped-call]  # the kit has no types here


@pytest.mark.parametrize(
    ("raised", "expected"),
    [
        (_answer("not_in_channel"), NotInChannel),
        (_answer("channel_not_found"), NotInChannel),
        (_answer("is_archived"), NotInChannel),
        (_answer("message_not_found"), MessageGone),
        (_answer("cant_update_message"), MessageGone),
        (_answer("expired_trigger_id"), FormExpired),
        (_answer("trigger_expired"), FormExpired),
        (_answer("trigger_exchanged"), FormExpired),
        (_answer("ratelimited"), RateLimited),
        (_answer("", status=429), RateLimited),
        (_answer("internal_error"), PlatformDown),
        (_answer("", status=503), PlatformDown),
        (_answer("Received a response in a non-JSON format: <html>"), PlatformDown),
        (_answer("invalid_blocks"), MessageRefused),
        (_answer("invalid_arguments"), MessageRefused),
        (_answer("msg_too_long"), MessageRefused),
        (_answer("msg_blocks_too_long"), MessageRefused),
        (_answer("no_text"), MessageRefused),
        (_answer("invalid_auth"), PlatformError),
        (_answer("token_revoked"), PlatformError),
        (_answer("missing_scope"), PlatformError),
        (URLError("refused"), PlatformDown),
        (TimeoutError(), PlatformDown),
        (ConnectionResetError(), PlatformDown),
        (IncompleteRead(b""), PlatformDown),
    ],
    ids=repr,
)
def test_each_error_has_its_meaning(raised: Exception, expected: type[AptbotError]) -> None:
    """Codes, statuses and broken lines are told apart."""
    with pytest.raises(AptbotError) as told, translated():
        raise raised
    assert type(told.value) is expected


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [({"Retry-After": "12"}, 12), ({"retry-after": "0"}, 1), ({"Retry-After": "x"}, RETRY_AFTER)],
)
def test_wait_is_what_slack_asks_for(headers: dict[str, str], seconds: float) -> None:
    """The wait is the header's, at least a second, and half a minute when it can't be read."""
    with pytest.raises(RateLimited) as told, translated():
        raise _answer("ratelimited", status=429, headers=headers)
    assert told.value.retry_after == seconds


def test_message_of_an_error_has_code_and_places_only() -> None:
    """Whatever Slack says about a message, only the code and the places are kept."""
    said = ["[ERROR] kanariefågel is wrong [json-pointer:/blocks/3/text/text]"]
    with pytest.raises(PlatformError) as told, translated():
        raise _answer("invalid_blocks", response_metadata={"messages": said})
    assert str(told.value) == "invalid_blocks (/blocks/3/text/text)"


def test_nobody_answers() -> None:
    """When nothing listens at the address, the platform is down."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/api/"
        with pytest.raises(PlatformDown), translated():
            make_client("xoxb-x", url, timeout=1).auth_test()


def test_loopback_is_never_asked_for_through_a_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy in the environment is for the real Slack, not for a workspace on this machine."""
    monkeypatch.setenv("HTTPS_PROXY", "http://proxy.example:3128")
    assert make_client("x", "http://127.0.0.1:1/api/").proxy is None
    assert make_client("x", "http://localhost:1/api/").proxy is None
    assert make_client("x", "https://slack.com/api/").proxy == "http://proxy.example:3128"
