"""`chat.*`: messages of the app."""

from __future__ import annotations

from dataclasses import replace

from bot.workspace.errors import SlackError
from bot.workspace.model import Channel, Json
from bot.workspace.posting import checked_content, edit, post
from bot.workspace.web_api.call import Call
from bot.workspace.web_api.places import (
    channel_to_post_in,
    known_user,
    own_channel,
    own_message,
    visible_channel,
)
from bot.workspace.wire import message_shape
from bot.workspace.world import World


def post_message(world: World, call: Call) -> Json:
    """`chat.postMessage`, also into a thread and with metadata."""
    channel = channel_to_post_in(world, call.need("channel"))
    text, blocks = _content(world, call)
    message = post(
        world,
        channel.id,
        text,
        blocks,
        thread_ts=_thread(world, channel, call),
        metadata=_metadata(call),
    )
    shape = message_shape(world.state, message, metadata=True)
    return {"channel": channel.id, "ts": message.ts, "message": shape}


def _content(world: World, call: Call) -> tuple[str, tuple[Json, ...]]:
    blocks = call.structure("blocks", "invalid_blocks_format")
    return checked_content(world, call.text("text"), blocks)


def _thread(world: World, channel: Channel, call: Call) -> str | None:
    thread_ts = call.text("thread_ts") or None
    if thread_ts is None:
        return None
    parent = world.state.find_message(channel.id, thread_ts)
    if parent is None or parent.ephemeral_to is not None:
        raise SlackError("thread_not_found")
    top = parent.thread_ts or parent.ts
    if parent.thread_ts is None:
        world.state.change_message(replace(parent, thread_ts=parent.ts))
    return top


def _metadata(call: Call) -> Json | None:
    metadata = call.structure("metadata", "invalid_metadata_format")
    if metadata is None:
        return None
    known = isinstance(metadata, dict) and metadata.keys() >= {"event_type", "event_payload"}
    if not known or not isinstance(metadata["event_payload"], dict):
        raise SlackError("invalid_metadata_format")
    checked: Json = metadata
    return checked


def update(world: World, call: Call) -> Json:
    """`chat.update`: text without blocks takes the blocks away."""
    channel = visible_channel(world, call.need("channel"))
    message = own_message(world, channel, call.need("ts"), "cant_update_message")
    blocks = call.structure("blocks", "invalid_blocks_format")
    text = call.text("text") or (message.text if blocks else "")
    text, checked = checked_content(world, text, blocks)
    metadata = _metadata(call)
    if metadata is not None:
        message = replace(message, metadata=metadata)
    message = edit(world, message, text, checked)
    shape = message_shape(world.state, message, metadata=True)
    return {"channel": channel.id, "ts": message.ts, "text": text, "message": shape}


def delete(world: World, call: Call) -> Json:
    """`chat.delete`."""
    channel = visible_channel(world, call.need("channel"))
    message = own_message(world, channel, call.need("ts"), "cant_delete_message")
    world.state.delete_message(message)
    return {"channel": channel.id, "ts": message.ts}


def post_ephemeral(world: World, call: Call) -> Json:
    """`chat.postEphemeral`: for one member of the conversation alone."""
    channel = own_channel(world, call.need("channel"))
    user = known_user(world, call.need("user"))
    if user.id not in channel.members:
        raise SlackError("user_not_in_channel")
    text, blocks = _content(world, call)
    thread = _thread(world, channel, call)
    message = post(world, channel.id, text, blocks, ephemeral_to=user.id, thread_ts=thread)
    return {"message_ts": message.ts}


def get_permalink(world: World, call: Call) -> Json:
    """`chat.getPermalink`: an address of the message on the workspace's page."""
    channel = visible_channel(world, call.need("channel"))
    ts = call.need("message_ts")
    if world.state.find_message(channel.id, ts) is None:
        raise SlackError("message_not_found")
    address = f"{world.base_url}/archives/{channel.id}/p{ts.replace('.', '')}"
    return {"channel": channel.id, "permalink": address}
