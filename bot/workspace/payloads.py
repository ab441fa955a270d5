"""The payloads that Slack sends to an app when a person does something.

The app is not told of the person's tab: the workspace alone knows which one a trigger belongs to.
"""

from __future__ import annotations

import time

from bot.workspace.form_state import Values
from bot.workspace.ids import new_id
from bot.workspace.model import Channel, Json, Message
from bot.workspace.state import direct_id
from bot.workspace.wire import message_shape
from bot.workspace.world import World

_VERIFICATION = "workspace-verification-token"


def response_url(world: World, user: str, channel: str, ts: str | None = None) -> str:
    """A fresh response address for this person and place."""
    return f"{world.base_url}/respond/{world.replies.new(user, channel, ts)}"


def _team(world: World) -> Json:
    return {"id": world.sample.team.id, "domain": world.sample.team.domain}


def _user(world: World, user: str) -> Json:
    name = world.state.users[user].name
    return {"id": user, "username": name, "name": name, "team_id": world.sample.team.id}


def _channel_name(channel: Channel) -> str:
    return "directmessage" if channel.is_im else channel.name


def command_payload(
    world: World, user: str, channel: Channel, command: str, text: str, tab: str
) -> Json:
    """A slash command."""
    return {
        "token": _VERIFICATION,
        "team_id": world.sample.team.id,
        "team_domain": world.sample.team.domain,
        "channel_id": channel.id,
        "channel_name": _channel_name(channel),
        "user_id": user,
        "user_name": world.state.users[user].name,
        "command": command,
        "text": text,
        "api_app_id": world.sample.app.id,
        "is_enterprise_install": "false",
        "response_url": response_url(world, user, channel.id),
        "trigger_id": world.triggers.new(user, tab),
    }


def _interaction(world: World, kind: str, user: str) -> Json:
    return {
        "type": kind,
        "user": _user(world, user),
        "api_app_id": world.sample.app.id,
        "token": _VERIFICATION,
        "team": _team(world),
        "enterprise": None,
        "is_enterprise_install": False,
    }


def message_action(
    world: World, user: str, message: Message, action: Json, state: Values, tab: str
) -> Json:
    """A click in a message. The message itself is left out when it is ephemeral, as in Slack."""
    channel = world.state.channels[message.channel]
    ephemeral = message.ephemeral_to is not None
    payload = _interaction(world, "block_actions", user) | {
        "container": {
            "type": "message",
            "message_ts": message.ts,
            "channel_id": channel.id,
            "is_ephemeral": ephemeral,
        },
        "trigger_id": world.triggers.new(user, tab),
        "channel": {"id": channel.id, "name": _channel_name(channel)},
        "state": {"values": state},
        "response_url": response_url(world, user, channel.id, message.ts),
        "actions": [action],
    }
    if not ephemeral:
        payload["message"] = message_shape(world.state, message)
    return payload


def view_action(world: World, user: str, view: Json, action: Json, tab: str) -> Json:
    """A click in a form or in the app's home."""
    return _interaction(world, "block_actions", user) | {
        "container": {"type": "view", "view_id": view["id"]},
        "trigger_id": world.triggers.new(user, tab),
        "view": view,
        "actions": [action],
    }


def submission(world: World, user: str, view: Json, tab: str) -> Json:
    """A form sent in."""
    return _interaction(world, "view_submission", user) | {
        "trigger_id": world.triggers.new(user, tab),
        "view": view,
        "response_urls": [],
    }


def closing(world: World, user: str, view: Json, *, cleared: bool) -> Json:
    """A form closed without being sent in."""
    return _interaction(world, "view_closed", user) | {"view": view, "is_cleared": cleared}


def event_callback(world: World, event: Json) -> Json:
    """The outer event of the Events API."""
    return {
        "token": _VERIFICATION,
        "team_id": world.sample.team.id,
        "api_app_id": world.sample.app.id,
        "event": event | {"event_ts": world.state.timestamps.new()},
        "type": "event_callback",
        "event_id": new_id("Ev0"),
        "event_time": int(time.time()),
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": world.sample.team.id,
                "user_id": world.sample.app.user_id,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": False,
    }


def home_opened(world: World, user: str, tab: str) -> Json:
    """A person opened a tab of the app; with the home that they see, when there is one."""
    event: Json = {
        "type": "app_home_opened",
        "user": user,
        "channel": direct_id(user),
        "tab": tab,
    }
    view = world.state.homes.get(user)
    if tab == "home" and view is not None:
        event["view"] = view
    return event_callback(world, event)


def member_change(world: World, kind: str, channel: Channel, user: str, inviter: str) -> Json:
    """`member_joined_channel` or `member_left_channel`."""
    return event_callback(
        world,
        {
            "type": kind,
            "user": user,
            "channel": channel.id,
            "channel_type": "G" if channel.is_private else "C",
            "team": world.sample.team.id,
            "inviter": inviter,
        },
    )
