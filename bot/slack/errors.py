"""Slack's errors in the words of `bot.errors`. The only place that knows Slack's codes.

Only codes and places in a message get through, never content: what Slack echoes of a message in
its error must not reach a log.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPException

from slack_sdk.errors import SlackApiError, SlackClientError

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

NOT_IN_CHANNEL = frozenset({"not_in_channel", "channel_not_found", "is_archived"})
MESSAGE_GONE = frozenset({"message_not_found", "cant_update_message", "edit_window_closed"})
MESSAGE_REFUSED = frozenset(
    {
        "block_mismatch",
        "invalid_arguments",
        "invalid_attachments",
        "invalid_blocks",
        "invalid_blocks_format",
        "markdown_text_conflict",
        "msg_blocks_too_long",
        "msg_too_long",
        "no_text",
        "too_many_attachments",
    }
)
"""The fault is in the message. What is not listed may pass: a right can be given back."""

FORM_EXPIRED = frozenset(
    {
        "expired_trigger_id",
        "trigger_expired",
        "exchanged_trigger_id",
        "trigger_exchanged",
        "view_not_found",
        "not_found",  # views.update says so when the form has been closed
    }
)
UNREADABLE = "unreadable"
DOWN = frozenset(
    {
        "internal_error",
        "fatal_error",
        "service_unavailable",
        "request_timeout",
        "team_added_to_org",
        UNREADABLE,
    }
)
RATE_LIMITED = frozenset({"ratelimited", "rate_limited"})

OK = 200
TOO_MANY_REQUESTS = 429
SERVER_ERROR = 500
RETRY_AFTER = 30.0
"""Seconds to wait when Slack asks us to wait and does not say how long."""

_POINTER = re.compile(r"\[json-pointer:([\w/-]{1,200})\]")
_CODE = re.compile(r"[\w.:-]{1,100}")


@contextmanager
def translated() -> Iterator[None]:
    """Raise what Slack, the client or the network raises inside as an error of `bot.errors`."""
    try:
        yield
    except SlackApiError as error:
        raise _of_slack(error) from None
    except (OSError, HTTPException) as error:
        raise PlatformDown(type(error).__name__) from None
    except SlackClientError as error:
        raise PlatformError(type(error).__name__) from None


def of_reply(status: int, body: str, headers: Mapping[str, str]) -> PlatformError | None:
    """Return what an answer at a `response_url` means: an error, or None when it was taken."""
    code = _code_in(body)
    if status == TOO_MANY_REQUESTS or code in RATE_LIMITED:
        return RateLimited(_wait(headers))
    if status >= SERVER_ERROR or code in DOWN:
        return PlatformDown(str(status))
    return PlatformError(code or str(status)) if code or status != OK else None


def _code_in(body: str) -> str:
    """Return the error's code in an answer that may be JSON, empty when there is none."""
    try:
        told = json.loads(body)
    except ValueError:
        return ""
    code = told.get("error") if isinstance(told, dict) else ""
    return code if isinstance(code, str) and _CODE.fullmatch(code) else ""


def _of_slack(error: SlackApiError) -> AptbotError:
    """Return the error of ours that an answer of Slack's stands for."""
    code = _code(error)
    status = _status(error)
    if status == TOO_MANY_REQUESTS or code in RATE_LIMITED:
        return RateLimited(_wait(error.response.headers))
    if status >= SERVER_ERROR or code in DOWN:
        return PlatformDown(code or str(status))
    if code in NOT_IN_CHANNEL:
        return NotInChannel()
    if code in MESSAGE_GONE:
        return MessageGone(code)
    if code in FORM_EXPIRED:
        return FormExpired()
    refused = MessageRefused if code in MESSAGE_REFUSED else PlatformError
    return refused(f"{code}{_places(error)}")


def _code(error: SlackApiError) -> str:
    """Return Slack's code, or "unreadable" when something else than Slack's API answered."""
    code = error.response.get("error") or ""
    return code if _CODE.fullmatch(code) else UNREADABLE


def _status(error: SlackApiError) -> int:
    return int(getattr(error.response, "status_code", 0) or 0)


def _wait(headers: Mapping[str, str]) -> float:
    """Return how many seconds Slack asks us to wait, at least one."""
    lowered = {name.lower(): value for name, value in headers.items()}
    try:
        return max(1.0, float(lowered.get("retry-after", RETRY_AFTER)))
    except ValueError:
        return RETRY_AFTER


def _places(error: SlackApiError) -> str:
    """Return where in the message Slack found fault, to find our own mistake by."""
    found = error.response.get("response_metadata") or {}
    places = _POINTER.findall(" ".join(found.get("messages") or []))
    return f" ({', '.join(places)})" if places else ""
