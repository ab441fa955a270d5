"""Users, conversations, messages and files in the shapes of Slack's Web API."""

from __future__ import annotations

import mimetypes

from bot.workspace.model import Channel, Json, Message, StoredFile, User
from bot.workspace.state import State

ZONE = "Europe/Stockholm"
_EPOCH = 1_700_000_000


def user_shape(state: State, user: User) -> Json:
    """A user as `users.info` shows it."""
    return {
        "id": user.id,
        "team_id": state.sample.team.id,
        "name": user.name,
        "real_name": user.real_name,
        "deleted": False,
        "color": user.color,
        "tz": ZONE,
        "tz_label": "Central European Time",
        "tz_offset": 3600,
        "profile": {
            "title": user.title,
            "real_name": user.real_name,
            "display_name": user.name,
            "team": state.sample.team.id,
        },
        "is_admin": False,
        "is_owner": False,
        "is_restricted": user.is_restricted,
        "is_ultra_restricted": False,
        "is_bot": user.is_bot,
        "is_app_user": False,
        "updated": _EPOCH,
    }


def channel_shape(state: State, channel: Channel) -> Json:
    """A conversation as `conversations.info` shows it to the app."""
    shape: Json = {
        "id": channel.id,
        "created": _EPOCH,
        "is_archived": channel.is_archived,
        "is_im": channel.is_im,
        "is_mpim": channel.is_mpim,
        "is_org_shared": False,
        "is_private": channel.is_private or channel.is_im,
        "context_team_id": state.sample.team.id,
    }
    if channel.is_im:
        return shape | {"user": channel.user, "is_open": True, "is_user_deleted": False}
    return shape | {
        "name": channel.name,
        "name_normalized": channel.name,
        "is_channel": not channel.is_private,
        "is_group": channel.is_private,
        "is_general": False,
        "is_member": state.sample.app.user_id in channel.members,
        "creator": channel.members[0] if channel.members else "",
        "topic": {"value": channel.topic, "creator": "", "last_set": 0},
        "purpose": {"value": "", "creator": "", "last_set": 0},
        "num_members": len(channel.members),
    }


def message_shape(state: State, message: Message, *, metadata: bool = False) -> Json:
    """A message as `conversations.history` and payloads show it."""
    team, app = state.sample.team, state.sample.app
    shape: Json = {
        "type": "message",
        "user": message.user,
        "text": message.text,
        "ts": message.ts,
        "team": team.id,
    }
    if message.by_app:
        profile = {"id": app.bot_id, "app_id": app.id, "name": app.name, "team_id": team.id}
        shape |= {"bot_id": app.bot_id, "app_id": app.id, "bot_profile": profile}
    if metadata and message.metadata:
        shape["metadata"] = message.metadata
    return shape | _message_extras(state, message) | _thread_shape(state, message)


def _message_extras(state: State, message: Message) -> Json:
    extras: Json = {
        "blocks": list(message.blocks),
        "subtype": message.subtype,
        "edited": {"user": message.user, "ts": message.edited_ts} if message.edited_ts else None,
        "reactions": reactions_shape(message),
        "files": [file_shape(state, state.files[one]) for one in message.files],
        "thread_ts": message.thread_ts,
    }
    return {name: value for name, value in extras.items() if value}


def _thread_shape(state: State, message: Message) -> Json:
    if message.thread_ts != message.ts:
        return {}
    replies = thread_replies(state, message)
    if not replies:
        return {}
    return {"reply_count": len(replies), "latest_reply": replies[-1].ts}


def thread_replies(state: State, parent: Message) -> list[Message]:
    """The replies in the thread of a message, oldest first."""
    return [
        one
        for one in state.messages.get(parent.channel, {}).values()
        if one.thread_ts == parent.ts and one.ts != parent.ts and one.ephemeral_to is None
    ]


def reactions_shape(message: Message) -> list[Json]:
    """The reactions to a message."""
    return [
        {"name": name, "users": list(users), "count": len(users)}
        for name, users in message.reactions
    ]


def file_shape(state: State, file: StoredFile) -> Json:
    """An uploaded file; `url_private` is an address within the workspace."""
    suffix = file.name.rpartition(".")[2]
    return {
        "id": file.id,
        "created": _EPOCH,
        "timestamp": _EPOCH,
        "name": file.name,
        "title": file.title,
        "mimetype": mimetypes.guess_type(file.name)[0] or "application/octet-stream",
        "filetype": suffix,
        "pretty_type": suffix.upper(),
        "user": state.sample.app.user_id,
        "size": file.length,
        "mode": "hosted",
        "is_external": False,
        "is_public": False,
        "url_private": f"/files/{file.id}/{file.name}",
        "alt_txt": file.alt_text,
        "channels": list(file.channels),
    }
