"""The requests that Slack sends to an app, with all that Slack puts in them."""

from __future__ import annotations

import json
from typing import Any

from benchmarks.people import TENANT
from bot.domain.programme import Component
from bot.views.actions import Action
from bot.views.answer import COMMENT

Json = dict[str, Any]
TOKEN = "verification"  # noqa: S105 - a field that every payload has; nothing checks it here


def command(channel: str, user: str, trigger: str) -> str:
    """Return `/apt status`, typed in a channel."""
    return json.dumps(
        {
            "token": TOKEN,
            "team_id": TENANT,
            "team_domain": "bench",
            "channel_id": channel,
            "channel_name": channel.lower(),
            "user_id": user,
            "user_name": user.lower(),
            "command": "/apt",
            "text": "status",
            "api_app_id": "A0BENCH",
            "is_enterprise_install": "false",
            "response_url": "http://127.0.0.1:9/nowhere",
            "trigger_id": trigger,
        }
    )


def press(channel: str, user: str, trigger: str, round_id: str) -> str:
    """Return "Svara anonymt", pressed in the channel's message."""
    pressed = {
        "type": "button",
        "action_id": Action.ANSWER.value,
        "block_id": "actions",
        "text": {"type": "plain_text", "text": "Svara anonymt"},
        "value": round_id,
        "action_ts": "1700000000.000100",
    }
    return json.dumps(
        _interaction("block_actions", user, trigger)
        | {
            "container": {"type": "message", "message_ts": "1.1", "channel_id": channel},
            "channel": {"id": channel, "name": channel.lower()},
            "response_url": "http://127.0.0.1:9/nowhere",
            "message": {"ts": "1.1", "text": "…", "blocks": [{"type": "divider"}] * 10},
            "actions": [pressed],
        }
    )


def submission(user: str, trigger: str, view: Json, comment: str) -> str:
    """Return the anonymous form handed in, in full: Slack sends the whole form back."""
    values: Json = {
        component.value: {
            component.value: {
                "type": "radio_buttons",
                "selected_option": {"text": {"type": "plain_text", "text": "5"}, "value": "5"},
            }
        }
        for component in Component
    }
    values[COMMENT] = {COMMENT: {"type": "plain_text_input", "value": comment}}
    filled = {**view, "id": f"V0{trigger}", "hash": "1.1", "state": {"values": values}}
    return json.dumps(
        _interaction("view_submission", user, trigger) | {"view": filled, "response_urls": []}
    )


def _interaction(kind: str, user: str, trigger: str) -> Json:
    return {
        "type": kind,
        "user": {"id": user, "username": user.lower(), "name": user.lower(), "team_id": TENANT},
        "api_app_id": "A0BENCH",
        "token": TOKEN,
        "team": {"id": TENANT, "domain": "bench"},
        "enterprise": None,
        "is_enterprise_install": False,
        "trigger_id": trigger,
    }
