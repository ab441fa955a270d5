"""`conversations.*`: where people talk, and what has been said there."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from bot.workspace.errors import SlackError
from bot.workspace.model import Channel, Json, Message
from bot.workspace.state import direct_id, with_member
from bot.workspace.web_api.call import Call
from bot.workspace.web_api.places import is_member, known_user, own_channel, visible_channel
from bot.workspace.wire import channel_shape, message_shape, thread_replies
from bot.workspace.world import World


def open_conversation(world: World, call: Call) -> Json:
    """`conversations.open`: the direct message with one person, or a group of several."""
    users = call.names("users")
    if not users:
        channel = visible_channel(world, call.need("channel"))
    elif len(users) == 1:
        user = known_user(world, users[0])
        if user.is_bot:
            raise SlackError("cannot_dm_bot")
        channel = world.state.channels[direct_id(user.id)]
    else:
        channel = world.state.open_group(tuple(known_user(world, one).id for one in users))
    shape = channel_shape(world.state, channel) if call.flag("return_im") else {"id": channel.id}
    return {"no_op": True, "already_open": True, "channel": shape}


def info(world: World, call: Call) -> Json:
    """`conversations.info`."""
    shape = channel_shape(world.state, visible_channel(world, call.need("channel")))
    if not call.flag("include_num_members"):
        shape.pop("num_members", None)
    return {"channel": shape}


def members(world: World, call: Call) -> Json:
    """`conversations.members`, by pages."""
    channel = visible_channel(world, call.need("channel"))
    return call.page(list(channel.members), "members")


def list_conversations(world: World, call: Call) -> Json:
    """`conversations.list`, by pages; private ones only where the app is a member."""
    kinds = call.names("types") or ["public_channel"]
    shown = [
        channel_shape(world.state, channel)
        for channel in world.state.channels.values()
        if _kind(channel) in kinds
        if _kind(channel) == "public_channel" or is_member(world, channel)
        if not (channel.is_archived and call.flag("exclude_archived"))
    ]
    return call.page(shown, "channels")


def _kind(channel: Channel) -> str:
    if channel.is_im:
        return "im"
    if channel.is_mpim:
        return "mpim"
    return "private_channel" if channel.is_private else "public_channel"


def join(world: World, call: Call) -> Json:
    """`conversations.join`: a public channel."""
    channel = visible_channel(world, call.need("channel"))
    if _kind(channel) != "public_channel":
        raise SlackError("method_not_supported_for_channel_type")
    if channel.is_archived:
        raise SlackError("is_archived")
    if is_member(world, channel):
        shape = channel_shape(world.state, channel)
        return {"channel": shape, "warning": "already_in_channel"}
    channel = with_member(channel, world.sample.app.user_id)
    world.state.set_channel(channel)
    return {"channel": channel_shape(world.state, channel)}


def history(world: World, call: Call) -> Json:
    """`conversations.history`: newest first, by pages; never ephemerals nor replies in threads."""
    channel = own_channel(world, call.need("channel"))
    found = world.state.messages.get(channel.id, {}).values()
    wanted = [one for one in found if one.in_channel and _within(one, call)]
    wanted.reverse()
    return _message_page(world, call, wanted)


def replies(world: World, call: Call) -> Json:
    """`conversations.replies`: a message and its thread, oldest first, by pages."""
    channel = own_channel(world, call.need("channel"))
    parent = world.state.find_message(channel.id, call.need("ts"))
    if parent is None or parent.ephemeral_to is not None:
        raise SlackError("thread_not_found")
    thread = [parent, *thread_replies(world.state, parent)]
    return _message_page(world, call, [one for one in thread if _within(one, call)])


def _message_page(world: World, call: Call, wanted: list[Message]) -> Json:
    page = call.page(wanted, "messages", most=999)
    metadata = call.flag("include_all_metadata")
    page["messages"] = [
        message_shape(world.state, one, metadata=metadata) for one in page["messages"]
    ]
    page["has_more"] = bool(page["response_metadata"]["next_cursor"])
    return page


def _within(message: Message, call: Call) -> bool:
    ts = Decimal(message.ts)
    try:
        oldest = Decimal(call.text("oldest") or "0")
        latest = Decimal(call.text("latest") or "Infinity")
    except InvalidOperation as error:
        raise SlackError("invalid_arguments", ["oldest and latest must be timestamps"]) from error
    if call.flag("inclusive"):
        return oldest <= ts <= latest
    return oldest < ts < latest
