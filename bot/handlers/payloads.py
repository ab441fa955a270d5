"""The only place, with `fields`, that knows what Slack's payloads look like: who asks for what."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import TypeAdapter

from bot.domain.people import PersonKey
from bot.domain.request import Request

PLATFORM = "slack"
DIRECT = "directmessage"
"""What Slack calls every conversation for two."""

Body = Mapping[str, Any]
"""A payload as `of_workspace` returns it."""


@dataclass(frozen=True)
class Incoming:
    """One request: `what` was typed, pressed or handed in, and where it can be answered.

    `text` is a command's text, a button's value or a form's private metadata. `view_id` is set
    when it came from a form, `block` is the id of the block that something was pressed in, and
    `values` holds the fields of the form or message.
    """

    request: Request
    what: str
    text: str
    trigger_id: str
    response_url: str = ""
    view_id: str = ""
    block: str = ""
    in_home: bool = False
    values: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


def of_workspace(body: Body, tenant: str) -> Body:
    """Return the payload as one of the workspace that the bot serves.

    What payloads say of teams is never read: in organisations and shared channels it is another's,
    or nothing, and a person would not be the one that stands on the roster.
    """
    return {**body, _TENANT: tenant}


_TENANT = "aptbot.tenant"


def command(body: Body) -> Incoming:
    """Read a slash command."""
    channel = body["channel_id"]
    return Incoming(
        request=Request(
            actor=person(body[_TENANT], body["user_id"]),
            channel=channel,
            id=_request_id(body),
            is_private=_is_private(channel, body.get("channel_name")),
        ),
        what=body["command"],
        text=body.get("text") or "",
        trigger_id=body.get("trigger_id") or "",
        response_url=body.get("response_url", ""),
    )


def action(body: Body) -> Incoming:
    """Read a pressed button or a changed choice, in a message, a form or the app's home."""
    pressed = body["actions"][0]
    view = body.get("view") or {}
    channel = body.get("channel") or {}
    actor = person(body[_TENANT], body["user"]["id"])
    return Incoming(
        request=Request(
            actor=actor,
            channel=channel.get("id", ""),
            id=_request_id(body, actor.user, pressed["action_id"], pressed.get("action_ts")),
            is_private=not channel or _is_private(channel["id"], channel.get("name")),
        ),
        what=pressed["action_id"],
        text=pressed.get("value") or pressed.get("selected_user") or "",
        trigger_id=body.get("trigger_id") or "",
        response_url=body.get("response_url", ""),
        view_id=view.get("id", "") if view.get("type") == "modal" else "",
        block=pressed.get("block_id") or "",
        in_home=view.get("type") == "home",
        values=_values(view or body),
    )


def metadata(body: Body) -> str:
    """Return the private metadata of the form that a payload comes from."""
    return str((body.get("view") or {}).get("private_metadata", ""))


def submission(body: Body) -> Incoming:
    """Read a form that was handed in. It has the same id however often it is delivered."""
    view = body["view"]
    return Incoming(
        request=Request(
            actor=person(body[_TENANT], body["user"]["id"]),
            channel="",
            id=view["id"],
        ),
        what=view["callback_id"],
        text=view.get("private_metadata", ""),
        trigger_id=body.get("trigger_id", ""),
        view_id=view["id"],
        values=_values(view),
    )


def home_opened(body: Body) -> PersonKey | None:
    """Return who opened the app's home tab, None for its other tabs."""
    event = body.get("event") or {}
    user = event.get("user")
    if not user or event.get("tab", "home") != "home":
        return None
    return person(body[_TENANT], user)


@dataclass(frozen=True)
class SetupMeta:
    """What the set-up form carries: where it was asked for and what to start afterwards.

    `theme` is empty when only the team is to be saved.
    """

    channel: str
    theme: str

    def dump(self) -> str:
        """Return it as text."""
        return _meta.dump_json(self).decode()

    @classmethod
    def load(cls, text: str) -> SetupMeta:
        """Read what `dump` wrote. Raises ValueError for anything else."""
        return _meta.validate_json(text)


_meta = TypeAdapter(SetupMeta)


def _values(view: Body) -> Mapping[str, Mapping[str, Any]]:
    values: Mapping[str, Mapping[str, Any]] = (view.get("state") or {}).get("values") or {}
    return values


def person(tenant: str, user: str) -> PersonKey:
    """Return the person that an id of this platform means."""
    return PersonKey(PLATFORM, tenant, user)


def _request_id(body: Body, *parts: str | None) -> str:
    """Return what names the request, the same however often it is delivered.

    That is the trigger, or without one what else is given once: `parts`, unless one is missing,
    and the address for replies. A request that nothing names is never taken for another.
    """
    if body.get("trigger_id"):
        return str(body["trigger_id"])
    named = [body.get("response_url") or "", *(parts if all(parts) else ())]
    if not any(named):
        return secrets.token_hex(16)
    return hashlib.sha256("\n".join(map(str, named)).encode()).hexdigest()


def _is_private(channel: str, name: str | None) -> bool:
    """Whether it is a conversation for two; the id tells only where there is no name."""
    return name == DIRECT if name else channel.startswith("D")
